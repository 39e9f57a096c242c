package dev.drydock.exercise;

import java.nio.file.Path;
import java.util.Collection;
import java.util.Set;

/** Reads {@code exercise.yaml}. Holds no state of a file; one may be shared between threads. */
public final class ExerciseLoader {

  /** Name of the file that makes a folder an exercise. */
  public static final String FILE_NAME = "exercise.yaml";

  private static final YamlSchema SCHEMA = YamlSchema.resource("exercise.schema.json");

  private final Set<String> knownChecks;

  private ExerciseLoader(Set<String> knownChecks) {
    this.knownChecks = knownChecks;
  }

  /**
   * A loader that knows the checks there are.
   *
   * @param ids of the catalogue; empty to accept any that looks like one
   */
  public static ExerciseLoader forChecks(Collection<String> ids) {
    return new ExerciseLoader(Set.copyOf(ids));
  }

  /**
   * Read the exercise in a folder.
   *
   * @throws InvalidExercise with every problem found: file, line, key, what was expected
   */
  public Exercise load(Path folder) {
    YamlDocument document = YamlDocument.read(folder.resolve(FILE_NAME));
    ExerciseRules rules = new ExerciseRules(document);
    SCHEMA.check(document);
    rules.checkIds(knownChecks);
    document.failOnProblems();
    ExerciseFile wire = YamlDocument.MAPPER.treeToValue(document.root(), ExerciseFile.class);
    Exercise exercise = ExerciseTranslator.translate(wire, folder.toAbsolutePath().normalize());
    rules.jobs(wire);
    rules.check(exercise);
    document.failOnProblems();
    return exercise;
  }
}
