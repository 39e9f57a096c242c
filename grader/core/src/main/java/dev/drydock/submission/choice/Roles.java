package dev.drydock.submission.choice;

import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which image, and which exercise, the words of a path speak of. */
final class Roles {

  private static final Map<String, List<String>> OTHER_WORDS =
      Map.of(
          "frontend", List.of("front", "fe", "client", "ui", "react"),
          "backend", List.of("back", "be", "server", "api"));

  /** Shorter words count only alone: {@code be} is not in {@code before}. */
  private static final int SHORT = 4;

  private static final Pattern EXERCISE_ID = Pattern.compile("(\\d{1,2})[._-](\\d{1,2})(?!\\d)");

  private final Exercise exercise;

  Roles(Exercise exercise) {
    this.exercise = exercise;
  }

  /** What a path says about an image. */
  enum Mention {
    THIS,
    NOTHING,
    ANOTHER
  }

  Mention ofImage(List<String> words, ImageSpec image) {
    boolean another = others(image).stream().anyMatch(other -> speaksOf(words, other));
    if (speaksOf(words, image.name())) {
      return Mention.THIS;
    }
    return another ? Mention.ANOTHER : Mention.NOTHING;
  }

  /**
   * What a text says of exercises; only numbers of the same part of the course are taken as such.
   */
  Mention ofExercise(String text) {
    String part = exercise.id().replaceFirst("\\..*", "");
    Mention mention = Mention.NOTHING;
    Matcher matcher = EXERCISE_ID.matcher(text);
    while (matcher.find()) {
      if (exercise.id().equals(matcher.group(1) + "." + matcher.group(2))) {
        return Mention.THIS;
      }
      if (part.equals(matcher.group(1))) {
        mention = Mention.ANOTHER;
      }
    }
    return mention;
  }

  private List<String> others(ImageSpec image) {
    List<String> others = new ArrayList<>(exercise.images().stream().map(ImageSpec::name).toList());
    if (OTHER_WORDS.containsKey(image.name())) {
      others.addAll(OTHER_WORDS.keySet());
    }
    others.removeIf(image.name()::equals);
    return others;
  }

  private static boolean speaksOf(List<String> words, String image) {
    List<String> names = new ArrayList<>(OTHER_WORDS.getOrDefault(image, List.of()));
    names.add(image);
    return words.stream()
        .anyMatch(
            word ->
                names.stream()
                    .anyMatch(
                        name -> name.length() < SHORT ? word.equals(name) : word.contains(name)));
  }
}
