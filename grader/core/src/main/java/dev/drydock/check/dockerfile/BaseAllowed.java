package dev.drydock.check.dockerfile;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * D04: the final image's external base is in the exercise's list. An entry without a tag allows
 * every tag; {@code *} stands for any characters: {@code node:*-alpine}.
 */
public final class BaseAllowed extends CatalogueCheck {

  private static final String SCRATCH = "scratch";

  public BaseAllowed() {
    super("D04", "base.allowed", Need.PARSED);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return rule.allow().isEmpty() ? Optional.of(Reason.NO_LIMIT) : Optional.empty();
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return rule.allow().isEmpty() ? Asked.PLAIN : Asked.of("list", "limit", list(rule));
  }

  @Override
  public Outcome judge(CheckInput input) {
    String base = base(input);
    Measurement measurement = Measurement.of(base, list(input.rule()));
    return input.rule().allow().stream().anyMatch(entry -> matches(entry, base))
        ? Outcome.passed(measurement)
        : Outcome.failed(
            measurement, "other", Map.of("image", base), input.finalStage().fromLine());
  }

  private static String base(CheckInput input) {
    if (input.finalStage().chain().isEmpty()) {
      return "nothing";
    }
    Origin origin = input.finalStage().chain().get(0).parent();
    if (origin instanceof Origin.OfImage image) {
      return image.image().familiar();
    }
    return origin instanceof Origin.Invalid invalid ? invalid.text() : SCRATCH;
  }

  private static boolean matches(String entry, String base) {
    String name = ImageReference.tryParse(base).map(ImageReference::familiarName).orElse(base);
    return glob(entry).matcher(base).matches() || glob(entry).matcher(name).matches();
  }

  private static Pattern glob(String entry) {
    return Pattern.compile(
        List.of(entry.split("\\*", -1)).stream()
            .map(Pattern::quote)
            .reduce((a, b) -> a + ".*" + b)
            .orElse(""));
  }

  private static String list(CheckRule rule) {
    return Shown.list(rule.allow(), 8);
  }
}
