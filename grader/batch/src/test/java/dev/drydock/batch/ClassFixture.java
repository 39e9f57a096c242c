package dev.drydock.batch;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKeys;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.entry.IntakeKeys;
import dev.drydock.batch.entry.KeyedSubmission;
import dev.drydock.batch.store.EntryRecord;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunManifest;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseFolder;
import dev.drydock.submission.Submission;
import dev.drydock.submission.choice.Intake;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A course with the exercise 3.9, a class of students, and a RUN folder. */
final class ClassFixture {

  static final String GOOD = "FROM golang:1.27 AS build\nRUN go build\nFROM scratch\nUSER 1\n";

  static final String REQUESTS = "requests: [{name: ping, path: /ping}]";

  private final Path home;
  private final List<BatchEntry> entries = new ArrayList<>();
  private Exercise exercise;
  private final Queue<Read> reads = new ConcurrentLinkedQueue<>();
  private volatile @Nullable String conditions = "engine 28, golang:1.27=a";

  private record Read(Submission submission, Path source) {}

  ClassFixture(Path home) {
    this.home = home;
    this.exercise = exercise("8 MB");
  }

  /** The exercise, with another limit on the size. */
  Exercise exercise(String limit) {
    return exercise(limit, REQUESTS);
  }

  /** The exercise, building and running the app otherwise. */
  Exercise exercise(String limit, String how) {
    String yaml =
        """
        id: "3.9"
        title: Multi-stage backend
        summary: Ship the binary.
        images:
          - name: backend
            port: 8080
            HOW
            checks: {D02: {points: 1}, I01: {points: 3, max: LIMIT}}
        """
            .replace("LIMIT", limit)
            .replace("HOW", how);
    Path folder = ExerciseFolder.write(home, "3.9-multi-stage-backend", yaml);
    ExerciseFolder.file(folder, "backend/main.go", "package main\n");
    ExerciseFolder.file(folder, "backend/Dockerfile", "FROM golang:1.27\n");
    exercise = ExerciseFolder.load(folder);
    entries.replaceAll(entry -> BatchEntry.of(entry.student(), exercise, entry.source()));
    return exercise;
  }

  /** What the engine says from now on; null when none answers. */
  void conditions(@Nullable String text) {
    conditions = text;
  }

  /** Hand in a Dockerfile, or another one. */
  ClassFixture student(String name, String dockerfile) {
    return student(name, "backend/Dockerfile", dockerfile);
  }

  ClassFixture student(String name, String file, String text) {
    boolean known = entries.stream().anyMatch(entry -> entry.student().equals(name));
    String folder = name.matches("[a-z0-9-]{1,50}") ? name : "student-" + entries.size();
    Path source =
        entries.stream()
            .filter(entry -> entry.student().equals(name))
            .map(BatchEntry::source)
            .findFirst()
            .orElse(home.resolve("class").resolve(folder));
    write(source.resolve(file), text);
    if (!known) {
      entries.add(BatchEntry.of(name, exercise, source));
    }
    return this;
  }

  List<BatchEntry> entries() {
    return List.copyOf(entries);
  }

  Path out() {
    return home.resolve("run");
  }

  Path temporary() {
    try {
      return Files.createDirectories(home.resolve("temporary"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  ContentKeys keys() {
    ContentKeys keys =
        new IntakeKeys(
            Intake.using(temporary()),
            Course.unspecified(),
            (one, submission) -> Optional.ofNullable(conditions));
    return entry -> {
      KeyedSubmission read = keys.read(entry);
      reads.add(new Read(read.submission(), entry.source()));
      return read;
    };
  }

  /** How often the submissions of a folder were read. */
  long reads(String student) {
    return reads.stream().filter(read -> read.source().endsWith(student)).count();
  }

  FakeGrader grader() {
    return new FakeGrader(this::source);
  }

  /** Equal submissions may be of several students: the very one that was read. */
  @SuppressWarnings("ReferenceEquality")
  private Path source(Submission submission) {
    return reads.stream()
        .filter(read -> read.submission() == submission)
        .map(Read::source)
        .findFirst()
        .orElseThrow();
  }

  BatchSettings settings(FakeGrader grader) {
    java.time.Duration none = java.time.Duration.ZERO;
    return BatchSettings.of(out(), entries(), grader, keys())
        .withRetry(RetryPolicy.after(none, none, none));
  }

  BatchSummary run(FakeGrader grader) {
    return Batch.run(settings(grader));
  }

  RunFolder folder() {
    return RunFolder.open(out());
  }

  private String path(String student) {
    return folder().manifest().orElseThrow().entries().stream()
        .filter(line -> line.student().equals(student))
        .map(RunManifest.EntryLine::path)
        .findFirst()
        .orElseThrow();
  }

  SubmissionResult result(String student) {
    return folder().result(path(student)).orElseThrow();
  }

  EntryRecord record(String student) {
    return folder().record(new EntryId(student, "3.9"), path(student));
  }

  Path resultFile(String student) {
    return folder().resultFile(path(student));
  }

  /** All files below {@code results} with their content. */
  static SortedMap<String, String> results(Path out) {
    SortedMap<String, String> files = new TreeMap<>();
    Path root = out.resolve(RunFolder.RESULTS);
    try (Stream<Path> all = Files.walk(root)) {
      for (Path file : all.filter(Files::isRegularFile).toList()) {
        files.put(root.relativize(file).toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return files;
  }

  static void write(Path file, String text) {
    try {
      Files.createDirectories(file.getParent());
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
