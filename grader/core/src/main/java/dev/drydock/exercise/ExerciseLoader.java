package dev.drydock.exercise;

import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;

/** Reads {@code exercise.yaml}. Holds no state of a file; one may be shared between threads. */
public final class ExerciseLoader {

  /** Name of the file that makes a folder an exercise. */
  public static final String FILE_NAME = "exercise.yaml";

  private final Map<String, CheckDeclaration> checks = new LinkedHashMap<>();
  private final YamlSchema schema;

  private ExerciseLoader(Collection<? extends CheckDeclaration> checks) {
    checks.forEach(check -> this.checks.put(check.id(), check));
    this.schema = ExerciseSchema.of(checks);
  }

  /** A loader that knows the checks an exercise may ask for, and what they can be set to. */
  public static ExerciseLoader forChecks(Collection<? extends CheckDeclaration> checks) {
    return new ExerciseLoader(checks);
  }

  /**
   * Read the exercise in a folder.
   *
   * @throws InvalidExercise with every problem found: file, line, key, what was expected
   */
  public Exercise load(Path folder) {
    YamlDocument document = YamlDocument.read(folder.resolve(FILE_NAME));
    ExerciseRules rules = new ExerciseRules(document, checks);
    Map<String, String> wrongNames = rules.wrongNames();
    schema.check(document, wrongNames.keySet());
    wrongNames.forEach(document::problem);
    document.failOnProblems();
    ExerciseFile wire = YamlDocument.MAPPER.treeToValue(document.root(), ExerciseFile.class);
    Exercise exercise =
        new ExerciseTranslator(checks).translate(wire, folder.toAbsolutePath().normalize());
    rules.jobs(wire);
    rules.check(exercise);
    document.failOnProblems();
    return exercise;
  }
}
