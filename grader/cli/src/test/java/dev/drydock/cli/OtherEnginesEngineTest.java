package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.grade.SubmissionResult;
import dev.drydock.grade.SubmissionResult.State;
import dev.drydock.report.ResultJson;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/**
 * Engines that students have and this machine's is not: the distribution's old one, and one with
 * the containerd image store. Started beside it by a script, with the base image handed over.
 */
@RequiresEngine
@EnabledIf(value = "canStartEngines", disabledReason = "a second engine needs root on Debian")
class OtherEnginesEngineTest {

  private static final Path REFERENCE = Binary.COURSE.resolve("solutions/3.11/reference");
  private static final String HEREDOC =
      """
      FROM golang:1.27-alpine AS build
      WORKDIR /src
      COPY go.mod *.go ./
      RUN <<EOF
      CGO_ENABLED=0 go build -o /echo .
      EOF
      FROM scratch
      COPY --from=build /echo /echo
      USER 10001
      EXPOSE 8080
      ENTRYPOINT ["/echo"]
      """;

  @TempDir private Path folder;
  private String kind = "";
  private String host = "";

  static boolean canStartEngines() {
    return System.getenv("DRYDOCK_REQUIRE_ENGINE") != null
        || System.getProperty("user.name").equals("root")
            && Files.exists(Path.of("/etc/debian_version"));
  }

  @AfterEach
  void stop() throws Exception {
    if (!kind.isEmpty()) {
      script("stop", kind);
    }
  }

  @Test
  void theOldEngineGradesAndSaysWhatItDoesNotKnow() throws Exception {
    start("old");
    assertThat(grade(0, REFERENCE).points()).isEqualTo(20);
    assertThat(grade(0, REFERENCE, "--builder", "classic").environment().builder())
        .isEqualTo("classic");

    Path submission = Files.createDirectories(folder.resolve("heredoc/echo")).getParent();
    Files.writeString(submission.resolve("echo/Dockerfile"), HEREDOC);
    SubmissionResult refused = grade(3, submission);
    assertThat(refused.state()).isEqualTo(State.NOT_GRADED);
    assertThat(refused.message()).contains("heredoc").contains("20.10");

    Files.writeString(
        submission.resolve("echo/Dockerfile"),
        "FROM golang:1.27-alpine\nRUN echo well\nRUN echo oh && \\\n  go build -o /server ./none\n");
    assertThat(grade(1, submission).message())
        .startsWith("echo/Dockerfile, line 3: the image does not build.");
  }

  @Test
  void sizesAreTheSameOnTheContainerdStore() throws Exception {
    SubmissionResult here = grade(0, REFERENCE);
    start("containerd");
    SubmissionResult there = grade(0, REFERENCE);
    assertThat(there.environment().store()).isEqualTo("containerd");
    assertThat(here.environment().store()).isNotEqualTo("containerd");
    assertThat(there.images().get(0).sizeBytes()).isEqualTo(here.images().get(0).sizeBytes());
  }

  private SubmissionResult grade(int code, Path submission, String... more) throws Exception {
    List<String> arguments = new ArrayList<>(List.of("grade", "3.11", submission.toString()));
    arguments.addAll(List.of(more));
    arguments.addAll(List.of("--json", "-"));
    Binary binary = new Binary(folder);
    Binary.Ended ended =
        (host.isEmpty() ? binary : binary.with("DOCKER_HOST", host))
            .run(arguments.toArray(String[]::new));
    assertThat(ended.code()).as(ended.out() + ended.err()).isEqualTo(code);
    return ResultJson.read(ended.out());
  }

  private void start(String name) throws Exception {
    kind = name;
    host = script("start", name, "golang:1.27-alpine");
  }

  private String script(String... arguments) throws IOException, InterruptedException {
    List<String> command = new ArrayList<>();
    command.add(Binary.COURSE.resolve(".ci/second-engine").toString());
    command.addAll(List.of(arguments));
    Path out = Files.createTempFile(folder, "engine", ".out");
    Path err = Files.createTempFile(folder, "engine", ".err");
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(out.toFile())
            .redirectError(err.toFile())
            .start();
    assertThat(process.waitFor(10, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(err)).isZero();
    return Files.readString(out).strip();
  }
}
