package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.evidence.BuildEvidence;
import dev.drydock.evidence.RunEvidence;
import dev.drydock.evidence.RunEvidence.Exchange;
import dev.drydock.evidence.RunEvidence.ListeningSocket;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.RequestSpec;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Builds and runs on the real engine of this machine. */
@RequiresEngine
class EngineSessionEngineTest {

  private static final String SERVER =
      """
      FROM busybox
      RUN mkdir /www && echo hello > /www/index.html
      """;

  @TempDir private Path folder;
  private GraderRun run;
  private EngineSession session;

  @BeforeEach
  void open() throws IOException {
    Files.createDirectory(folder.resolve("context"));
    run = GraderRun.begin(new DrydockHome(folder.resolve("home")));
    session = EngineSession.open(Engine.connect(), run, "auto");
  }

  @AfterEach
  void nothingIsLeftBehind() {
    String label = GraderRun.LABEL + "=" + session.run().id();
    session.close();
    run.close();
    var client = session.engine().client();
    assertThat(client.listContainersCmd().withShowAll(true).withLabelFilter(List.of(label)).exec())
        .isEmpty();
    assertThat(client.listImagesCmd().withFilter("label", List.of(label)).exec()).isEmpty();
    assertThat(client.listNetworksCmd().withFilter("label", List.of(label)).exec()).isEmpty();
  }

  @Test
  void aServiceIsAskedLookedAtAndStopped() {
    String id =
        image(SERVER + "USER 4711\nCMD [\"httpd\", \"-f\", \"-p\", \"8080\", \"-h\", \"/www\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.startError()).isNull();
    assertThat(run.answered()).isTrue();
    assertThat(run.exchanges())
        .singleElement()
        .satisfies(
            exchange -> {
              assertThat(exchange.status()).isEqualTo(200);
              assertThat(exchange.body()).isEqualTo("hello\n");
            });
    assertThat(run.processes())
        .singleElement()
        .satisfies(
            process -> {
              assertThat(process.uid()).isEqualTo(4711);
              assertThat(process.pid()).isEqualTo(run.pid1());
              assertThat(process.arguments()).startsWith("httpd -f");
            });
    assertThat(run.sockets()).extracting(ListeningSocket::port).contains(8080);
    assertThat(run.stop()).isNotNull();
  }

  @Test
  void aContainerThatEndsAtOnceIsEvidenceAndNoError() {
    String id = image("FROM busybox\nCMD [\"sh\", \"-c\", \"echo no luck; exit 7\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.answered()).isFalse();
    assertThat(run.earlyExitCode()).isEqualTo(7);
    assertThat(run.logTail()).contains("no luck");
    assertThat(run.exchanges()).extracting(Exchange::status).isEmpty();
  }

  @Test
  void aProgramThatIsNotThereIsToldInTheEnginesWords() {
    String id = image("FROM busybox\nCMD [\"/nowhere\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.startError()).contains("/nowhere").contains("no such file");
  }

  @Test
  void whoIgnoresTheSignalIsKilledInTime() {
    String id =
        image(
            SERVER
                + "CMD [\"sh\", \"-c\", \"trap '' TERM; httpd -f -p 8080 -h /www & wait; sleep 99\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.stop())
        .isNotNull()
        .satisfies(
            stop -> {
              assertThat(stop.killed()).isTrue();
              assertThat(stop.exitCode()).isEqualTo(137);
            });
  }

  @Test
  void theWayOutIsClosed() {
    String id =
        image(
            SERVER
                + "CMD [\"sh\", \"-c\", \"wget -T 2 -O /www/out http://192.0.2.1/ || echo closed;"
                + " httpd -f -p 8080 -h /www\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.answered()).isTrue();
    assertThat(run.logTail()).contains("closed");
  }

  @Test
  void aStepThatFailsIsTheStudentsWithItsLineAndOutput() {
    BuildEvidence build = build("FROM busybox\nRUN echo before\nRUN echo oh no; exit 3\n");
    assertThat(build.status()).isEqualTo(BuildEvidence.Status.FAILED);
    assertThat(build.failedLine()).isEqualTo(3);
    assertThat(build.message()).contains("exit code: 3");
    assertThat(build.logTail()).contains("oh no");
  }

  @Test
  void aBuildThatTakesTooLongIsCutOff() {
    BuildRequest request =
        request(
            "FROM busybox\nRUN sleep 600\n",
            new BuildRequest.Limits(Duration.ofSeconds(3), 1_000_000, 0));
    BuildEvidence build = session.builder().build(request, Progress.NONE);
    assertThat(build.status()).isEqualTo(BuildEvidence.Status.OVER_LIMIT);
    assertThat(build.message()).contains("longer than 3 s");
  }

  @Test
  void aBuildThatFloodsTheLogIsCutOff() {
    BuildRequest request =
        request(
            "FROM busybox\nRUN yes\n", new BuildRequest.Limits(Duration.ofSeconds(60), 100_000, 0));
    BuildEvidence build = session.builder().build(request, Progress.NONE);
    assertThat(build.status()).isIn(BuildEvidence.Status.OVER_LIMIT);
    assertThat(build.message()).contains("printed more than");
  }

  @Test
  void anImageNobodyHasIsOursWhereNoRegistryAnswers() {
    BaseImages bases =
        new BaseImages(
            session.engine(),
            new StandIns(session.engine(), new DrydockHome(folder)),
            name -> java.util.Optional.empty());
    assertThat(bases).isNotNull();
    assertThatThrownBy(() -> bases.require(List.of("no-such-image:1")))
        .hasMessageContaining("no-such-image:1");
  }

  private String image(String dockerfile) {
    BuildEvidence build = build(dockerfile);
    assertThat(build.status())
        .as(String.join("\n", build.logTail()))
        .isEqualTo(BuildEvidence.Status.BUILT);
    return String.valueOf(build.imageId());
  }

  private BuildEvidence build(String dockerfile) {
    return session.builder().build(request(dockerfile, BuildRequest.Limits.DEFAULT), Progress.NONE);
  }

  private BuildRequest request(String dockerfile, BuildRequest.Limits limits) {
    try {
      Path context = folder.resolve("context");
      Path file = Files.writeString(context.resolve("Dockerfile"), dockerfile);
      return new BuildRequest(
          context,
          file,
          session.run().uniqueName("image"),
          session.run().labels(),
          Map.of(),
          false,
          limits);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static ImageSpec service() {
    RequestSpec request =
        new RequestSpec(
            "home", "GET", "/", Map.of(), null, 200, null, List.of("hello"), Map.of(), false);
    return new ImageSpec(
        "web",
        List.of("Dockerfile"),
        List.of(),
        List.of(),
        ImageSpec.BuildNetwork.NONE,
        8080,
        Map.of(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        List.of(request),
        List.of(),
        List.of(),
        null,
        List.of());
  }
}
