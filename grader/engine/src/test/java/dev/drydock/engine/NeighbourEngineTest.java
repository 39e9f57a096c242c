package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.github.dockerjava.api.model.Container;
import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.host.Interference;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.engine.ledger.Leftovers;
import dev.drydock.engine.run.ServiceRun;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Others on the same engine: they are left alone, and what they do is nobody's fault here. */
@RequiresEngine
class NeighbourEngineTest {

  private static final Job.Service SERVICE =
      new Job.Service(
          8080,
          Map.of(),
          Duration.ofSeconds(20),
          Duration.ofSeconds(2),
          List.of(new RequestSpec("home", Sent.get("/"), Expected.status(200), false)));

  @TempDir private Path folder;
  private GraderRun run;
  private EngineSession session;

  @BeforeEach
  void open() throws IOException {
    run = GraderRun.begin(new DrydockHome(Files.createDirectory(folder.resolve("home"))));
    session = EngineSession.open(run, "auto");
  }

  @AfterEach
  void close() {
    session.close();
    run.close();
  }

  @Test
  void aRunOfAnotherHomeIsLeftAloneByCleanUntilItIsOver() throws IOException {
    DrydockHome others = new DrydockHome(Files.createDirectory(folder.resolve("other")));
    Leftovers leftovers = new Leftovers(session.engine());
    leftovers.removeDead(others);
    assertThat(session.isUsable()).isTrue();
  }

  @Test
  void whatAKilledRunOfAnotherHomeLeftIsRemoved() throws IOException {
    DrydockHome others = new DrydockHome(Files.createDirectory(folder.resolve("other")));
    String dead = UUID.randomUUID().toString();
    String network =
        session
            .engine()
            .client()
            .createNetworkCmd()
            .withName("drydock-" + dead)
            .withLabels(Map.of(GraderRun.LABEL, dead))
            .exec()
            .getId();
    new Leftovers(session.engine()).removeDead(others);
    assertThat(session.engine().client().listNetworksCmd().withIdFilter(network).exec()).isEmpty();
  }

  @Test
  void aContainerThatSomebodyElseKillsIsNotJudged() throws IOException {
    String id = image("CMD [\"sleep\", \"60\"]");
    ServiceRun service = new ServiceRun(session, SERVICE, once(this::kill));
    assertThatThrownBy(() -> service.run(id, "", false)).isInstanceOf(Interference.class);
  }

  @Test
  void aContainerThatSomebodyElseRemovesIsNotJudged() throws IOException {
    String id = image("CMD [\"sleep\", \"61\"]");
    ServiceRun service = new ServiceRun(session, SERVICE, once(this::remove));
    assertThatThrownBy(() -> service.run(id, "", false)).isInstanceOf(Interference.class);
  }

  @Test
  void aProgramThatEndsAsIfItHadBeenKilledIs() throws IOException {
    String id = image("CMD [\"sh\", \"-c\", \"echo ending; exit 137\"]");
    RunEvidence seen = new ServiceRun(session, SERVICE, Progress.NONE).run(id, "", false);
    assertThat(seen.earlyExitCode()).isEqualTo(137);
  }

  /** Does something to the container, when it is waited for. */
  private Progress once(Consumer<String> what) {
    boolean[] done = new boolean[1];
    return (stage, words) -> {
      if (!done[0] && words.startsWith("waiting for an answer")) {
        done[0] = true;
        what.accept(container());
      }
    };
  }

  private String container() {
    List<Container> found =
        session
            .engine()
            .client()
            .listContainersCmd()
            .withLabelFilter(Map.of(GraderRun.LABEL, run.id()))
            .exec();
    return found.get(0).getId();
  }

  private void kill(String container) {
    session.engine().client().killContainerCmd(container).exec();
  }

  private void remove(String container) {
    session.engine().client().removeContainerCmd(container).withForce(true).exec();
  }

  private String image(String instructions) throws IOException {
    Path context = Files.createDirectory(folder.resolve("context"));
    Path dockerfile =
        Files.writeString(
            context.resolve("Dockerfile"), "FROM busybox:1.37\n" + instructions + "\n");
    BuildRequest request =
        new BuildRequest(
            context,
            dockerfile,
            run.uniqueName("neighbour"),
            run.labels(),
            Map.of(),
            BuildRequest.Steps.usual(false),
            BuildRequest.Limits.of(Duration.ofMinutes(2), ByteSize.parse("10 GB")));
    return String.valueOf(session.builder().build(request, Progress.NONE).imageId());
  }
}
