package dev.drydock.report.html;

import dev.drydock.report.html.Texts.Span;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A submission's result as the template shows it: strings and numbers, nothing left to decide.
 *
 * @param mood class of the verdict: {@code pass}, {@code fail}, {@code neutral}
 * @param verdict in words: {@code Passed}, {@code Not passed yet}…
 * @param required how many required checks passed, as a sentence
 * @param start the first failing check, which is where to start; null when nothing failed
 */
public record ResultView(
    String exercise,
    String title,
    String mood,
    String symbol,
    String verdict,
    String points,
    String required,
    List<Span> message,
    @Nullable CheckView start,
    List<ImageView> images,
    List<String> notes,
    List<String> ignoredFiles,
    List<Fact> environment) {

  public ResultView {
    message = List.copyOf(message);
    images = List.copyOf(images);
    notes = List.copyOf(notes);
    ignoredFiles = List.copyOf(ignoredFiles);
    environment = List.copyOf(environment);
  }

  /** A name and its value. */
  public record Fact(String name, String value) {}

  /**
   * One image.
   *
   * @param anchor prefix of every id of this image in the page
   * @param size null when there is no image
   * @param layers null when there is no image
   * @param tally of its checks: {@code 15 pass, 2 fail, 1 blocked}
   */
  public record ImageView(
      String name,
      String anchor,
      String tally,
      @Nullable SizePicture size,
      @Nullable LayerPicture layers,
      List<CheckView> checks,
      String dockerfilePath,
      List<LineView> dockerfile,
      List<SavingView> savings,
      List<Fact> heaviest,
      String buildLog,
      String runLog) {

    public ImageView {
      checks = List.copyOf(checks);
      dockerfile = List.copyOf(dockerfile);
      savings = List.copyOf(savings);
      heaviest = List.copyOf(heaviest);
    }
  }

  /**
   * One check.
   *
   * @param anchor id in the page
   * @param state class and word: {@code pass}, {@code fail}, {@code advice}, {@code blocked},
   *     {@code na}, {@code error}
   * @param word shown beside the symbol
   * @param points {@code 0 of 2}, empty when it is worth none
   * @param where line of the Dockerfile in words, empty when it is about none
   * @param whereHref to that line in this page
   * @param link to the workbook, empty when there is none to link to
   * @param open whether it is unfolded
   */
  public record CheckView(
      String anchor,
      String id,
      String name,
      String title,
      String state,
      String symbol,
      String word,
      boolean required,
      String points,
      List<Span> requirement,
      String measured,
      String limit,
      String where,
      String whereHref,
      List<Span> message,
      List<Span> hint,
      String link,
      boolean open) {

    public CheckView {
      requirement = List.copyOf(requirement);
      message = List.copyOf(message);
      hint = List.copyOf(hint);
    }
  }

  /**
   * One line of the Dockerfile.
   *
   * @param added bytes of the layer this line made, empty when none
   */
  public record LineView(
      int number, String anchor, List<Token> tokens, String added, List<CheckView> notes) {

    public LineView {
      tokens = List.copyOf(tokens);
      notes = List.copyOf(notes);
    }
  }

  /** One way to make the image lighter. */
  public record SavingView(String size, String where, String whereHref, List<Span> text) {

    public SavingView {
      text = List.copyOf(text);
    }
  }
}
