package dev.drydock.cli;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.exercise.ExerciseLoader;
import dev.drydock.exercise.ExpectedVerdict;
import dev.drydock.exercise.Fixture;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.Solutions;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import dev.drydock.verify.Verdicts;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A class made of what a course's author keeps: references, near misses, samples and starters, some
 * with changes that change no verdict, some twice, and a few hostile ones. Of every submission it
 * is known what it must get. The same seed makes the same class.
 */
final class GeneratedClass {

  /** Of so many submissions one is hostile. */
  private static final int HOSTILE = 8;

  private final Path folder;
  private final List<Entry> entries = new ArrayList<>();

  /**
   * One submission.
   *
   * @param expected what it must get
   */
  record Entry(String student, Exercise exercise, Fixture expected) {

    /** What is wrong with the result it got. */
    List<String> defects(SubmissionResult result) {
      boolean hostile = expected.name().equals("hostile");
      return hostile && result.state() == State.NOT_GRADABLE
          ? List.of()
          : Verdicts.defects(expected, result);
    }
  }

  private GeneratedClass(Path folder) {
    this.folder = folder;
  }

  /** Make a class in a folder. */
  static GeneratedClass of(Path course, Path folder, int submissions, long seed)
      throws IOException {
    GeneratedClass made = new GeneratedClass(Files.createDirectories(folder));
    List<Solutions> all =
        ExerciseCatalogue.of(course, ExerciseLoader.forChecks(CheckCatalogue.all())).all().stream()
            .map(exercise -> Solutions.of(course, exercise))
            .filter(solutions -> Files.isDirectory(solutions.reference()))
            .toList();
    Random random = new Random(seed);
    for (int i = 0; i < submissions; i++) {
      Solutions solutions = all.get(i % all.size());
      String student = "student-%03d".formatted(i);
      if (i % HOSTILE == HOSTILE - 1) {
        made.hostile(student, solutions.exercise(), random);
      } else {
        List<Fixture> fixtures = solutions.fixtures();
        // every one of them once, then whichever comes
        int number = i / all.size();
        int one = number < fixtures.size() ? number : random.nextInt(fixtures.size());
        made.fixture(student, solutions.exercise(), fixtures.get(one), random);
      }
    }
    return made;
  }

  Path folder() {
    return folder;
  }

  List<Entry> entries() {
    return List.copyOf(entries);
  }

  private void fixture(String student, Exercise exercise, Fixture fixture, Random random)
      throws IOException {
    Path to = folder.resolve(student).resolve(exercise.id());
    try (Stream<Path> files = Files.walk(fixture.source())) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = to.resolve(fixture.source().relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy);
        if (file.getFileName().toString().equals("Dockerfile")) {
          vary(copy, random);
        }
      }
    }
    entries.add(new Entry(student, exercise, fixture));
  }

  /** Other bytes, the same meaning. */
  private static void vary(Path dockerfile, Random random) throws IOException {
    String text = Files.readString(dockerfile);
    String end = text.endsWith("\n") ? "" : "\n";
    switch (random.nextInt(4)) {
      case 0 -> Files.writeString(dockerfile, text + end + "# " + random.nextInt(1_000) + "\n");
      case 1 -> Files.writeString(dockerfile, text + end + "\n".repeat(1 + random.nextInt(9)));
      case 2 ->
          Files.writeString(dockerfile, text + end + "LABEL variation=" + random.nextInt() + "\n");
      default -> {
        // as it is: several hand in the same
      }
    }
  }

  private void hostile(String student, Exercise exercise, Random random) throws IOException {
    ImageSpec image = exercise.images().get(random.nextInt(exercise.images().size()));
    Path to = folder.resolve(student).resolve(exercise.id()).resolve(image.name());
    Path dockerfile = Files.createDirectories(to).resolve("Dockerfile");
    switch (random.nextInt(5)) {
      case 0 -> Files.writeString(dockerfile, "FROM drydock/reference\n");
      case 1 -> Files.writeString(dockerfile, "FROM busybox\nCOPY --from=somebody/else / /\n");
      case 2 -> Files.createSymbolicLink(dockerfile, Path.of("/etc/passwd"));
      case 3 -> Files.writeString(dockerfile, "RUN \u001b[31m before any FROM\n");
      default -> Files.write(dockerfile, new byte[] {0, 1, 2, (byte) 0xFF});
    }
    ExpectedVerdict refused = new ExpectedVerdict("hostile", false, "", Map.of(), false);
    entries.add(
        new Entry(student, exercise, new Fixture(Fixture.Kind.NEAR_MISS, "hostile", to, refused)));
  }
}
