package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.Flag;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.Quote;
import dev.drydock.dockerfile.words.Suggestion;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The flags each instruction takes. */
final class FlagRules {

  private enum Type {
    SWITCH,
    VALUE,
    VALUES
  }

  private static final Map<String, Map<String, Type>> KNOWN =
      Map.of(
          "ADD",
          Map.of(
              "chown", Type.VALUE,
              "chmod", Type.VALUE,
              "link", Type.SWITCH,
              "keep-git-dir", Type.SWITCH,
              "checksum", Type.VALUE,
              "unpack", Type.SWITCH,
              "exclude", Type.VALUES),
          "COPY",
          Map.of(
              "chown", Type.VALUE,
              "from", Type.VALUE,
              "chmod", Type.VALUE,
              "link", Type.SWITCH,
              "parents", Type.SWITCH,
              "exclude", Type.VALUES),
          "FROM",
          Map.of("platform", Type.VALUE),
          "HEALTHCHECK",
          Map.of(
              "interval", Type.VALUE,
              "timeout", Type.VALUE,
              "start-period", Type.VALUE,
              "start-interval", Type.VALUE,
              "retries", Type.VALUE),
          "RUN",
          Map.of(
              "mount", Type.VALUES,
              "network", Type.VALUE,
              "security", Type.VALUE,
              "device", Type.VALUES));

  /** The builder reads their flags and forgets them. */
  private static final Set<String> UNCHECKED = Set.of("ARG", "STOPSIGNAL");

  private FlagRules() {}

  static void check(Source source, Problems problems) {
    if (UNCHECKED.contains(source.keyword())) {
      return;
    }
    Map<String, Type> known = KNOWN.getOrDefault(source.keyword(), Map.of());
    Set<String> seen = new HashSet<>();
    for (Flag flag : source.flags()) {
      Type type = known.get(flag.name());
      if (type == null) {
        unknown(source, flag, known.keySet(), problems);
      } else if (!seen.add(flag.name()) && type != Type.VALUES) {
        problems.add(
            source.startLine(),
            ProblemCode.DUPLICATE_FLAG,
            "--" + flag.name() + " is given twice",
            "Keep one of them.");
      } else {
        value(source, flag, type, problems);
      }
    }
  }

  private static void unknown(Source source, Flag flag, Set<String> known, Problems problems) {
    if (problems.isFull()) {
      problems.add(source.startLine(), ProblemCode.UNKNOWN_FLAG, "", "");
      return;
    }
    List<String> sorted = known.stream().sorted().toList();
    Optional<String> near = Suggestion.nearest(flag.name(), sorted);
    String hint =
        near.map(name -> "Did you mean --" + name + "?")
            .orElseGet(() -> taken(source, flag, sorted));
    problems.add(
        source.startLine(),
        ProblemCode.UNKNOWN_FLAG,
        source.keyword() + " has no flag " + Quote.of("--" + flag.name()),
        hint);
  }

  private static String taken(Source source, Flag flag, List<String> known) {
    String keyword = source.keyword();
    if (!known.isEmpty()) {
      return keyword + " takes --" + String.join(", --", known) + ".";
    }
    boolean command = keyword.equals("CMD") || keyword.equals("ENTRYPOINT");
    return command
        ? "An argument that starts with -- needs the exec form: " + keyword + " [\"" + flag + "\"]."
        : keyword + " takes no flags.";
  }

  private static void value(Source source, Flag flag, Type type, Problems problems) {
    String value = flag.assigned();
    String lower = flag.value().toLowerCase(Locale.ROOT);
    boolean fine =
        type == Type.SWITCH
            ? value == null || lower.equals("true") || lower.equals("false")
            : value != null;
    if (!fine) {
      problems.add(
          source.startLine(),
          ProblemCode.FLAG_VALUE,
          type == Type.SWITCH
              ? "--" + flag.name() + " is true or false, not " + Quote.of(flag.value())
              : "--" + flag.name() + " has no value",
          type == Type.SWITCH
              ? "Write --" + flag.name() + " alone."
              : "Write --" + flag.name() + "=… without blanks around the equals sign.");
    }
  }
}
