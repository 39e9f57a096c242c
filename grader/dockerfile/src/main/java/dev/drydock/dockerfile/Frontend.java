package dev.drydock.dockerfile;

import dev.drydock.dockerfile.lines.LeadingLines;
import dev.drydock.dockerfile.stage.ImageReference;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The program that a {@code # syntax=…} line asks BuildKit to read the Dockerfile with. BuildKit
 * pulls and runs it, whatever it is, before anything else.
 *
 * @param image as written, up to the first blank
 * @param line of the request, counted from 1
 */
public record Frontend(String image, int line) {

  private static final String STANDARD = "docker/dockerfile";

  /**
   * Stands for the image when the request is written in JSON, a form no ordinary Dockerfile uses.
   */
  private static final String JSON = "{…}";

  /**
   * Find the request in a text, in any form that some version of BuildKit obeys.
   *
   * @param text of the Dockerfile
   * @return the request; of several, the first that is not for the standard frontend; null when
   *     there is none
   */
  public static @Nullable Frontend find(String text) {
    if (LeadingLines.startsWithBrace(text)) {
      return new Frontend(JSON, 1);
    }
    List<Frontend> asked = new ArrayList<>();
    for (LeadingLines.Line line : LeadingLines.of(text)) {
      line.syntax().ifPresent(value -> asked.add(new Frontend(firstWord(value), line.number())));
    }
    return asked.stream()
        .filter(frontend -> !frontend.isStandard())
        .findFirst()
        .orElse(asked.isEmpty() ? null : asked.get(0));
  }

  /**
   * {@return whether it is {@code docker/dockerfile} in any version, which the builder has built
   * in}
   */
  public boolean isStandard() {
    return reference().filter(Frontend::isStandard).isPresent();
  }

  /** {@return whether it asks for the experimental channel, which is not built in} */
  public boolean isLabs() {
    return reference().map(ImageReference::tag).filter(tag -> tag.endsWith("labs")).isPresent();
  }

  /**
   * {@return the lowest version of the syntax that the tag asks for; empty for {@code 1}, {@code
   * latest} or a digest}
   */
  public Optional<FrontendVersion> version() {
    return reference()
        .map(ImageReference::tag)
        .filter(tag -> tag.matches("1\\.[0-9]{1,3}([.-].*)?"))
        .map(tag -> new FrontendVersion(1, Integer.parseInt(tag.split("[.-]", 3)[1])));
  }

  /**
   * Remove the request, for a builder that is to use its own frontend: it becomes a plain comment.
   * Every line keeps its number, except that a directive below the request moves above it, because
   * a plain comment ends the directives.
   *
   * @param text of the Dockerfile
   * @return the same text without a request
   */
  public static String withoutRequest(String text) {
    List<LeadingLines.Line> lines = LeadingLines.of(text);
    List<String> contents = new ArrayList<>();
    List<String> comments = new ArrayList<>();
    for (LeadingLines.Line line : lines) {
      Optional<String> syntax = line.syntax();
      if (syntax.isEmpty()) {
        contents.add(line.content());
      } else {
        comments.add(line.prefix() + " (syntax) " + syntax.get());
      }
    }
    if (comments.isEmpty()) {
      return text;
    }
    contents.addAll(comments);
    StringBuilder result = new StringBuilder(text.substring(0, lines.get(0).start()));
    for (int i = 0; i < lines.size(); i++) {
      result.append(contents.get(i)).append(lines.get(i).end());
    }
    return result.append(text.substring(lines.get(lines.size() - 1).next())).toString();
  }

  private Optional<ImageReference> reference() {
    return ImageReference.tryParse(image);
  }

  private static boolean isStandard(ImageReference image) {
    return image.registry().equals(ImageReference.DEFAULT_REGISTRY)
        && image.repository().equals(STANDARD);
  }

  private static String firstWord(String value) {
    int blank = value.indexOf(' ');
    return blank < 0 ? value : value.substring(0, blank);
  }
}
