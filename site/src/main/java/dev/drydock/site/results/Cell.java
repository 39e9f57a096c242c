package dev.drydock.site.results;

import dev.drydock.text.Points;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import dev.drydock.verdict.Verdict;

/**
 * How one submission stands, in a table: its state as symbol and word.
 *
 * @param points that count; empty where there are none
 * @param note what else is to be known, in a word or two
 * @param href empty where there is nothing to follow
 */
public record Cell(
    String state, String symbol, String word, String points, String note, String href) {

  /** Of what was not handed in. */
  static final Cell NOTHING = new Cell("none", "·", "nothing", "", "", "");

  static Cell of(SubmissionResult result, Assessment assessment, String href) {
    Double set = assessment.points();
    String max = "/" + Points.shown(result.maxPoints());
    String points;
    if (set != null) {
      points = Points.shown(set) + max;
    } else {
      points = result.state() == State.NOT_GRADED ? "" : Points.shown(result.points()) + max;
    }
    return of(result.state(), result.passed(), points, assessment.late() ? "late" : "", href);
  }

  static Cell of(Attempt attempt) {
    String points = attempt.state() == State.NOT_GRADED ? "" : Points.shown(attempt.points());
    String note = attempt.again() ? "judged again" : "";
    return of(attempt.state(), attempt.passed(), points, note, "");
  }

  private static Cell of(State state, boolean passed, String points, String note, String href) {
    Verdict verdict = Verdict.of(state, passed);
    String word = verdict.brief();
    return switch (verdict) {
      case PASSED -> new Cell("pass", "✔", word, points, note, href);
      case NOT_PASSED -> new Cell("fail", "✘", word, points, note, href);
      case NOT_GRADABLE -> new Cell("fail", "⊘", word, points, note, href);
      case NOT_GRADED -> new Cell("error", "!", word, points, note, href);
    };
  }
}
