package dev.drydock.exercise;

import java.util.regex.Pattern;

/**
 * A pattern over names with slashes: {@code *} stands for anything but a slash, {@code **} for
 * anything at all; a pattern that ends in a slash stands for all below.
 */
public final class Glob {

  private final Pattern pattern;

  private Glob(Pattern pattern) {
    this.pattern = pattern;
  }

  public static Glob of(String glob) {
    String text = glob.endsWith("/") ? glob + "**" : glob;
    StringBuilder regex = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      if (text.startsWith("**/", at)) {
        regex.append("(?:.*/)?");
        at += 3;
      } else if (text.startsWith("**", at)) {
        regex.append(".*");
        at += 2;
      } else if (text.charAt(at) == '*') {
        regex.append("[^/]*");
        at++;
      } else {
        regex.append(Pattern.quote(text.substring(at, at + 1)));
        at++;
      }
    }
    return new Glob(Pattern.compile(regex.toString(), Pattern.DOTALL));
  }

  public boolean matches(String name) {
    return pattern.matcher(name).matches();
  }
}
