package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.Exchange;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import dev.drydock.engine.evidence.RunEvidence.StopEvidence;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.ledger.StandIns;
import dev.drydock.engine.run.SandboxedContainer;
import dev.drydock.engine.run.SandboxedContainer.StartRefused;
import dev.drydock.engine.run.ServiceRun;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.api.parallel.ResourceLock;

/** Builds and runs on the real engine of this machine. */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class EngineSessionEngineTest {

  private static final long ROOM = 10_000_000_000L;

  /** Held by those with bounds so narrow that another one's bytes would pass them. */
  private static final String DISK = "the engine's disk";

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
    session = EngineSession.open(run, "auto");
  }

  @AfterEach
  void close() {
    session.close();
    run.close();
    nothingIsLeftBehind();
  }

  private void nothingIsLeftBehind() {
    String label = GraderRun.LABEL + "=" + run.id();
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
  void theImagesOwnSignalIsSent() {
    String id =
        image(
            SERVER
                + "STOPSIGNAL SIGINT\nCMD [\"sh\", \"-c\", \"trap 'exit 3' TERM; trap 'exit 0' INT;"
                + " httpd -f -p 8080 -h /www & wait\"]\n");
    StopEvidence stop =
        new ServiceRun(session, service(), Progress.NONE).run(id, "SIGINT", false).stop();
    assertThat(stop).isNotNull();
    assertThat(stop.signal()).isEqualTo("SIGINT");
    assertThat(stop.exitCode()).isZero();
  }

  @Test
  void aHardenedRunHasAReadOnlyRootAndNoCapabilities() {
    String serve = "httpd -f -p 8080 -h /www\"]\n";
    String writer = image(SERVER + "CMD [\"sh\", \"-c\", \"echo x > /www/x && " + serve);
    String chowner =
        image(SERVER + "CMD [\"sh\", \"-c\", \"touch /tmp/x && chown 1 /tmp/x && " + serve);
    String modest = image(SERVER + "CMD [\"sh\", \"-c\", \"echo x > /tmp/x && " + serve);
    ServiceRun runs = new ServiceRun(session, service(), Progress.NONE);
    for (String id : List.of(writer, chowner)) {
      assertThat(runs.run(id, "", false).answered()).isTrue();
      assertThat(runs.run(id, "", true).answered()).isFalse();
    }
    assertThat(runs.run(writer, "", true).logTail()).last().asString().contains("Read-only");
    assertThat(runs.run(modest, "", true).answered()).isTrue();
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
  void whatASilentServiceSaysWhenItIsStoppedIsNotTakenForTheReason() {
    String id =
        image(
            SERVER
                + "CMD [\"sh\", \"-c\", \"trap 'echo bye; exit 0' TERM; echo up on 80;"
                + " httpd -f -p 80 -h /www & wait\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.answered()).isFalse();
    assertThat(run.logTail()).containsExactly("up on 80");
    assertThat(run.stop()).isNotNull();
    assertThat(run.sockets()).extracting(ListeningSocket::port).contains(80);
  }

  @Test
  void aProgramThatIsNotThereIsToldInTheEnginesWords() {
    String id = image("FROM busybox\nCMD [\"/nowhere\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.startError()).contains("exec: \"/nowhere\"").contains("no such file");
  }

  @Test
  void whoIgnoresTheSignalIsKilledInTime() {
    String id =
        image(
            SERVER
                + "CMD [\"sh\", \"-c\", \"trap '' TERM; httpd -f -p 8080 -h /www & wait;"
                + " sleep 99\"]\n");
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
  void whatIsBegunWhileTheSessionIsClosedIsRemovedToo() throws Exception {
    String id = image("FROM busybox\nCMD [\"sleep\", \"600\"]\n");
    SandboxedContainer.Settings sleeping =
        SandboxedContainer.Settings.command(id, Map.of(), List.of(), null);
    CountDownLatch began = new CountDownLatch(3);
    Thread starting =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 200; i++) {
                  SandboxedContainer.start(session, sleeping);
                  began.countDown();
                }
              } catch (StartRefused | RuntimeException e) {
                // the session is closed, or the image is gone already
              }
            });
    starting.start();
    assertThat(began.await(60, TimeUnit.SECONDS)).isTrue();

    session.close();

    starting.join(60_000);
    assertThat(starting.isAlive()).isFalse();
    nothingIsLeftBehind();
    assertThatThrownBy(() -> build("FROM busybox\n")).hasMessageContaining("the run is over");
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
            new BuildRequest.Limits(Duration.ofSeconds(3), 1_000_000, 0, ROOM));
    BuildEvidence build = session.builder().build(request, Progress.NONE);
    assertThat(build.status()).isEqualTo(BuildEvidence.Status.OVER_LIMIT);
    assertThat(build.message()).contains("longer than 3 s");
  }

  @Test
  void aBuildThatFloodsTheLogIsCutOff() {
    BuildRequest request =
        request(
            "FROM busybox\nRUN yes\n",
            new BuildRequest.Limits(Duration.ofSeconds(60), 100_000, 0, ROOM));
    BuildEvidence build = session.builder().build(request, Progress.NONE);
    assertThat(build.status()).isIn(BuildEvidence.Status.OVER_LIMIT);
    assertThat(build.message()).contains("printed more than");
  }

  @Test
  @ResourceLock(DISK)
  void aBuildThatFillsTheDiskIsCutOffAndToldFromItsNeighbours() throws Exception {
    BuildRequest filler =
        request(
            "FROM busybox\nRUN dd if=/dev/zero of=/big bs=1M count=9000\n",
            new BuildRequest.Limits(Duration.ofSeconds(60), 100_000, 0, 500_000_000));
    Path context = Files.createDirectory(folder.resolve("neighbour"));
    BuildRequest neighbour = request(context, "FROM busybox\nRUN sleep 2\n", filler.limits());
    CompletableFuture<BuildEvidence> beside =
        CompletableFuture.supplyAsync(() -> session.builder().build(neighbour, Progress.NONE));
    BuildEvidence build = session.builder().build(filler, Progress.NONE);
    assertThat(build.status()).isEqualTo(BuildEvidence.Status.OVER_LIMIT);
    assertThat(build.message()).contains("wrote more than 500 MB to the disk");
    assertThat(beside.get().status()).isEqualTo(BuildEvidence.Status.BUILT);
  }

  @Test
  @ResourceLock(DISK)
  void aContainerThatFillsTheDiskIsEnded() {
    String id =
        image(
            SERVER
                + "CMD [\"sh\", \"-c\", \"dd if=/dev/zero of=/big bs=1M count=9000;"
                + " httpd -f -p 8080 -h /www\"]\n");
    RunEvidence run = new ServiceRun(session, service(), Progress.NONE).run(id, "", false);
    assertThat(run.answered()).isFalse();
    assertThat(run.earlyExitCode()).isEqualTo(137);
    assertThat(run.logTail()).last().asString().contains("wrote more than 1.00 GB");
  }

  @Test
  void whatOneSubmissionLeavesInACacheMountNoOtherOneFinds() {
    String writer = "FROM busybox\nRUN --mount=type=cache,target=/c echo poison > /c/file\n";
    String reader = "FROM busybox\nRUN --mount=type=cache,target=/c test ! -e /c/file # \n";
    String first = "first" + run.id();
    assertThat(build(writer, first).status()).isEqualTo(BuildEvidence.Status.BUILT);
    assertThat(build(reader, first).status()).isEqualTo(BuildEvidence.Status.FAILED);
    assertThat(build(reader, "second" + run.id()).status()).isEqualTo(BuildEvidence.Status.BUILT);
  }

  private BuildEvidence build(String dockerfile, String namespace) {
    BuildRequest request =
        request(
            dockerfile, BuildRequest.Limits.of(Duration.ofMinutes(10), ByteSize.parse("10 GB")));
    return session
        .builder()
        .build(
            new BuildRequest(
                request.context(),
                request.dockerfile(),
                request.tag(),
                request.labels(),
                Map.of("BUILDKIT_CACHE_MOUNT_NS", namespace),
                BuildRequest.Steps.usual(false),
                request.limits()),
            Progress.NONE);
  }

  @Test
  @ResourceLock(DISK)
  void aBuildIsNotBlamedForWhatAContainerWrites() {
    String id =
        image(
            "FROM busybox\nCMD [\"sh\", \"-c\", \"for i in 1 2 3 4 5 6 7 8 9; do"
                + " dd if=/dev/zero of=/big$i bs=1M count=100; sleep 0.5; done\"]\n");
    CompletableFuture<RunEvidence> writer =
        CompletableFuture.supplyAsync(
            () -> new ServiceRun(session, service(), Progress.NONE).run(id, "", false));
    List<String> said = Collections.synchronizedList(new ArrayList<>());
    BuildEvidence built =
        session
            .builder()
            .build(
                request(
                    "FROM busybox\nRUN sleep 4; echo " + run.id() + "\n",
                    new BuildRequest.Limits(Duration.ofSeconds(60), 100_000, 0, 250_000_000)),
                (stage, words) -> said.add(words));
    writer.join();
    assertThat(said).anyMatch(words -> words.startsWith("once more, alone: the build wrote more"));
    assertThat(built.status()).as(built.message()).isEqualTo(BuildEvidence.Status.BUILT);
  }

  @Test
  void twoBuildsThatShareAStepAreEachToldOfItOnce() throws Exception {
    String dockerfile =
        "FROM busybox\nCOPY file /\nRUN sleep 1; echo " + run.id() + "\nRUN exit 3\n";
    List<CompletableFuture<BuildEvidence>> builds =
        Stream.of("one", "two")
            .map(name -> contextOf(name, dockerfile))
            .map(
                request ->
                    CompletableFuture.supplyAsync(
                        () -> session.builder().build(request, Progress.NONE)))
            .toList();
    for (CompletableFuture<BuildEvidence> build : builds) {
      List<String> steps = List.of("COPY file /", "RUN sleep 1; echo " + run.id(), "RUN exit 3");
      assertThat(build.get().steps())
          .extracting(BuildStep::name)
          .filteredOn(name -> !name.startsWith("FROM"))
          .isEqualTo(steps);
      assertThat(build.get().logTail()).containsOnlyOnceElementsOf(steps);
    }
  }

  /** The same files in a folder of its own. */
  private BuildRequest contextOf(String name, String dockerfile) {
    try {
      Path context = Files.createDirectory(folder.resolve(name));
      Files.writeString(context.resolve("file"), run.id());
      return request(
          context,
          dockerfile,
          BuildRequest.Limits.of(Duration.ofMinutes(10), ByteSize.parse("10 GB")));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
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
    return session
        .builder()
        .build(
            request(
                dockerfile,
                BuildRequest.Limits.of(Duration.ofMinutes(10), ByteSize.parse("10 GB"))),
            Progress.NONE);
  }

  private BuildRequest request(String dockerfile, BuildRequest.Limits limits) {
    return request(folder.resolve("context"), dockerfile, limits);
  }

  private BuildRequest request(Path context, String dockerfile, BuildRequest.Limits limits) {
    try {
      Path file = Files.writeString(context.resolve("Dockerfile"), dockerfile);
      return new BuildRequest(
          context,
          file,
          session.run().uniqueName("image"),
          session.run().labels(),
          Map.of(),
          BuildRequest.Steps.usual(false),
          limits);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static final RequestSpec SLOW =
      new RequestSpec("slow", Sent.get("/slow"), Expected.status(200), true);

  private static final String SLOW_SERVER =
      """
      FROM node:24-alpine
      COPY <<EOF /server.js
      const server = require('http').createServer((request, answer) =>
        setTimeout(() => answer.end('hello'), request.url === '/slow' ? 1000 : 0));
      server.listen(8080);
      process.on('SIGTERM', () => %s);
      EOF
      CMD ["node", "/server.js"]
      """;

  @Test
  void whatIsUnderWayWhenStoppingIsAnsweredByAProgramThatLetsItFinish() {
    StopEvidence stop = stopped("server.close(() => process.exit(0))");
    assertThat(stop.inFlightAnswered()).isTrue();
    assertThat(stop.exitCode()).isZero();
  }

  @Test
  void whatIsUnderWayWhenStoppingIsCutOffByAProgramThatEndsAtOnce() {
    StopEvidence stop = stopped("process.exit(0)");
    assertThat(stop.inFlightAnswered()).isFalse();
    assertThat(stop.exitCode()).isZero();
  }

  private StopEvidence stopped(String onSignal) {
    String id = image(SLOW_SERVER.formatted(onSignal));
    StopEvidence stop =
        new ServiceRun(session, service(SLOW), Progress.NONE).run(id, "", false).stop();
    assertThat(stop).isNotNull();
    return stop;
  }

  private static Job.Service service(RequestSpec... more) {
    RequestSpec request =
        new RequestSpec(
            "home",
            Sent.get("/"),
            new Expected(200, null, List.of("hello"), Map.of(), false),
            false);
    return new Job.Service(
        8080,
        Map.of(),
        Duration.ofSeconds(10),
        Duration.ofSeconds(2),
        Stream.concat(Stream.of(request), Stream.of(more)).toList());
  }
}
