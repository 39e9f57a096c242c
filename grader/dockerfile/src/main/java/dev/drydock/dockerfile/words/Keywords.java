package dev.drydock.dockerfile.words;

import java.util.List;
import java.util.Locale;

/** The names of the instructions. */
public final class Keywords {

  public static final List<String> ALL =
      List.of(
          "ADD",
          "ARG",
          "CMD",
          "COPY",
          "ENTRYPOINT",
          "ENV",
          "EXPOSE",
          "FROM",
          "HEALTHCHECK",
          "LABEL",
          "MAINTAINER",
          "ONBUILD",
          "RUN",
          "SHELL",
          "STOPSIGNAL",
          "USER",
          "VOLUME",
          "WORKDIR");

  private static final List<String> WITH_HEREDOC = List.of("ADD", "COPY", "RUN");

  private Keywords() {}

  /** Whether a word is one, written in capitals. */
  public static boolean isKnown(String word) {
    return ALL.contains(word);
  }

  public static boolean takesHeredoc(String keyword) {
    return WITH_HEREDOC.contains(keyword);
  }

  /** Whether the second keyword may follow inside the first. */
  public static boolean takes(String outer, String inner) {
    String keyword = outer.toUpperCase(Locale.ROOT);
    return keyword.equals("ONBUILD") || (keyword.equals("HEALTHCHECK") && inner.equals("CMD"));
  }
}
