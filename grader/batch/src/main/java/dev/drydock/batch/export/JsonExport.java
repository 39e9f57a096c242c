package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.json.Json;
import dev.drydock.verdict.SubmissionResult;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Everything, in one document. */
final class JsonExport {

  private JsonExport() {}

  static Exported render(List<Mark> marks) {
    List<Entry> entries = marks.stream().map(JsonExport::entry).toList();
    return Exported.one(Format.JSON, Json.write(new Document(1, entries)), List.of());
  }

  private static Entry entry(Mark mark) {
    return new Entry(
        mark.id().student(),
        mark.id().exercise(),
        mark.points().orElse(null),
        mark.result().maxPoints(),
        mark.isOverridden(),
        mark.comment(),
        mark.submittedAt() == null ? null : mark.submittedAt().toString(),
        mark.isLate(),
        mark.lateBy().map(java.time.Duration::toSeconds).orElse(null),
        mark.result());
  }

  private record Document(int schemaVersion, List<Entry> entries) {}

  /**
   * @param points that count; null when not graded
   */
  private record Entry(
      String student,
      String exercise,
      @Nullable Double points,
      double maxPoints,
      boolean overridden,
      String comment,
      @Nullable String submittedAt,
      boolean late,
      @Nullable Long lateSeconds,
      SubmissionResult result) {}
}
