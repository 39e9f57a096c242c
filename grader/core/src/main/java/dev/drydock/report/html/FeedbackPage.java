package dev.drydock.report.html;

import dev.drydock.verdict.SubmissionResult;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/**
 * All results of one student on one page that is a single file, to be sent or handed back: its
 * style is in it, allowed by its hash, and there is no script.
 */
public final class FeedbackPage {

  private static final Templates TEMPLATES = Templates.from(Templates.REPORT);
  private static final String STYLE = HtmlReport.asset("report.css");

  private FeedbackPage() {}

  /**
   * One result with what stands beside it.
   *
   * @param exerciseTitle empty when unknown
   * @param points that count, as shown
   * @param notes of the instructor's, a sentence each
   */
  public record Part(
      SubmissionResult result, String exerciseTitle, String points, List<String> notes) {

    public Part {
      notes = List.copyOf(notes);
    }
  }

  /** What the template shows of a part. */
  public record PartView(
      String anchor, String heading, String points, List<String> notes, ResultView result) {}

  public static String render(String student, List<Part> parts) {
    List<PartView> views = new ArrayList<>();
    for (Part part : parts) {
      String anchor = "e" + (views.size() + 1);
      ResultView result =
          new ResultViews(part.exerciseTitle(), link -> "", anchor + "-").view(part.result());
      views.add(
          new PartView(
              anchor,
              (result.exercise() + " " + result.title()).strip(),
              Texts.visible(part.points()),
              part.notes().stream().map(Texts::visible).toList(),
              result));
    }
    return TEMPLATES.render(
        "feedback.ftl",
        Map.of(
            "student",
            Texts.visible(student),
            "parts",
            views,
            "style",
            new Markup(STYLE).model(),
            "styleHash",
            hash(STYLE)));
  }

  private static String hash(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
