package dev.drydock.dockerfile;

import java.util.List;
import java.util.Random;

/** Dockerfiles on scratch, of instructions that run nothing, some of them wrong. */
public final class RandomDockerfile {

  private static final List<String> NAMES =
      List.of("A", "B", "C", "PATH", "TARGETARCH", "Z9", "_x");

  private final Random random;
  private final StringBuilder text = new StringBuilder();

  private RandomDockerfile(Random random) {
    this.random = random;
  }

  public static String of(Random random) {
    return new RandomDockerfile(random).generate();
  }

  private String generate() {
    if (random.nextInt(12) == 0) {
      line(pick("# escape=`", "#escape=\\", "# check=skip=all", "# foo=bar", "# escape = ` "));
    }
    for (int i = random.nextInt(3); i > 0; i--) {
      line("ARG " + name() + (random.nextInt(4) == 0 ? "" : "=" + word()));
    }
    int stages = 1 + random.nextInt(3);
    for (int stage = 0; stage < stages; stage++) {
      line(from(stage));
      for (int i = random.nextInt(6); i > 0; i--) {
        instruction(stage);
      }
    }
    String result = text.toString();
    if (random.nextInt(10) == 0) {
      result = result.replace("\n", "\r\n");
    }
    return random.nextInt(6) == 0 ? result.stripTrailing() : result;
  }

  private String from(int stage) {
    String base = stage > 0 && random.nextInt(3) == 0 ? "s" + random.nextInt(stage) : "scratch";
    String name = random.nextInt(15) == 0 ? pick("1x", "a b", "Up", "x$A", "scratch") : "s" + stage;
    String alias = random.nextInt(6) == 0 ? "" : pick(" AS ", " as ", "  As\t") + name;
    return pick("FROM ", "FROM ", "from ", "FROM --platform=$TARGETPLATFORM ") + base + alias;
  }

  private void instruction(int stage) {
    String line =
        switch (random.nextInt(26)) {
          case 0, 1, 2, 3 -> "ENV " + pairs();
          case 4, 5 -> "ARG " + name() + (random.nextInt(3) == 0 ? "" : "=" + word());
          case 6 -> "ENV " + name() + " " + word() + " " + word();
          case 7, 8, 9 -> "LABEL " + pairs();
          case 10 -> "LABEL k" + random.nextInt(3) + " " + word();
          case 11 ->
              "EXPOSE " + pick("80", "$A", "80/udp 81", "1-3", "x", "70000", "80 # c", "1:2");
          case 12 -> "USER " + pick("app", "1:1", "$A", "a b", "\"q\"", "'s'", "");
          case 13 -> "WORKDIR " + pick("/a", "b", "/a/../b", "$A/x", "/x y", "\"/q\"", "\\$A", "");
          case 14 -> "STOPSIGNAL " + pick("SIGINT", "9", "term", "0", "SIGFOO", "$A", "RTMIN+3");
          case 15 -> "VOLUME " + pick("/v", "[\"/a\", \"/b c\"]", "/a $B /c", "[]", "[ \"x\" ", "");
          case 16, 17 -> pick("CMD ", "ENTRYPOINT ", "cmd ") + command();
          case 18 -> "HEALTHCHECK " + healthcheck();
          case 19 -> "SHELL " + pick("[\"/bin/x\", \"-c\"]", "[]", "/bin/sh -c", "[\"a\"", "[1]");
          case 20 ->
              "ONBUILD " + pick("RUN a", "CMD [\"a\"]", "ONBUILD RUN a", "FROM x", "ENV A=b");
          case 21 -> copy(stage);
          case 22 ->
              pick("RUM x", "MAINTAINER me", "ENVV A=b", "#c", "", "  # c", "EXPOSE", "&& x");
          case 23 -> "ENV A=1 \\\n# comment\n\n  B=" + word() + pick("", " \\", " \\\n", " \\ ");
          case 24 -> "ADD " + heredoc();
          default -> "COPY " + heredoc();
        };
    line(line);
  }

  private String heredoc() {
    String name = pick("EOF", "x", "a.txt");
    String written = pick(name, "\"" + name + "\"", "'" + name + "'", "-" + name, " " + name);
    String end = random.nextInt(12) == 0 ? name + " " : name;
    return "<<"
        + written
        + pick(" /f", " /d/", " ./x")
        + "\n"
        + pick("", "hi $A \\$B '$C'\n", "\ttabbed ${B:-none}\n", "# no comment\nFROM x\n")
        + pick("", "", "\t")
        + end;
  }

  private String copy(int stage) {
    String from = pick("s0", "S0", "0", "5", "s2", "s" + stage, "" + stage, "$A");
    return "COPY --from=" + from + " " + pick("/a /b", "[\"/a\", \"/b\"]", "/a", "a b c");
  }

  private String healthcheck() {
    return pick(
        "NONE",
        "none",
        "CMD a b",
        "CMD [\"a\"]",
        "--interval=5s CMD x",
        "--interval=5 CMD x",
        "--retries=3 --timeout=1m30s CMD x",
        "NONE x",
        "x",
        "CMD",
        "--foo=1 CMD x",
        "--interval=1s --interval=2s CMD x",
        "--timeout=1us CMD x");
  }

  private String command() {
    return pick(
        "a b",
        "[\"a\", \"b\"]",
        "['a', 'b']",
        "[\"a\",]",
        "[\"a\" \"b\"]",
        "[a]",
        "[\"a\", 1]",
        "[\"a\"] x",
        "[]",
        "",
        "[\"\\x\"]",
        "[\"\\u0041\\n\"]",
        "[ \"a\" , \"$A\" ]",
        "[\"a\", null]",
        "[[\"a\"]]",
        "\"a\", \"b\"]",
        "[\"a\"",
        "[\"a",
        "[1e5]",
        "[01]",
        "[true]x",
        "[{}]");
  }

  private String pairs() {
    StringBuilder pairs = new StringBuilder();
    for (int i = 1 + random.nextInt(3); i > 0; i--) {
      pairs.append(name()).append('=').append(word()).append(pick(" ", " ", "  ", "\t"));
    }
    return random.nextInt(20) == 0 ? pairs + name() : pairs.toString();
  }

  private String word() {
    StringBuilder word = new StringBuilder();
    for (int i = random.nextInt(4); i >= 0; i--) {
      word.append(piece(0));
    }
    return word.toString();
  }

  private String piece(int depth) {
    String name = name();
    String inner = depth < 3 ? piece(depth + 1) : "d";
    return switch (random.nextInt(34)) {
      case 0, 1, 2 -> "$" + name;
      case 3, 4 -> "${" + name + "}";
      case 5, 6 -> "${" + name + ":-" + inner + "}";
      case 7 -> "${" + name + ":+" + inner + "}";
      case 8 -> "${" + name + "-" + inner + "}";
      case 9 -> "${" + name + "+" + inner + "}";
      case 10 -> "${" + name + "#" + pattern() + "}";
      case 11 -> "${" + name + "##" + pattern() + "}";
      case 12 -> "${" + name + "%" + pattern() + "}";
      case 13 -> "${" + name + "%%" + pattern() + "}";
      case 14 -> "${" + name + "/" + pattern() + "/" + inner + "}";
      case 15 -> "${" + name + "//" + pattern() + "/" + inner + "}";
      case 16 -> "'" + inner.replace("'", "") + " q'";
      case 17 -> "\"" + inner + "\"";
      case 18 -> "\\$" + name;
      case 19 -> "\\\"";
      case 20 -> "\"a\\\"b\\c\\$d\"";
      case 21 ->
          pick("${", "${}", "${A", "${A^}", "'", "\"", "${A:?gone}", "${A:x}", "$1", "$$", "$");
      case 22 -> "\\a";
      case 23 -> "a=b";
      case 24 -> "<<";
      default -> pick("a", "ab", "x.y", "a/b", "aXbXc", "é", "a*b", "abab", "\\\\");
    };
  }

  private String pattern() {
    return pick("a", "*", "a*", "*b", "?", "X*", "*X", "b?", "\\*", "\\a", "a\\/", "", "*a*", "$B");
  }

  private void line(String line) {
    text.append(random.nextInt(12) == 0 ? "  " : "").append(line).append('\n');
  }

  private String name() {
    return NAMES.get(random.nextInt(NAMES.size()));
  }

  private String pick(String... values) {
    return values[random.nextInt(values.length)];
  }
}
