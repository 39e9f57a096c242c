package dev.drydock.batch;

import dev.drydock.batch.entry.ContentKey;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.entry.KeyedSubmission;
import dev.drydock.batch.judge.Sharing;
import dev.drydock.batch.progress.Settled;
import dev.drydock.batch.queue.Claim;
import dev.drydock.batch.queue.WorkQueue;
import dev.drydock.exercise.Exercise;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Takes groups from the queue, one after another, and grades them. */
final class Worker implements Runnable {

  private final BatchSettings settings;
  private final Ledger ledger;
  private final BatchWork work;
  private final WorkQueue queue;
  private final Map<String, Group> groups;
  private final Consumer<Group> add;
  private final Thread thread = new Thread(this, "grading");
  private @Nullable Assignment assigned;
  private boolean dismissed;
  private volatile boolean givenUp;

  /** Its current work, and since when. */
  private record Assignment(Claim claim, Group group, long began) {

    long millis() {
      return TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - began);
    }
  }

  Worker(BatchWork work, WorkQueue queue, Map<String, Group> groups, Consumer<Group> add) {
    this.work = work;
    this.settings = work.settings();
    this.ledger = work.ledger();
    this.queue = queue;
    this.groups = groups;
    this.add = add;
    thread.setDaemon(true);
  }

  void start() {
    thread.start();
  }

  boolean isAlive() {
    return thread.isAlive();
  }

  void interrupt() {
    thread.interrupt();
  }

  void join(long millis) throws InterruptedException {
    thread.join(millis);
  }

  @Override
  public void run() {
    try {
      for (Optional<Claim> claim = queue.take();
          claim.isPresent() && !givenUp;
          claim = queue.take()) {
        work(claim.get());
      }
    } catch (InterruptedException e) {
      // a stop that could not wait
      thread.interrupt();
    }
  }

  private void work(Claim claim) {
    Group group = groups.get(claim.job());
    if (group == null) {
      queue.done(claim);
      return;
    }
    Assignment mine = new Assignment(claim, group, System.nanoTime());
    take(mine);
    EntryId leader = group.leader().id();
    ledger.progress().started(leader);
    try {
      gradeAndFinish(mine);
    } finally {
      ledger.progress().ended(leader);
      take(null);
    }
  }

  /** An exception, which a grader must not throw, is the grader's failure too. */
  private GradedSubmission grade(Member member) {
    Exercise exercise = member.entry().exercise();
    try {
      return settings
          .grader()
          .grade(
              exercise,
              work.submissions().of(member.entry()),
              (phase, detail) -> ledger.progress().at(member.id(), phase, detail));
    } catch (Throwable e) {
      return ours(member, InfrastructureResult.cause(e));
    }
  }

  private GradedSubmission ours(Member member, String reason) {
    return work.ours(member.entry().exercise(), reason);
  }

  /**
   * The submission is read once more after grading, before anything is decided: the engine may take
   * its time to say which base images are there.
   */
  private void gradeAndFinish(Assignment mine) {
    Member leader = mine.group().leader();
    GradedSubmission graded = grade(leader);
    KeyedSubmission now = null;
    if (graded.result().state() != State.NOT_GRADED) {
      try {
        now = settings.keys().read(leader.entry());
      } catch (RuntimeException e) {
        graded = ours(leader, InfrastructureResult.cause(e));
      }
    }
    finish(mine, graded, now);
  }

  private synchronized void finish(
      Assignment mine, GradedSubmission graded, @Nullable KeyedSubmission now) {
    boolean cutShort = work.stop().isAsked() && graded.result().state() == State.NOT_GRADED;
    if (dismissed || cutShort || !queue.holds(mine.claim())) {
      return;
    }
    try {
      GradedSubmission certain = unlessChanged(mine, graded, now);
      if (settings.retry().isRepeated(certain.result(), mine.claim().attempt())) {
        repeat(mine, certain);
      } else {
        record(mine, certain);
        done(mine);
      }
    } catch (UncheckedIOException e) {
      unwritten(mine, "the result could not be written: " + InfrastructureResult.cause(e));
    }
  }

  /**
   * A submission that changed while it was graded has to be graded again. Base images may have
   * arrived in the meantime; they are then part of its key.
   */
  private GradedSubmission unlessChanged(
      Assignment mine, GradedSubmission graded, @Nullable KeyedSubmission now) {
    Member leader = mine.group().leader();
    if (now == null) {
      return graded;
    }
    ContentKey key = now.key();
    if (key.submission().equals(leader.key().submission())) {
      groups.put(mine.claim().job(), mine.group().under(key.conditions()));
      return graded;
    }
    for (Member other : mine.group().others()) {
      add.accept(new Group(List.of(other)));
    }
    groups.put(mine.claim().job(), new Group(List.of(leader.withKey(key))));
    work.submissions().keep(leader.id(), now.submission());
    return ours(leader, "the submission changed during grading");
  }

  private void repeat(Assignment mine, GradedSubmission graded) {
    Member leader = mine.group().leader();
    int attempt = mine.claim().attempt();
    String reason = String.valueOf(graded.result().message());
    ledger.tried(leader, graded.result(), mine.millis());
    settings.view().retrying(leader.id(), reason, attempt + 1, settings.retry().delay(attempt));
    queue.again(mine.claim(), settings.retry().delay(attempt));
  }

  private void record(Assignment mine, GradedSubmission graded) {
    Group group = groups.getOrDefault(mine.claim().job(), mine.group());
    Member leader = group.leader();
    ledger.record(leader, graded, Settled.GRADED, Settled.GRADED.words(), mine.millis());
    for (Member other : group.others()) {
      Optional<GradedSubmission> shared =
          graded.result().state() == State.NOT_GRADED
              ? Optional.of(graded)
              : Sharing.as(other.key(), graded, leader.key().dockerfiles());
      if (shared.isPresent()) {
        String words = "same as " + leader.id().student();
        ledger.record(other, shared.get(), Settled.SHARED, words, 0);
      } else {
        add.accept(new Group(List.of(other)));
      }
    }
  }

  private void unwritten(Assignment mine, String reason) {
    Member leader = mine.group().leader();
    if (mine.claim().attempt() <= settings.retry().delays().size()) {
      repeat(mine, ours(leader, reason));
      return;
    }
    for (Member member : mine.group().members()) {
      ledger.lost(member.id(), member.path(), ours(member, reason).result());
    }
    done(mine);
  }

  private void done(Assignment mine) {
    work.submissions().drop(mine.group().leader().id());
    queue.done(mine.claim());
  }

  private synchronized void take(@Nullable Assignment next) {
    assigned = next;
  }

  synchronized boolean isWorking() {
    return assigned != null;
  }

  synchronized boolean isOver(Duration limit) {
    return assigned != null && !givenUp && assigned.millis() > limit.toMillis();
  }

  /** Consider this worker lost: its later results are refused, its job goes to another. */
  synchronized boolean giveUp() {
    Assignment lost = assigned;
    if (lost == null || givenUp) {
      return false;
    }
    givenUp = true;
    String reason = "no answer within %d min".formatted(settings.limit().toMinutes());
    finish(lost, ours(lost.group().leader(), reason), null);
    dismissed = true;
    interrupt();
    return true;
  }

  boolean isGivenUp() {
    return givenUp;
  }

  /** Refuse its later results. */
  synchronized void dismiss() {
    dismissed = true;
  }
}
