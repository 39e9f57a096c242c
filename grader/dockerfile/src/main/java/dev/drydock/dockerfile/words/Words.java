package dev.drydock.dockerfile.words;

import java.util.ArrayList;
import java.util.List;

/** Splits arguments into words. */
public final class Words {

  private Words() {}

  /** Split at blanks, quotes meaning nothing: how FROM, COPY, ADD, EXPOSE and VOLUME are read. */
  public static List<String> split(String text) {
    List<String> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean blank = i == text.length() || Blanks.separatesWords(text.charAt(i));
      if (!blank && start < 0) {
        start = i;
      } else if (blank && start >= 0) {
        words.add(text.substring(start, i));
        start = -1;
      }
    }
    return words;
  }

  /**
   * Split at blanks outside quotes; quotes and escapes stay in the words: how ENV, LABEL and ARG
   * are read.
   */
  public static List<String> splitQuoted(String text, char escape) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    char quote = 0;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (quote == 0 && Blanks.isSpace(c)) {
        add(words, word);
        continue;
      }
      boolean escapes = c == escape && quote != '\'';
      if (escapes && i + 1 == text.length()) {
        break;
      }
      word.append(c);
      if (escapes) {
        word.append(text.charAt(++i));
      } else if (quote == 0 && (c == '\'' || c == '"')) {
        quote = c;
      } else if (c == quote) {
        quote = 0;
      }
    }
    add(words, word);
    return words;
  }

  private static void add(List<String> words, StringBuilder word) {
    if (word.length() > 0) {
      words.add(word.toString());
      word.setLength(0);
    }
  }
}
