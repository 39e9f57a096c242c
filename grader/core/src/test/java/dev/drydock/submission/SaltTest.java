package dev.drydock.submission;

import static dev.drydock.exercise.ExerciseFolder.file;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.submission.workspace.Salt;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SaltTest {

  private static final byte[] SECRET = "course".getBytes(StandardCharsets.UTF_8);
  private static final List<String> ALL =
      List.of(".git/", ".env", "node_modules/", "build/", ".idea/");

  @TempDir Path folder;

  @Test
  void everyItemIsPlantedAndListed() throws Exception {
    Salt.Planted planted = salt("a").plant(folder, ALL);

    assertThat(planted.paths())
        .isEqualTo(OverlayTest.files(folder))
        .contains(".git/HEAD", ".env", "node_modules/left-on-this-machine/package.json")
        .contains("build/left-from-yesterday.txt", ".idea/workspace.xml");
    assertThat(planted.canaries()).containsOnlyKeys(ALL);
  }

  @Test
  void everyCanaryIsReadableInWhatWasPlanted() {
    Salt.Planted planted = salt("a").plant(folder, ALL);

    planted
        .canaries()
        .forEach(
            (item, value) ->
                assertThat(planted.paths())
                    .filteredOn(path -> path.startsWith(item))
                    .as(item)
                    .anySatisfy(
                        path -> assertThat(folder.resolve(path)).content().contains(value)));
  }

  @Test
  void valuesDependOnSecretAndSubmissionOnly(@TempDir Path again, @TempDir Path other)
      throws Exception {
    salt("a").plant(folder, ALL);
    salt("a").plant(again, ALL);
    Salt.Planted planted = salt("b").plant(other, ALL);

    for (String file : OverlayTest.files(folder)) {
      assertThat(again.resolve(file)).hasSameBinaryContentAs(folder.resolve(file));
    }
    assertThat(folder.resolve(".env")).content().doesNotContain(planted.canaries().get(".env"));
    assertThat(new Salt("x".getBytes(StandardCharsets.UTF_8), "a").canary("n"))
        .isNotEqualTo(salt("a").canary("n"));
    assertThat(salt("a").canary("n")).isEqualTo(salt("a").canary("n"));
  }

  @Test
  void whatIsThereStays() {
    file(folder, ".env", "PORT=1\n");

    Salt.Planted planted = salt("a").plant(folder, List.of(".env"));

    assertThat(planted.paths()).isEmpty();
    assertThat(folder.resolve(".env")).hasContent("PORT=1");
  }

  @Test
  void anUnknownItemIsTheAuthorsMistake() {
    assertThatThrownBy(() -> salt("a").plant(folder, List.of("secrets/")))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("no salt of this name: secrets/");
  }

  @Test
  void gitTakesTheRepositoryForOneOfItsOwn() throws Exception {
    salt("a").plant(folder, List.of(".git/"));

    assertThat(git("rev-parse", "HEAD")).matches("[0-9a-f]{40}\\s*");
    assertThat(git("status", "--porcelain")).contains("NOTES");
    // what the Go tool asks for
    assertThat(git("-c", "log.showsignature=false", "log", "-1", "--format=%H:%ct"))
        .matches("[0-9a-f]{40}:1735689600\\s*");
    assertThat(git("fsck", "--strict")).doesNotContain("error");
  }

  @Test
  void theGoToolBuildsWithTheRepositoryThere() throws Exception {
    assumeTrue(installed("go") && installed("git"), "needs go and git");
    file(folder, "go.mod", "module server\n\ngo 1.19\n");
    file(folder, "main.go", "package main\n\nfunc main() {}\n");
    salt("a").plant(folder, List.of(".git/"));

    run("go", "build", "-o", "server", ".");

    assertThat(folder.resolve("server")).exists();
  }

  private Salt salt(String submission) {
    return new Salt(SECRET, submission);
  }

  private String git(String... arguments) throws Exception {
    assumeTrue(installed("git"), "needs git");
    String[] command = new String[arguments.length + 3];
    command[0] = "git";
    command[1] = "-c";
    command[2] = "safe.directory=*";
    System.arraycopy(arguments, 0, command, 3, arguments.length);
    return run(command);
  }

  private String run(String... command) throws Exception {
    Path output = Files.createTempFile("salt", ".log");
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(folder.toFile())
              .redirectErrorStream(true)
              .redirectOutput(output.toFile())
              .start();
      assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
      String text = Files.readString(output);
      assertThat(process.exitValue()).as(text).isZero();
      return text;
    } finally {
      Files.delete(output);
    }
  }

  private static boolean installed(String program) throws InterruptedException {
    try {
      String version = program.equals("go") ? "version" : "--version";
      return new ProcessBuilder(program, version)
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start()
              .waitFor()
          == 0;
    } catch (IOException e) {
      return false;
    }
  }
}
