package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKey;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.judge.JudgeAgain;
import dev.drydock.batch.judge.Sharing;
import dev.drydock.batch.progress.Settled;
import dev.drydock.batch.store.EntryRecord.Standing;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunManifest.EntryLine;
import dev.drydock.evidence.Evidence;
import dev.drydock.pipeline.GradedSubmission;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Decides what an entry needs: nothing, judging, or grading. */
final class Planner {

  private final RunFolder folder;
  private final Map<String, String> hashes;
  private final boolean force;
  private final Map<EntryId, Stored> stored = new HashMap<>();
  private final Map<String, Stored> byKey = new HashMap<>();

  /**
   * @param lines all entries of the run
   * @param force whether to grade even what has not changed
   */
  Planner(RunFolder folder, List<EntryLine> lines, Map<String, String> hashes, boolean force) {
    this.folder = folder;
    this.hashes = hashes;
    this.force = force;
    for (EntryLine line : lines) {
      EntryId id = new EntryId(line.student(), line.exercise());
      Standing standing = folder.record(id, line.path()).standing();
      if (standing != null) {
        Stored one = new Stored(line.path(), standing);
        stored.put(id, one);
        byKey.putIfAbsent(standing.collectionKey(), one);
      }
    }
  }

  /** What an entry needs. */
  sealed interface Step {}

  /** Its stored result still holds. */
  record Keep(SubmissionResult result) implements Step {}

  /** It gets a result without building anything. */
  record Judged(GradedSubmission graded, Settled how) implements Step {}

  record Grade() implements Step {}

  Step step(BatchEntry entry, ContentKey key) {
    if (force) {
      return new Grade();
    }
    Stored own = stored.get(entry.id());
    if (own != null && own.standing().isOf(key)) {
      Optional<SubmissionResult> result = folder.result(own.path(), own.standing());
      if (result.isPresent() && own.standing().judgingKey().equals(key.judging())) {
        return new Keep(result.get());
      }
      Optional<Step> judged = judged(entry, key, own, Settled.JUDGED);
      if (judged.isPresent()) {
        return judged.get();
      }
    }
    Stored other = key.gradable() && key.isComplete() ? byKey.get(key.collection()) : null;
    return other == null || other.equals(own)
        ? new Grade()
        : judged(entry, key, other, Settled.SHARED).orElse(new Grade());
  }

  private Optional<Step> judged(BatchEntry entry, ContentKey key, Stored from, Settled how) {
    Optional<SubmissionResult> earlier = folder.result(from.path(), from.standing());
    Optional<List<Evidence>> evidence = folder.evidence(from.standing());
    boolean words = how == Settled.JUDGED || earlier.filter(Planner::isGraded).isPresent();
    if (earlier.isEmpty() || evidence.isEmpty() || !words) {
      return Optional.empty();
    }
    List<Evidence> renamed =
        evidence.get().stream().map(one -> Sharing.renamed(one, key.dockerfiles())).toList();
    String hash = hashes.getOrDefault(entry.exercise().id(), "");
    return JudgeAgain.judge(entry.exercise(), earlier.get(), renamed, key.ignored(), hash)
        .map(result -> result.withNotes(key.notes()))
        .map(result -> new Judged(new GradedSubmission(result, evidence.get()), how));
  }

  /** Messages about others may mention the names of their files. */
  private static boolean isGraded(SubmissionResult result) {
    return result.state() == State.GRADED;
  }

  private record Stored(String path, Standing standing) {}
}
