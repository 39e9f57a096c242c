package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.build.BuildTimes;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.BuildCache;
import dev.drydock.engine.host.Progress;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.GraderRun;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What builds leave in the builder's cache, on the real engine of this machine. */
@RequiresEngine
class CacheBudgetEngineTest {

  private static final String DEEP =
      """
      FROM busybox AS deep
      RUN mkdir /out && cd /out && for i in $(seq 3000); do mkdir dddddddd && cd dddddddd; done; true
      FROM busybox
      COPY --from=deep /out/ /out/
      """;

  @TempDir private Path home;
  @TempDir private Path context;
  private GraderRun run;
  private EngineSession session;
  private final BuildTimes times = new BuildTimes();

  @BeforeEach
  void open() {
    run = GraderRun.begin(new DrydockHome(home));
    session = EngineSession.open(run, "buildkit");
  }

  @AfterEach
  void close() {
    session.close();
    run.close();
  }

  /** Till it is gone, the engine can neither say what it holds nor collect its garbage. */
  @Test
  void whatCannotBeMeasuredIsRemoved() throws IOException {
    BuildEvidence build = build(DEEP);

    assertThat(build.status()).isEqualTo(BuildEvidence.Status.FAILED);
    assertThat(build.message()).contains("file name too long").doesNotContain("buildkit-mount");
    assertThat(records()).as("the engine says again what it holds").isNotEmpty();
  }

  /** Unless another run is at work here, whose builds cannot be told from ours. */
  @Test
  void whatASubmissionLeavesBeyondTheBudgetGoesWithIt() throws IOException {
    CacheBudget budget = budget();
    Set<String> before = ids();
    build("FROM busybox\nRUN head -c 3000000 /dev/urandom > /x-" + run.id() + "\nRUN true\n");
    assertThat(bytesBesides(before)).isGreaterThan(3_000_000);

    budget.keep(Optional.empty());

    if (CacheBudget.othersAreAtWork(session.engine(), run)) {
      return;
    }
    assertThat(bytesBesides(before)).isLessThan(1_000_001);
  }

  @Test
  void whatASubmissionInHandMayNeedStays() throws IOException {
    CacheBudget budget = budget();
    Set<String> before = ids();
    Instant taken = Instant.now();
    build("FROM busybox\nRUN head -c 3000000 /dev/urandom > /y-" + run.id() + "\nRUN true\n");

    budget.keep(Optional.of(taken));

    assertThat(bytesBesides(before)).isGreaterThan(3_000_000);
    budget.keep(Optional.empty());
  }

  /** What somebody else builds beside a run, in the time in which the run builds nothing. */
  @Test
  void whatOthersBuiltStays() throws IOException {
    CacheBudget budget =
        CacheBudget.begin(
            session.engine(),
            run,
            new BuildTimes(),
            session.disk().shared(),
            ByteSize.parse("1 MB"));
    Set<String> before = ids();
    build("FROM busybox\nRUN head -c 3000000 /dev/urandom > /z-" + run.id() + "\nRUN true\n");

    budget.keep(Optional.empty());

    assertThat(bytesBesides(before)).isGreaterThan(3_000_000);
  }

  private CacheBudget budget() {
    return CacheBudget.begin(
        session.engine(), run, times, session.disk().shared(), ByteSize.parse("1 MB"));
  }

  private Set<String> ids() {
    return records().stream().map(BuildCache.Record::id).collect(Collectors.toSet());
  }

  private List<BuildCache.Record> records() {
    return session.engine().buildCache().records();
  }

  private long bytesBesides(Set<String> before) {
    return records().stream()
        .filter(record -> !before.contains(record.id()))
        .mapToLong(BuildCache.Record::bytes)
        .sum();
  }

  private BuildEvidence build(String dockerfile) throws IOException {
    Path file = Files.writeString(context.resolve("Dockerfile"), dockerfile);
    String tag = run.uniqueName("cache");
    BuildRequest request =
        new BuildRequest(
            context,
            file,
            tag,
            run.labels(),
            Map.of(),
            BuildRequest.Steps.usual(false),
            BuildRequest.Limits.of(Duration.ofMinutes(2), ByteSize.parse("10 GB")));
    Instant began = Instant.now();
    BuildEvidence build = session.builder().attempt(request, Progress.NONE).evidence();
    times.note(began);
    session.removeImage(tag);
    return build;
  }
}
