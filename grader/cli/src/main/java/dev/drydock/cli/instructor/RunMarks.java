package dev.drydock.cli.instructor;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.export.ExportOptions;
import dev.drydock.batch.export.Exported;
import dev.drydock.batch.export.Format;
import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.judge.Marks;
import dev.drydock.batch.judge.Overrides;
import dev.drydock.batch.progress.Settled;
import dev.drydock.batch.store.EntryRecord;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.cli.call.CliContext;
import dev.drydock.exercise.PristineFiles;
import dev.drydock.site.results.Assessment;
import dev.drydock.site.results.Attempt;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The marks of a run, with the instructor's overrides and the course's dates applied. */
final class RunMarks {

  private final CliContext context;
  private final RunFolder folder;
  private final Overrides overrides;
  private final List<Mark> marks;

  RunMarks(CliContext context, Path run, Selection selection) throws IOException {
    this.context = context;
    this.folder = RunFolder.open(run);
    this.overrides = Overrides.of(folder);
    this.marks = Marks.read(folder, selection, overrides, due());
  }

  Exported export(Format format, ExportOptions options) {
    return format.render(marks, options.withStarters(this::starters));
  }

  /** Overrides for students the run does not have, a sentence each. */
  List<String> strangers() {
    return overrides.strangers(folder);
  }

  List<SubmissionResult> results() {
    return marks.stream().map(Mark::result).toList();
  }

  /** What a batch keeps beside the results. */
  Map<EntryId, Assessment> assessments() {
    return marks.stream().collect(Collectors.toUnmodifiableMap(Mark::id, RunMarks::assessment));
  }

  private static Assessment assessment(Mark mark) {
    Double points = mark.isOverridden() ? mark.points().orElseThrow() : null;
    List<Attempt> attempts = mark.attempts().stream().map(RunMarks::attempt).toList();
    return new Assessment(points, mark.notes(), mark.isLate(), attempts);
  }

  private static Attempt attempt(EntryRecord.Attempt of) {
    boolean again = of.how().equals(Settled.JUDGED.words());
    return new Attempt(of.at(), of.state(), of.passed(), of.points(), again);
  }

  boolean areAllGraded() {
    return marks.stream().allMatch(Mark::isGraded);
  }

  private Map<String, Instant> due() {
    Map<String, Instant> due = new HashMap<>();
    context
        .course()
        .dates()
        .forEach(
            (exercise, dates) -> {
              if (dates.due() != null) {
                due.put(exercise, dates.due().toInstant());
              }
            });
    return due;
  }

  /** The Dockerfiles an exercise hands out; none if the exercise is gone. */
  private List<String> starters(String exercise) {
    return context.catalogue().all().stream()
        .filter(one -> one.id().equals(exercise))
        .flatMap(one -> one.images().stream().map(image -> PristineFiles.of(one, image)))
        .flatMap(files -> Stream.ofNullable(files.get("Dockerfile")))
        .map(RunMarks::text)
        .toList();
  }

  private static String text(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
