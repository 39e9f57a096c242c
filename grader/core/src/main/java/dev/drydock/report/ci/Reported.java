package dev.drydock.report.ci;

import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.List;

/**
 * One thing that was judged, as a CI is told of it.
 *
 * @param name for people: {@code alice 3.9}
 * @param className how a CI groups its cases: {@code alice.3.9}
 * @param path where its files lie, relative and harmless, empty for here: {@code alice/3.9}
 * @param message why it was not graded, else empty
 */
public record Reported(
    String name,
    String className,
    String path,
    State state,
    String message,
    List<ImageResult> images) {

  public Reported {
    images = List.copyOf(images);
  }

  public static Reported of(String name, String className, String path, SubmissionResult result) {
    String message = result.message() == null ? "" : result.message();
    return new Reported(name, className, path, result.state(), message, result.images());
  }

  /** A Dockerfile or an image that belongs to no exercise. */
  public static Reported of(ImageResult image) {
    return new Reported("Dockerfile", "", "", State.GRADED, "", List.of(image));
  }
}
