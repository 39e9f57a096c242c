package dev.drydock.verdict;

import dev.drydock.check.Band;
import dev.drydock.check.Check;
import dev.drydock.check.CheckTexts;
import dev.drydock.check.Measurement;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.ByteSize;
import dev.drydock.verdict.CheckResult.Result;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * From outcomes to points and sentences. A pass and a check that does not apply earn all points (an
 * LMS maximum is fixed), a size within a band earns the band's, all else earns none.
 */
public final class Rubric {

  private static final CheckTexts TEXTS = CheckTexts.bundled();

  private Rubric() {}

  public static List<CheckResult> grade(List<Judged> judged, ImageSpec image) {
    return judged.stream().map(one -> grade(one, image)).toList();
  }

  static CheckResult grade(Judged judged, ImageSpec image) {
    Check check = judged.check();
    CheckRule rule = judged.rule();
    Said said = said(check.id(), judged.outcome());
    Measurement measurement = said.measurement();
    return new CheckResult(
        check.id(),
        check.name(),
        TEXTS.of(check.id()).title(),
        said.result(),
        points(judged.outcome(), rule, check.bands(rule)),
        round(rule.points()),
        rule.required(),
        TEXTS.requirement(check.id(), check.asked(image, rule)),
        Shown.text(measurement.measured()),
        Shown.text(measurement.limit()),
        measurement.measuredValue(),
        measurement.limitValue(),
        said.line(),
        said.message(),
        said.hint(),
        check.link());
  }

  /** Two decimals, so that sums shown are sums meant. */
  static double round(double points) {
    return Math.round(points * 100) / 100.0;
  }

  private static double points(Outcome outcome, CheckRule rule, List<Band> bands) {
    if (outcome instanceof Outcome.Passed || outcome instanceof Outcome.NotApplicable) {
      return round(rule.points());
    }
    Double size =
        outcome instanceof Outcome.Failed failed ? failed.measurement().measuredValue() : null;
    return size == null ? 0 : round(Math.min(rule.points(), bandPoints(size, bands)));
  }

  private static double bandPoints(double size, List<Band> bands) {
    return bands.stream()
        .filter(band -> ByteSize.of((long) size).compareTo(band.max()) <= 0)
        .mapToDouble(Band::points)
        .max()
        .orElse(0);
  }

  private static Said said(String id, Outcome outcome) {
    if (outcome instanceof Outcome.Passed passed) {
      Map<String, String> values = values(passed.values(), passed.measurement(), null);
      return Said.of(Result.PASS, passed.measurement(), TEXTS.note(id, passed.note(), values));
    }
    if (outcome instanceof Outcome.Failed failed) {
      return failure(id, failed);
    }
    if (outcome instanceof Outcome.Blocked blocked) {
      return Said.of(
          Result.BLOCKED,
          Measurement.NONE,
          TEXTS.common("blocked", Map.of("until", blocked.by().until())));
    }
    if (outcome instanceof Outcome.NotApplicable none) {
      return Said.of(
          Result.NOT_APPLICABLE,
          Measurement.NONE,
          TEXTS.common("notApplicable", Map.of("reason", TEXTS.reason(none.reason()))));
    }
    Outcome.Errored errored = (Outcome.Errored) outcome;
    return Said.of(
        Result.ERROR, Measurement.NONE, TEXTS.common("error", Map.of("reason", errored.reason())));
  }

  private static Said failure(String id, Outcome.Failed failed) {
    CheckTexts.FindingText text = TEXTS.finding(id, failed.finding());
    Map<String, String> values = values(failed.values(), failed.measurement(), failed.line());
    String why = text.why() == null ? TEXTS.of(id).why() : text.why();
    return new Said(
        Result.FAIL,
        failed.measurement(),
        failed.line(),
        Shown.capitalised(CheckTexts.fill(text.message() + " " + why, values)),
        CheckTexts.fill(text.hint(), values));
  }

  /** The outcome's own values, with those every sentence may use. */
  private static Map<String, String> values(
      Map<String, String> own, Measurement measurement, @Nullable Integer line) {
    Map<String, String> values = new HashMap<>(own);
    values.putIfAbsent("measured", measurement.measured());
    values.putIfAbsent("limit", measurement.limit());
    if (line != null) {
      values.putIfAbsent("line", line.toString());
    }
    return values;
  }

  private record Said(
      Result result, Measurement measurement, @Nullable Integer line, String message, String hint) {

    static Said of(Result result, Measurement measurement, String message) {
      return new Said(result, measurement, null, message, "");
    }
  }
}
