package dev.drydock.verdict;

import com.fasterxml.jackson.annotation.JsonProperty;
import org.jspecify.annotations.Nullable;

/**
 * One check of one image.
 *
 * @param id stable: {@code I01}
 * @param name stable: {@code size.max}
 * @param required whether the exercise is passed only with it; others are advice
 * @param requirement what is asked for, as a sentence
 * @param measured what was found, as shown; empty when nothing was measured
 * @param limit what it was held against, as shown; empty when there is no limit
 * @param measuredValue the same as a number (bytes, milliseconds, a count), null when it is none
 * @param line of the Dockerfile, null when it is about none
 * @param message what was found and why it matters; empty when passed and there is nothing to say
 * @param hint the one next step, empty when passed
 * @param link page of the workbook, relative to the site's root: {@code checks/I01.html}
 */
public record CheckResult(
    String id,
    String name,
    String title,
    Result outcome,
    double points,
    double maxPoints,
    boolean required,
    String requirement,
    String measured,
    String limit,
    @Nullable Double measuredValue,
    @Nullable Double limitValue,
    @Nullable Integer line,
    String message,
    String hint,
    String link) {

  /** The same with no point earned. */
  public CheckResult withoutPoints() {
    return new CheckResult(
        id,
        name,
        title,
        outcome,
        0,
        maxPoints,
        required,
        requirement,
        measured,
        limit,
        measuredValue,
        limitValue,
        line,
        message,
        hint,
        link);
  }

  /** The five outcomes; see the catalogue's principle 3. */
  public enum Result {
    @JsonProperty("pass")
    PASS("pass", "passed", "✔"),
    @JsonProperty("fail")
    FAIL("fail", "failed", "✘"),
    /** Cannot be checked until what it depends on passes. */
    @JsonProperty("blocked")
    BLOCKED("blocked", "blocked", "◌"),
    @JsonProperty("not-applicable")
    NOT_APPLICABLE("not applicable", "not applicable", "–"),
    /** The grader could not run it: never the student's fault. */
    @JsonProperty("error")
    ERROR("error", "not judged", "!");

    private final String word;
    private final String counted;
    private final String symbol;

    Result(String word, String counted, String symbol) {
      this.word = word;
      this.counted = counted;
      this.symbol = symbol;
    }

    public String word() {
      return word;
    }

    /** What so many checks have: {@code passed}. */
    public String counted() {
      return counted;
    }

    public String symbol() {
      return symbol;
    }
  }
}
