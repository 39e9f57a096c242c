package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SiteFolderTest {

  @TempDir private Path root;

  private final String[] many =
      IntStream.range(0, 100).mapToObj(i -> "a" + i + ".html").toArray(String[]::new);

  @Test
  void whatAnEarlierBuildWroteAndThisOneDoesNotIsGone() throws IOException {
    write("index.html", "students/secret/3.9.html", "solutions/3.9/index.html");
    write("index.html", "solutions/index.html");
    assertThat(files()).containsExactly(".drydock-site", "index.html", "solutions/index.html");
    assertThat(root.resolve("students")).doesNotExist();
    assertThat(root.resolve("solutions/3.9")).doesNotExist();
  }

  @Test
  void filesOfOthersStay() throws IOException {
    write("index.html", "students/secret/index.html");
    Files.writeString(root.resolve("CNAME"), "course.example");
    Files.writeString(root.resolve("students/secret/notes.txt"), "mine");
    write("index.html");
    assertThat(files())
        .containsExactly(".drydock-site", "CNAME", "index.html", "students/secret/notes.txt");
  }

  @Test
  void aFolderThatWasThereLosesNothing() throws IOException {
    Files.writeString(root.resolve("old.html"), "by hand");
    write("index.html");
    write("index.html");
    assertThat(files()).containsExactly(".drydock-site", "index.html", "old.html");
  }

  @Test
  void theListTellsNoName() throws IOException {
    write("students/secret/index.html");
    assertThat(root.resolve(".drydock-site")).content().doesNotContain("secret").hasLineCount(1);
  }

  @Test
  void whatABuildWroteBeforeItWasStoppedIsKnownToTheNext() throws IOException {
    write("index.html");
    // a folder in the place of a file stops it
    Files.createDirectories(root.resolve("z.html/x"));
    Map<String, byte[]> files = content(many);
    files.putAll(content("z.html"));
    assertThatThrownBy(() -> new SiteFolder(root).write(files)).isInstanceOf(IOException.class);
    assertThat(files()).contains("index.html").hasSizeGreaterThan(2);
    write("c.html");
    assertThat(files()).containsExactly(".drydock-site", "c.html");
  }

  @Test
  void nothingIsWrittenAnyMoreOnceTheFailureIsTold() throws IOException {
    Files.createDirectories(root.resolve("a0.html/x"));
    Map<String, byte[]> files = content(many);
    assertThatThrownBy(() -> new SiteFolder(root).write(files)).isInstanceOf(IOException.class);
    assertThat(files()).hasSize(many.length);
  }

  @Test
  void aDamagedListCostsNothing() throws IOException {
    write("index.html");
    Files.write(root.resolve(".drydock-site"), new byte[] {(byte) 0xff, 0, '\n', 'x'});
    write("other.html");
    assertThat(files()).containsExactly(".drydock-site", "index.html", "other.html");
  }

  private void write(String... paths) throws IOException {
    new SiteFolder(root).write(content(paths));
  }

  private static Map<String, byte[]> content(String... paths) {
    Map<String, byte[]> files = new TreeMap<>();
    Arrays.stream(paths).forEach(path -> files.put(path, path.getBytes(StandardCharsets.UTF_8)));
    return files;
  }

  private Stream<String> files() throws IOException {
    try (Stream<Path> files = Files.walk(root)) {
      return files
          .filter(Files::isRegularFile)
          .map(file -> root.relativize(file).toString())
          .sorted()
          .toList()
          .stream();
    }
  }
}
