package dev.drydock.check.cases;

import dev.drydock.evidence.Evidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.fixture.ExerciseFixtures;
import org.jspecify.annotations.Nullable;

/**
 * Evidence and the outcome a check must have on it.
 *
 * @param sentence what the case shows
 * @param outcome {@code pass}, {@code fail}, {@code blocked}, {@code not-applicable}, {@code error}
 * @param key the finding of a failure, the note of a pass; empty when none is expected
 * @param line expected with a failure, null when the failure is about none
 */
public record CheckCase(
    String id,
    String sentence,
    Evidence evidence,
    ImageSpec image,
    String outcome,
    String key,
    @Nullable Integer line) {

  static CheckCase pass(String id, String sentence, EvidenceFixtures evidence) {
    return new CheckCase(
        id, sentence, evidence.get(), ExerciseFixtures.service(), "pass", "", null);
  }

  static CheckCase fail(String id, String finding, String sentence, EvidenceFixtures evidence) {
    return new CheckCase(
        id, sentence, evidence.get(), ExerciseFixtures.service(), "fail", finding, null);
  }

  static CheckCase other(String id, String outcome, String sentence, EvidenceFixtures evidence) {
    return new CheckCase(
        id, sentence, evidence.get(), ExerciseFixtures.service(), outcome, "", null);
  }

  CheckCase under(CheckRule rule) {
    return with(ExerciseFixtures.service(rule));
  }

  CheckCase with(ImageSpec newImage) {
    return new CheckCase(id, sentence, evidence, newImage, outcome, key, line);
  }

  CheckCase noting(String note) {
    return new CheckCase(id, sentence, evidence, image, outcome, note, line);
  }

  CheckCase atLine(int newLine) {
    return new CheckCase(id, sentence, evidence, image, outcome, key, newLine);
  }
}
