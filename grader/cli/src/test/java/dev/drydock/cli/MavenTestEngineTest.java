package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code mvn test} in an exercise's folder, as students call it: what they read, and where the page
 * is. It takes what set-up has installed.
 */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class MavenTestEngineTest {

  private static final String EXERCISE = "3.9-multi-stage-backend";

  @TempDir private Path course;

  @BeforeEach
  void handOut() throws IOException {
    copy("exercises/pom.xml");
    copy("exercises/course.yaml");
    copy("exercises/" + EXERCISE);
  }

  @Test
  void theReferencePasses() throws Exception {
    Path reference = Binary.COURSE.resolve("solutions/3.9/reference/backend");
    for (String file : new String[] {"Dockerfile", ".dockerignore"}) {
      Files.copy(
          reference.resolve(file), backend().resolve(file), StandardCopyOption.REPLACE_EXISTING);
    }
    Ended ended = mavenTest();
    assertThat(ended.code()).as(ended.out()).isZero();
    assertThat(ended.out())
        .contains(" checks passed, 0 failed, 0 not checked yet")
        .contains("✔ passed · 20 of 20 points")
        .doesNotContain("Next:");
    assertThat(page()).content().contains("Passed");
  }

  @Test
  void theStarterIsToldWhatFailsAndWhatComesNext() throws Exception {
    Ended ended = mavenTest();
    assertThat(ended.code()).as(ended.out()).isNotZero();
    assertThat(ended.out())
        .contains(
            "ImageTest",
            "D05 Separate stages to build and run",
            "asked There are two stages or more")
        .contains("Next: D05: Start a second stage")
        .contains("✘ not passed yet")
        .contains("The whole report: " + page().toUri())
        .doesNotContain("\tat ", "The builder's last lines");
    assertThat(page()).content().contains("Start here");
  }

  @Test
  void anImageThatDoesNotBuildIsSaidFirst() throws Exception {
    Files.writeString(
        backend().resolve("Dockerfile"), "FROM golang:1.27-alpine\nRUN go build -o /server .\n");
    Ended ended = mavenTest();
    assertThat(ended.code()).as(ended.out()).isNotZero();
    assertThat(ended.out())
        .contains("│ go: go.mod file not found")
        .contains("Not gradable: backend/Dockerfile, line 2: the image does not build.")
        .contains("✘ not gradable · 0 of 20 points")
        .doesNotContain("\tat ", "Next:");
  }

  private Path backend() {
    return course.resolve("exercises").resolve(EXERCISE).resolve("backend");
  }

  private Path page() {
    return course.resolve("exercises").resolve(EXERCISE).resolve("target/drydock/index.html");
  }

  private record Ended(int code, String out) {}

  private Ended mavenTest() throws IOException, InterruptedException {
    Path out = course.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder("mvn", "-q", "-B", "-Dstyle.color=never", "test")
            .directory(course.resolve("exercises").resolve(EXERCISE).toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    Process process = builder.start();
    try {
      assertThat(process.waitFor(10, TimeUnit.MINUTES)).as("ends in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    return new Ended(process.exitValue(), Files.readString(out, StandardCharsets.UTF_8));
  }

  private void copy(String path) throws IOException {
    Path from = Binary.COURSE.resolve(path);
    try (Stream<Path> files = Files.walk(from)) {
      for (Path file : files.filter(file -> !file.startsWith(from.resolve("target"))).toList()) {
        Path to = course.resolve(path).resolve(from.relativize(file).toString());
        Files.createDirectories(Files.isDirectory(file) ? to : to.getParent());
        if (Files.isRegularFile(file)) {
          Files.copy(file, to);
        }
      }
    }
  }
}
