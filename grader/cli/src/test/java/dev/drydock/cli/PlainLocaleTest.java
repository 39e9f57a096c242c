package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Cron and bare containers have a locale without an encoding for names beyond ASCII. */
@Tag("long") // needs the runnable jar
class PlainLocaleTest {

  private static final String REFUSED = "FROM nobody.example/image\n";

  @TempDir private Path folder;

  @BeforeEach
  void classWithNamesBeyondAscii() throws Exception {
    assumeTrue("UTF-8".equals(System.getProperty("sun.jnu.encoding")), "names need UTF-8 here");
    write("Łukasz/3.9/backend/Dockerfile", REFUSED);
    write("Łukasz/3.9/backend/日本.txt", "");
    write("Jörg Müller_123_assignsubmission_file_Dockerfile", REFUSED);
    write("Jörg Müller_123_assignsubmission_file_ü.txt", "");
  }

  @Test
  void namesBeyondAsciiAreReadByTheRunnableJar() throws Exception {
    Binary.Ended ended =
        new Binary(folder)
            .without("TESTCONTAINERS_RYUK_DISABLED")
            .with("LC_ALL", "C")
            .run(
                "batch",
                folder.resolve("class").toString(),
                "--exercise",
                "3.9",
                "--out",
                folder.resolve("run").toString());
    assertThat(ended.err()).contains("Łukasz 3.9: not gradable", "Jörg Müller");
  }

  private void write(String name, String text) throws Exception {
    Path file = folder.resolve("class").resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
