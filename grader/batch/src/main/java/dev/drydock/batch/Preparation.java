package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKey;
import dev.drydock.batch.entry.KeyedSubmission;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.engine.host.InfrastructureException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Examines every entry, settles those that need no grading, and groups the rest. */
final class Preparation {

  private final BatchWork work;
  private final Planner planner;

  Preparation(BatchWork work, Planner planner) {
    this.work = work;
    this.planner = planner;
  }

  /** Groups of identical submissions to grade, in the entries' order. */
  List<Group> prepare(List<BatchEntry> entries, Register register) {
    ExecutorService pool = Executors.newFixedThreadPool(work.settings().jobs());
    try {
      List<Future<Optional<Member>>> looked = new ArrayList<>();
      for (BatchEntry entry : entries) {
        String path = register.path(entry.id());
        looked.add(pool.submit(() -> look(entry, path)));
      }
      Map<String, List<Member>> groups = new LinkedHashMap<>();
      for (Future<Optional<Member>> one : looked) {
        result(one).ifPresent(member -> join(groups, member));
      }
      return groups.values().stream().map(Group::new).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private void join(Map<String, List<Member>> groups, Member member) {
    String name = member.key().gradable() ? member.key().collection() : "alone: " + member.id();
    List<Member> group = groups.computeIfAbsent(name, key -> new ArrayList<>());
    if (!group.isEmpty()) {
      work.submissions().drop(member.id());
    }
    group.add(member);
  }

  private Optional<Member> look(BatchEntry entry, String path) {
    if (work.stop().isAsked()) {
      return Optional.empty();
    }
    try {
      KeyedSubmission read = work.settings().keys().read(entry);
      ContentKey key = read.key();
      Member member = new Member(entry, path, key);
      Planner.Step step = planner.step(entry, key);
      if (step instanceof Planner.Keep keep) {
        work.ledger().kept(entry.id(), keep.result());
        return Optional.empty();
      }
      if (step instanceof Planner.Judged judged) {
        work.ledger().record(member, judged.graded(), judged.how(), judged.how().words(), 0);
        return Optional.empty();
      }
      work.submissions().keep(entry.id(), read.submission());
      return Optional.of(member);
    } catch (UncheckedIOException | InfrastructureException e) {
      String reason = "the submission could not be read: " + InfrastructureResult.cause(e);
      work.ledger().lost(entry.id(), path, work.ours(entry.exercise(), reason).result());
      return Optional.empty();
    }
  }

  private static Optional<Member> result(Future<Optional<Member>> future) {
    try {
      return future.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RunFolderException("interrupted while reading the submissions");
    } catch (ExecutionException e) {
      if (e.getCause() instanceof RuntimeException runtime) {
        throw runtime;
      }
      throw new IllegalStateException(e.getCause());
    }
  }
}
