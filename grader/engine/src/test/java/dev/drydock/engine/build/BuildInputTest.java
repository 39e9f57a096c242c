package dev.drydock.engine.build;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.build.BuildFailure.Point;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuildInputTest {

  @TempDir Path context;

  @Test
  void aStepIsFoundByItsNumber() throws IOException {
    BuildInput input = input("# first\nFROM x\n\nRUN a && \\\n  b\nRUN c\n");
    assertThat(input.line(1)).isEqualTo(2);
    assertThat(input.line(2)).isEqualTo(4);
    assertThat(input.line(3)).isEqualTo(6);
    assertThat(input.line(0)).isNull();
    assertThat(input.line(4)).isNull();
  }

  @Test
  void theOnlyRunThatTheBuilderRepeatsIsFound() throws IOException {
    BuildInput input = input("FROM x\nRUN make\nRUN npm   ci\nRUN true\nRUN true\n");
    assertThat(input.line("executor failed running [/bin/sh -c npm ci]: exit code: 1"))
        .isEqualTo(3);
    assertThat(input.line("executor failed running [/bin/sh -c true]: exit code: 1")).isNull();
    assertThat(input.line("failed to solve: no such thing")).isNull();
  }

  @Test
  void theBasesAreNamedAsTheStudentNamesThem() throws IOException {
    assertThat(
            input("FROM golang:1.27 AS build\nFROM scratch\nCOPY --from=nginx:1 /a /a\n").images())
        .contains("golang:1.27", "nginx:1");
  }

  @Test
  void aLastStageOfScratchAloneMakesNothing() throws IOException {
    assertThat(input("FROM scratch\n").makesNothing()).isTrue();
    assertThat(input("FROM x AS build\nRUN make\nFROM scratch\n").makesNothing()).isTrue();
    assertThat(input("FROM scratch\nCOPY a /\n").makesNothing()).isFalse();
    assertThat(input("FROM busybox\n").makesNothing()).isFalse();
  }

  @Test
  void anErrorInTheDockerfileOrTheIgnoreFileIsTheStudents() throws IOException {
    assertThat(refusedByTheBuilder("FROM x\nRUN a\n")).isFalse();
    assertThat(refusedByTheBuilder("FROM x\nRUM a\n")).isTrue();
    Files.writeString(context.resolve(".dockerignore"), "*.log\n");
    assertThat(refusedByTheBuilder("FROM x\nRUN a\n")).isFalse();
    Files.writeString(context.resolve(".dockerignore"), "[a-\n");
    assertThat(refusedByTheBuilder("FROM x\nRUN a\n")).isTrue();
  }

  @Test
  void theIgnoreFileBesideTheDockerfileCounts() throws IOException {
    Files.writeString(context.resolve("Dockerfile.dockerignore"), "[a-\n");
    assertThat(refusedByTheBuilder("FROM x\nRUN a\n")).isTrue();
  }

  @Test
  void aBaseThatIsNotThereForThePlatformAskedForIsTheStudents() throws IOException {
    assertThat(withoutItsBase("FROM x\n")).isFalse();
    assertThat(withoutItsBase("FROM x AS a\nFROM --platform=linux/s390x y\n")).isTrue();
  }

  @Test
  void theExitCodeAndThePlaceAreKept() throws IOException {
    BuildFailure failure = input("FROM x\n").failure(Point.PROGRAM, 2, true);
    assertThat(failure).isEqualTo(new BuildFailure(Point.PROGRAM, 2, true, true, false));
  }

  @Test
  void aContextThatIsGoneIsOurs() {
    assertThatThrownBy(() -> BuildInput.of(request()))
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining("cannot read the build context");
  }

  private boolean refusedByTheBuilder(String dockerfile) throws IOException {
    return input(dockerfile).failure(Point.SENDING, null, false).isTheDockerfiles(true);
  }

  private boolean withoutItsBase(String dockerfile) throws IOException {
    return input(dockerfile).failure(Point.BASE_IMAGE, null, false).isTheDockerfiles(true);
  }

  private BuildInput input(String dockerfile) throws IOException {
    Files.writeString(request().dockerfile(), dockerfile);
    return BuildInput.of(request());
  }

  private BuildRequest request() {
    return new BuildRequest(
        context,
        context.resolve("Dockerfile"),
        "any",
        Map.of(),
        Map.of(),
        BuildRequest.Steps.usual(false),
        BuildRequest.Limits.of(Duration.ofMinutes(1), ByteSize.parse("1 GB")));
  }
}
