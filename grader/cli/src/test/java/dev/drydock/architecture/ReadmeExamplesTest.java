package dev.drydock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.image.ImageArchiveReader;
import java.io.File;
import java.io.IOException;
import java.io.StringWriter;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.tools.JavaCompiler;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the READMEs of the libraries show compiles as it stands there. */
class ReadmeExamplesTest {

  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```java\n(.*?)^```$");

  @TempDir private Path folder;

  @ParameterizedTest
  @CsvSource({"dockerfile, 2", "image, 1"})
  void examplesCompile(String library, int count) throws Exception {
    List<String> examples =
        EXAMPLE
            .matcher(Files.readString(Path.of("..", library, "README.md")))
            .results()
            .map(block -> block.group(1))
            .toList();
    assertThat(examples).hasSize(count);
    for (String example : examples) {
      assertThat(complaints(example)).as(example).isEmpty();
    }
  }

  private String complaints(String example) throws IOException, URISyntaxException {
    String imports =
        example.lines().filter(ReadmeExamplesTest::isImport).collect(Collectors.joining("\n"));
    String body = example.lines().filter(line -> !isImport(line)).collect(Collectors.joining("\n"));
    Path source = folder.resolve("Example.java");
    Files.writeString(
        source,
        "%s\nclass Example {\n  static void main() throws Exception {\n%s\n  }\n}\n"
            .formatted(imports, body));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    StringWriter out = new StringWriter();
    try (StandardJavaFileManager files = compiler.getStandardFileManager(null, null, null)) {
      boolean compiled =
          compiler
              .getTask(
                  out,
                  files,
                  null,
                  List.of(
                      "-proc:none",
                      "-d",
                      folder.toString(),
                      "-cp",
                      place(Dockerfile.class)
                          + File.pathSeparator
                          + place(ImageArchiveReader.class)),
                  null,
                  files.getJavaFileObjects(source))
              .call();
      return compiled ? "" : out.toString();
    }
  }

  private static boolean isImport(String line) {
    return line.startsWith("import ");
  }

  private static Path place(Class<?> type) throws URISyntaxException {
    return Path.of(type.getProtectionDomain().getCodeSource().getLocation().toURI());
  }
}
