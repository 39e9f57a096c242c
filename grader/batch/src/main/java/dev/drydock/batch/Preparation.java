package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKey;
import dev.drydock.batch.store.RunFolderException;
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

/** Looks at every entry, settles those that need no grading, and groups the others. */
final class Preparation {

  private final BatchSettings settings;
  private final Planner planner;
  private final Ledger ledger;
  private final Map<String, String> hashes;
  private final Stop stop;

  Preparation(
      BatchSettings settings,
      Planner planner,
      Ledger ledger,
      Map<String, String> hashes,
      Stop stop) {
    this.settings = settings;
    this.planner = planner;
    this.ledger = ledger;
    this.hashes = hashes;
    this.stop = stop;
  }

  /** Groups of identical submissions to grade, in the entries' order. */
  List<Group> prepare(List<BatchEntry> entries, Register register) {
    ExecutorService pool = Executors.newFixedThreadPool(settings.jobs());
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

  private static void join(Map<String, List<Member>> groups, Member member) {
    String name = member.key().gradable() ? member.key().collection() : "alone: " + member.id();
    groups.computeIfAbsent(name, key -> new ArrayList<>()).add(member);
  }

  private Optional<Member> look(BatchEntry entry, String path) {
    if (stop.isAsked()) {
      return Optional.empty();
    }
    try {
      ContentKey key = settings.keys().of(entry);
      Member member = new Member(entry, path, key);
      Planner.Step step = planner.step(entry, key);
      if (step instanceof Planner.Keep keep) {
        ledger.kept(entry.id(), keep.result());
        return Optional.empty();
      }
      if (step instanceof Planner.Judged judged) {
        ledger.record(member, judged.graded(), judged.how(), judged.how().words(), 0);
        return Optional.empty();
      }
      return Optional.of(member);
    } catch (UncheckedIOException e) {
      String hash = hashes.getOrDefault(entry.exercise().id(), "");
      String reason = "the submission could not be read: " + InfrastructureResult.cause(e);
      ledger.lost(
          entry.id(), path, InfrastructureResult.because(entry.exercise(), hash, reason).result());
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
