package dev.drydock.check;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The outcome of a check. The student's failures and the grader's never mix. */
public sealed interface Outcome {

  /**
   * The requirement is met.
   *
   * @param note key of an optional sentence, empty when none
   */
  record Passed(Measurement measurement, String note, Map<String, String> values)
      implements Outcome {
    public Passed {
      values = Map.copyOf(values);
    }
  }

  /**
   * The requirement is not met.
   *
   * @param finding key of the sentence (and of its hint) in the check's texts
   * @param values for the placeholders of both
   * @param line of the Dockerfile, null when it is about none
   */
  record Failed(
      Measurement measurement, String finding, Map<String, String> values, @Nullable Integer line)
      implements Outcome {
    public Failed {
      values = Map.copyOf(values);
    }
  }

  /** Cannot be checked until what it needs exists. */
  record Blocked(Need by) implements Outcome {}

  /** Does not apply to this image. */
  record NotApplicable(Reason reason) implements Outcome {}

  /** The grader could not run it. */
  record Errored(String reason) implements Outcome {}

  static Outcome passed() {
    return new Passed(Measurement.NONE, "", Map.of());
  }

  static Outcome passed(Measurement measurement) {
    return new Passed(measurement, "", Map.of());
  }

  static Outcome passed(Measurement measurement, String note, Map<String, String> values) {
    return new Passed(measurement, note, values);
  }

  static Outcome failed(
      Measurement measurement, String finding, Map<String, String> values, @Nullable Integer line) {
    return new Failed(measurement, finding, values, line);
  }

  static Outcome notApplicable(Reason reason) {
    return new NotApplicable(reason);
  }
}
