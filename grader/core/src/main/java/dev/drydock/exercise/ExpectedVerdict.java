package dev.drydock.exercise;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * The verdict a near miss or a sample must get: the content of its {@code expected.yaml}.
 *
 * <pre>{@code
 * note: A fine image, but it runs as root.
 * state: graded
 * fails:
 *   backend: [I09, R03]
 * }</pre>
 *
 * @param gradable false when it must be refused
 * @param message words of the message it is refused with, empty for any
 * @param fails ids of exactly the required checks that fail, by image; images that fail none are
 *     left out
 * @param slow true when it takes long to build: the project's own test run leaves it out, {@code
 *     verify} and the soak do not
 */
public record ExpectedVerdict(
    String note,
    boolean gradable,
    String message,
    Map<String, SortedSet<String>> fails,
    boolean slow) {

  /** Name of the file in the folder of the near miss or sample. */
  public static final String FILE_NAME = "expected.yaml";

  private static final YamlSchema SCHEMA = YamlSchema.resource("expected.schema.json");

  public ExpectedVerdict {
    fails = Map.copyOf(fails);
  }

  /** What the starter must get: it is graded, and fails what the exercise declares. */
  static ExpectedVerdict ofStarter(Exercise exercise) {
    Map<String, SortedSet<String>> fails =
        exercise.images().stream()
            .filter(image -> !image.starterFails().isEmpty())
            .collect(Collectors.toMap(ImageSpec::name, i -> new TreeSet<>(i.starterFails())));
    return new ExpectedVerdict("as handed out", true, "", fails, false);
  }

  /** What the reference must get: it passes. */
  static ExpectedVerdict ofReference() {
    return new ExpectedVerdict("the reference", true, "", Map.of(), false);
  }

  /**
   * Read the verdict in a folder.
   *
   * @throws InvalidExercise with every problem found
   */
  static ExpectedVerdict load(Exercise exercise, Fixture.Kind kind, Path folder) {
    YamlDocument document = YamlDocument.read(folder.resolve(FILE_NAME));
    SCHEMA.check(document);
    document.failOnProblems();
    Wire wire = YamlDocument.MAPPER.treeToValue(document.root(), Wire.class);
    boolean gradable = wire.state().equals("graded");
    boolean passes = kind == Fixture.Kind.SAMPLE;
    if (passes && !gradable) {
      document.problem("state", "a sample passes, expected graded");
    }
    Map<String, SortedSet<String>> fails = new TreeMap<>();
    if (wire.fails() != null) {
      wire.fails().forEach((image, ids) -> fails.put(image, new TreeSet<>(ids)));
    }
    fails.keySet().stream()
        .filter(image -> exercise.image(image).isEmpty())
        .forEach(image -> document.problem("fails." + image, "is not an image of this exercise"));
    boolean fail = gradable && !passes;
    if (fail == fails.isEmpty()) {
      document.problem(
          "fails",
          fail
              ? "expected the checks that fail, by image"
              : (passes ? "a sample" : "a submission that is not gradable")
                  + " fails no checks: leave this key out");
    }
    document.failOnProblems();
    String message = wire.message() == null ? "" : wire.message();
    boolean slow = Boolean.TRUE.equals(wire.slow());
    return new ExpectedVerdict(wire.note().strip(), gradable, message, fails, slow);
  }

  private record Wire(
      String note,
      String state,
      @Nullable String message,
      @Nullable Map<String, List<String>> fails,
      @Nullable Boolean slow) {}
}
