package dev.drydock.verdict;

import dev.drydock.check.CheckInput;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.check.build.BuildMistake;
import dev.drydock.check.build.BuildOutput;
import dev.drydock.check.dockerfile.DockerfileParses;
import dev.drydock.check.dockerfile.SyntaxAvailable;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.BuildEvidence.Status;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Whether an image stands in the way of a grade, whose doing that is, and the sentence for it. */
final class GradingObstacle {

  private static final CheckTexts TEXTS = CheckTexts.bundled();

  /** What BuildKit's clients begin every refusal with. */
  private static final Pattern FAILED = Pattern.compile("^(?:failed to (?:build|solve): )+");

  private final CheckInput input;
  private final List<Judged> judged;
  private final List<CheckResult> results;

  GradingObstacle(CheckInput input, List<Judged> judged, List<CheckResult> results) {
    this.input = input;
    this.judged = judged;
    this.results = results;
  }

  /** Why it cannot be graded by us. */
  Optional<String> graded() {
    if (failed(SyntaxAvailable.ID).filter(GradingObstacle::isTheBuildersFault).isPresent()) {
      return Optional.of(sentence("builderLacks", message(SyntaxAvailable.ID)));
    }
    if (input.evidence().build() == null && failed(DockerfileParses.ID).isEmpty()) {
      return Optional.of(sentence("notBuilt", ""));
    }
    return judged.stream()
        .filter(one -> one.rule().required() && one.errored())
        .findFirst()
        .map(one -> sentence("checkErred", errored(one)));
  }

  /** Why there is nothing of the student's that could be graded. */
  Optional<String> gradable() {
    if (failed(DockerfileParses.ID).isPresent()) {
      return Optional.of(sentence("doesNotParse", message(DockerfileParses.ID)));
    }
    BuildEvidence build = input.evidence().build();
    if (build == null || build.status() == Status.BUILT) {
      return Optional.empty();
    }
    if (build.status() != Status.OVER_LIMIT) {
      return Optional.of(doesNotBuild(build));
    }
    boolean built = build.imageId() != null;
    return Optional.of(sentence(built ? "imageOverLimit" : "overLimit", build.message()));
  }

  private String doesNotBuild(BuildEvidence build) {
    String because =
        BuildMistake.of(input)
            .map(mistake -> TEXTS.common(mistake.key(), mistake.values()))
            .or(() -> lastWords(build))
            .orElse("");
    String reason = FAILED.matcher(build.message()).replaceFirst("");
    Map<String, String> values = Map.of("because", because, "reason", Shown.brief(reason, 240));
    return sentence(because.isEmpty() ? "doesNotBuild" : "doesNotBuildBecause", values);
  }

  private static Optional<String> lastWords(BuildEvidence build) {
    return BuildOutput.lastWords(build)
        .map(words -> TEXTS.common("lastWords", Map.of("words", Shown.quoted(words, 200))));
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
    return sentence(key, Map.of("reason", reason));
  }

  private String sentence(String key, Map<String, String> said) {
    BuildEvidence build = input.evidence().build();
    @Nullable Integer line = build == null ? null : build.failedLine();
    Map<String, String> values = new HashMap<>(said);
    values.put("image", input.evidence().folder());
    values.put(
        "where", input.evidence().dockerfile().path() + (line == null ? "" : ", line " + line));
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
