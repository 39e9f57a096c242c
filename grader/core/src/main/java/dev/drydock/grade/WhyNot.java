package dev.drydock.grade;

import dev.drydock.check.CheckInput;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.check.build.BuildMistake;
import dev.drydock.check.dockerfile.SyntaxAvailable;
import dev.drydock.evidence.BuildEvidence;
import dev.drydock.evidence.BuildEvidence.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Whether an image stands in the way of a grade, whose doing that is, and the sentence for it. */
final class WhyNot {

  private static final CheckTexts TEXTS = CheckTexts.bundled();

  private final CheckInput input;
  private final List<Judged> judged;
  private final List<CheckResult> results;

  WhyNot(CheckInput input, List<Judged> judged, List<CheckResult> results) {
    this.input = input;
    this.judged = judged;
    this.results = results;
  }

  /** Why it cannot be graded by us. */
  Optional<String> graded() {
    if (failed("D16").filter(WhyNot::isTheBuildersFault).isPresent()) {
      return Optional.of(sentence("builderLacks", message("D16")));
    }
    if (input.evidence().build() == null && failed("D01").isEmpty()) {
      return Optional.of(sentence("notBuilt", ""));
    }
    return judged.stream()
        .filter(one -> one.rule().required() && one.errored())
        .findFirst()
        .map(one -> sentence("checkErred", errored(one)));
  }

  /** Why there is nothing of the student's that could be graded. */
  Optional<String> gradable() {
    if (failed("D01").isPresent()) {
      return Optional.of(sentence("doesNotParse", message("D01")));
    }
    BuildEvidence build = input.evidence().build();
    if (build == null || build.status() == Status.BUILT) {
      return Optional.empty();
    }
    return Optional.of(
        build.status() == Status.OVER_LIMIT
            ? sentence("overLimit", build.message())
            : sentence(
                explained().isEmpty() ? "doesNotBuild" : "doesNotBuildBecause",
                Shown.brief(build.message(), 240)));
  }

  private String explained() {
    return BuildMistake.of(input)
        .map(mistake -> TEXTS.common(mistake.key(), mistake.values()))
        .orElse("");
  }

  private Optional<Judged> failed(String id) {
    return judged.stream().filter(one -> one.check().id().equals(id) && one.failed()).findFirst();
  }

  private String message(String id) {
    return results.stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .map(CheckResult::message)
        .orElse("");
  }

  private String sentence(String key, String reason) {
    BuildEvidence build = input.evidence().build();
    @Nullable Integer line = build == null ? null : build.failedLine();
    Map<String, String> values = new HashMap<>();
    values.put("image", input.evidence().image());
    values.put(
        "where", input.evidence().dockerfile().path() + (line == null ? "" : ", line " + line));
    values.put("reason", reason);
    values.put("because", explained());
    return TEXTS.common(key, values);
  }

  private static boolean isTheBuildersFault(Judged syntax) {
    return syntax.outcome() instanceof Outcome.Failed failed
        && failed.finding().equals(SyntaxAvailable.LACKING);
  }

  private static String errored(Judged one) {
    return one.check().id() + ": " + ((Outcome.Errored) one.outcome()).reason();
  }
}
