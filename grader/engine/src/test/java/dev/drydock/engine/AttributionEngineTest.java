package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.run.ServiceRun;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose a failure is, with words of the engine's own in places where a Dockerfile can put them. */
@RequiresEngine
class AttributionEngineTest {

  private static final AtomicInteger COUNT = new AtomicInteger();

  @TempDir private static Path folder;
  private static GraderRun run;
  private static EngineSession buildKit;
  private static EngineSession classic;

  @BeforeAll
  static void open() throws IOException {
    run = GraderRun.begin(new DrydockHome(Files.createDirectory(folder.resolve("home"))));
    buildKit = EngineSession.open(run, "buildkit");
    classic = EngineSession.open(run, "classic");
  }

  @AfterAll
  static void close() {
    buildKit.close();
    classic.close();
    run.close();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "COPY [\"no such host\", \"/\"]",
        "COPY [\"dial tcp\", \"/\"]",
        "COPY [\"no space left on device\", \"/\"]",
        "ADD http://127.0.0.1:1/x /",
        "WORKDIR \"/etc/passwd/dial tcp\"",
        "RUN echo connection refused; exit 3",
        "RUN no such instruction",
        "NOSUCH i/o timeout",
        "USER \"connection refused\"\nRUN true",
        "COPY --from=nothing /x /",
        "RUN echo \"Step 4/4 : FROM x\"\nCOPY nothing-of-that-name /",
      })
  void wordsOfTheEnginesInADockerfileAreTheDockerfiles(String instruction) throws IOException {
    String dockerfile = "FROM scratch AS nothing\nFROM busybox\n" + instruction + "\n";
    for (EngineSession session : List.of(buildKit, classic)) {
      BuildEvidence build = build(session, dockerfile);
      assertThat(build.status())
          .as(session.builder().name() + ": " + build.message())
          .isEqualTo(BuildEvidence.Status.FAILED);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "RUN --mount=type=bind,source=\"i/o timeout\",target=/m true",
        "RUN --security=insecure true",
        "COPY --nosuch . /",
      })
  void whatOnlyBuildKitReadsIsTheDockerfilesToo(String instruction) throws IOException {
    assertThat(build(buildKit, "FROM busybox\n" + instruction + "\n").status())
        .isEqualTo(BuildEvidence.Status.FAILED);
  }

  @Test
  void aPlatformThatTheBaseHasNotIsTheDockerfiles() throws IOException {
    assertThat(build(buildKit, "FROM --platform=windows/amd64 busybox\nRUN true\n").status())
        .isEqualTo(BuildEvidence.Status.FAILED);
  }

  @Test
  void aBaseThatIsNotThereIsNot() {
    String missing = "FROM nosuch/image-" + run.id() + "\nRUN true\n";
    for (EngineSession session : List.of(buildKit, classic)) {
      assertThatThrownBy(() -> build(session, missing)).isInstanceOf(InfrastructureException.class);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ENTRYPOINT [\"/no such host\"]",
        "ENTRYPOINT [\"error setting rlimit\"]",
        "USER \"connection refused\"\nCMD [\"httpd\", \"-f\"]",
        "USER nobody-of-that-name\nCMD [\"httpd\", \"-f\"]",
        "WORKDIR /www\nCMD [\"./no space left on device\"]",
        "CMD [\"/etc/passwd\"]",
        "CMD [\"/etc\"]",
        "VOLUME /etc/passwd\nCMD [\"httpd\", \"-f\"]",
      })
  void aContainerThatItsImageKeepsFromStartingIsTheImages(String instructions) throws IOException {
    BuildEvidence build = build(buildKit, "FROM busybox\nRUN mkdir /www\n" + instructions + "\n");
    RunEvidence seen =
        new ServiceRun(buildKit, SERVICE, Progress.NONE)
            .run(String.valueOf(build.imageId()), "", false);
    assertThat(seen.answered()).isFalse();
    assertThat(seen.startError() != null || seen.earlyExitCode() != null).isTrue();
  }

  @Test
  void anImageThatIsGoneIsNobodys() throws IOException {
    String id =
        String.valueOf(build(buildKit, "FROM busybox\nLABEL x=" + run.id() + "\n").imageId());
    buildKit.engine().client().removeImageCmd(id).withForce(true).exec();
    ServiceRun service = new ServiceRun(buildKit, SERVICE, Progress.NONE);
    assertThatThrownBy(() -> service.run(id, "", false))
        .isInstanceOf(InfrastructureException.class);
  }

  private static final Job.Service SERVICE =
      new Job.Service(
          8080,
          Map.of(),
          Duration.ofSeconds(5),
          Duration.ofSeconds(2),
          List.of(new RequestSpec("home", Sent.get("/"), Expected.status(200), false)));

  private static BuildEvidence build(EngineSession session, String text) throws IOException {
    Path context = Files.createDirectory(folder.resolve("context-" + COUNT.incrementAndGet()));
    Path dockerfile = Files.writeString(context.resolve("Dockerfile"), text);
    BuildRequest request =
        new BuildRequest(
            context,
            dockerfile,
            run.uniqueName("attribution"),
            run.labels(),
            Map.of(),
            BuildRequest.Steps.usual(false),
            BuildRequest.Limits.of(Duration.ofMinutes(2), ByteSize.parse("10 GB")));
    return session.builder().build(request, Progress.NONE);
  }
}
