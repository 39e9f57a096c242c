package dev.drydock.dockerignore;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** A random tree of files with an ignore file that has something to do with it. */
public record RandomIgnoreCase(Set<String> files, String ignoreFile) {

  private static final List<String> NAMES =
      List.of(
          "a", "b", "ab", "a.b", "src", "foo", "bar", "x y", ".env", "é", "^x", "#c", "!n", "a-b",
          "+1", "B", "7", "f(o)", "c]", "{d}");

  public static RandomIgnoreCase of(Random random) {
    Set<String> files = new TreeSet<>();
    Set<String> folders = new TreeSet<>(Set.of(""));
    for (int i = 0; i < 25; i++) {
      String folder = new ArrayList<>(folders).get(random.nextInt(folders.size()));
      String path = folder + pick(random, NAMES);
      boolean deep = folder.chars().filter(c -> c == '/').count() > 3;
      if (random.nextInt(3) == 0 && !deep) {
        if (!files.contains(path)) {
          folders.add(path + "/");
        }
      } else if (!folders.contains(path + "/")) {
        files.add(path);
      }
    }
    StringBuilder ignore = new StringBuilder(random.nextInt(15) == 0 ? "\uFEFF" : "");
    int lines = 1 + random.nextInt(7);
    for (int i = 0; i < lines; i++) {
      ignore.append(line(random, new ArrayList<>(files)));
      ignore.append(random.nextInt(8) == 0 ? "\r\n" : "\n");
    }
    return new RandomIgnoreCase(files, ignore.toString());
  }

  private static String line(Random random, List<String> files) {
    return switch (random.nextInt(30)) {
      case 0 -> "";
      case 1 -> "# comment";
      case 2 -> "*";
      case 3 -> "**";
      case 4 -> "!" + pattern(random, files) + "/**";
      case 5 -> " # no comment";
      case 6 -> "**/" + pick(random, NAMES);
      case 7 -> "!**/" + pick(random, NAMES);
      default ->
          (random.nextInt(3) == 0 ? "!" : "")
              + (random.nextInt(8) == 0 ? " " : "")
              + (random.nextInt(6) == 0 ? "/" : "")
              + (random.nextInt(12) == 0 ? "./" : "")
              + pattern(random, files)
              + (random.nextInt(6) == 0 ? "/" : "")
              + (random.nextInt(10) == 0 ? " \t" : "");
    };
  }

  /** Some file's path or a folder above it, with parts of it made wild. */
  private static String pattern(Random random, List<String> files) {
    String path = files.isEmpty() ? pick(random, NAMES) : pick(random, files);
    String[] parts = path.split("/", -1);
    int length = 1 + random.nextInt(parts.length);
    List<String> pattern = new ArrayList<>();
    for (int i = 0; i < length; i++) {
      pattern.add(random.nextInt(3) == 0 ? wild(random, parts[i]) : parts[i]);
    }
    if (random.nextInt(12) == 0) {
      pattern.add(random.nextInt(pattern.size() + 1), pick(random, List.of("..", ".", "**", "")));
    }
    return String.join("/", pattern);
  }

  private static String wild(Random random, String name) {
    char first = name.charAt(0);
    String rest = name.substring(1);
    return switch (random.nextInt(22)) {
      case 0, 1, 2 -> "*";
      case 3, 4 -> "**";
      case 5 -> "?" + rest;
      case 6 -> name + "*";
      case 7 -> "*" + rest;
      case 8 -> "[" + first + "]" + rest;
      case 9 -> "[^" + first + "]" + rest;
      case 10 -> "[a-z]" + rest;
      case 11 -> "\\" + name;
      case 12 -> name + "**";
      case 13 -> "**" + name;
      case 14 -> "[[:alpha:]]" + rest;
      case 15 -> "\\d*";
      case 16 -> "\\w" + rest;
      case 17 -> "[*" + first + "]" + rest;
      case 18 -> "[\\w]*";
      case 19 ->
          pick(random, List.of("[", "[]a]", "[a-]", "[-a]", "a\\", "[z-a]", "[^]", "\\z", "[?]"));
      case 20 -> "***";
      default -> "*" + first + "*";
    };
  }

  private static <T> T pick(Random random, List<T> values) {
    return values.get(random.nextInt(values.size()));
  }
}
