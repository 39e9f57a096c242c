package dev.drydock.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What an exercise's author keeps away from students, in {@code solutions/<id>/}: the reference,
 * the steps that lead to it, near misses with the verdicts they must get, and samples: further
 * submissions that pass.
 *
 * @param exercise it belongs to
 * @param folder {@code solutions/<id>}
 * @param nearMisses by name
 * @param samples by name
 * @param steps from the starter to the reference
 */
public record Solutions(
    Exercise exercise,
    Path folder,
    List<Fixture> nearMisses,
    List<Fixture> samples,
    List<Step> steps) {

  public Solutions {
    nearMisses = List.copyOf(nearMisses);
    samples = List.copyOf(samples);
    steps = List.copyOf(steps);
  }

  /**
   * A step of the descent.
   *
   * @param name of its folder: {@code 02-alpine-sdk}
   */
  public record Step(String name, Path source, String title, String note) {

    private static final YamlSchema SCHEMA = YamlSchema.resource("step.schema.json");

    private static Step load(Path folder) {
      YamlDocument document = YamlDocument.read(folder.resolve("step.yaml"));
      SCHEMA.check(document);
      document.failOnProblems();
      return new Step(
          folder.getFileName().toString(),
          folder,
          document.root().path("title").asString().strip(),
          document.root().path("note").asString().strip());
    }
  }

  /**
   * Read the solutions of an exercise; what is not there is left out.
   *
   * @param home the course's folder
   * @throws InvalidExercise when an expected.yaml or a step.yaml is broken
   */
  public static Solutions of(Path home, Exercise exercise) {
    Path folder = home.resolve("solutions").resolve(exercise.id());
    List<Step> steps = folders(folder.resolve("steps")).stream().map(Step::load).toList();
    return new Solutions(
        exercise,
        folder,
        fixtures(exercise, Fixture.Kind.NEAR_MISS, folder.resolve("near-misses")),
        fixtures(exercise, Fixture.Kind.SAMPLE, folder.resolve("samples")),
        steps);
  }

  private static List<Fixture> fixtures(Exercise exercise, Fixture.Kind kind, Path parent) {
    return folders(parent).stream()
        .map(
            one ->
                new Fixture(
                    kind,
                    one.getFileName().toString(),
                    one,
                    ExpectedVerdict.load(exercise, kind, one)))
        .toList();
  }

  public Path reference() {
    return folder.resolve("reference");
  }

  /** The starter, the reference, the near misses, and the samples. */
  public List<Fixture> fixtures() {
    List<Fixture> fixtures = new ArrayList<>();
    fixtures.add(
        new Fixture(
            Fixture.Kind.STARTER,
            "starter",
            exercise.folder().resolve(PristineFiles.STARTER_FOLDER),
            ExpectedVerdict.ofStarter(exercise)));
    fixtures.add(
        new Fixture(
            Fixture.Kind.REFERENCE, "reference", reference(), ExpectedVerdict.ofReference()));
    fixtures.addAll(nearMisses);
    fixtures.addAll(samples);
    return fixtures;
  }

  private static List<Path> folders(Path parent) {
    if (!Files.isDirectory(parent)) {
      return List.of();
    }
    try (Stream<Path> children = Files.list(parent)) {
      return children.filter(Files::isDirectory).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
