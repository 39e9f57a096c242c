package dev.drydock.check.build;

import dev.drydock.check.Trace;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a build's programs printed, separated from the builder's own words. */
public final class BuildOutput {

  /** Above the picture of the Dockerfile that BuildKit ends with. */
  private static final Pattern PLACE = Pattern.compile("[^\\s:]+:\\d+");

  private static final Pattern RULE = Pattern.compile("-{10,}");

  /** BuildKit names the step; the classic builder and an old client number it, too. */
  private static final Pattern STEP =
      Pattern.compile("(?:Step \\d+/\\d+ : |#\\d+ \\[[^]]*] )?RUN (?:--\\S+ )*(.*)");

  /** Before each line of an old client: the step's number, and the seconds it has taken so far. */
  private static final Pattern OLD_CLIENT = Pattern.compile("^#\\d+ \\d+\\.\\d+ ");

  private static final Pattern OF_A_RUN = Pattern.compile("exit code: \\d|non-zero code: \\d");

  private static final Pattern WORD = Pattern.compile("\\p{L}");

  /** What tools and the classic builder always print last, whatever went wrong. */
  private static final Pattern NOISE =
      Pattern.compile(
          String.join(
              "|",
              "npm (?:notice|error|ERR!)\\s*",
              "npm notice .*",
              ".*A complete log of this run.*",
              ".*gyp ERR! (?:not ok|cwd|node|command|System|stack at).*",
              "info Visit https://yarnpkg.*",
              "error Command failed with exit code \\d+\\.",
              "\\W*ELIFECYCLE\\W.*",
              "note: This .* pip\\.",
              "hint: See above for details\\.",
              "╰─> See above for output\\.",
              "\\[notice] .*",
              "\\[ERROR]\\s*",
              "\\[ERROR] (?:To see the full stack trace|Re-run Maven|For more information about).*",
              "\\[ERROR] (?:After correcting the problems| *mvn <args> -rf|\\[Help \\d+]).*",
              "\\* (?:Try|Get more help).*",
              "> (?:Run with|Get more help).*",
              "Deprecated Gradle features.*|You can use '--warning-mode.*|For more on"
                  + " this, please.*",
              "BUILD FAILED in .*|\\d+ actionable tasks?: .*",
              "make(?:\\[\\d+])?: \\*\\*\\* .* Error \\d+",
              " ---> .*",
              "The command '.*' returned a non-zero code: \\d+"));

  private BuildOutput() {}

  /** The lines without those that end any failure. */
  public static List<String> telling(List<String> lines) {
    return withoutVerdict(lines).stream().filter(line -> !isNoise(line)).toList();
  }

  private static boolean isNoise(String line) {
    return NOISE.matcher(line).matches();
  }

  /** The lines without what BuildKit adds at the end: where it stopped, and its verdict. */
  private static List<String> withoutVerdict(List<String> lines) {
    int end = lines.size();
    if (end > 0 && lines.get(end - 1).startsWith("ERROR: ")) {
      end--;
    }
    for (int i = end - 2; i >= 0; i--) {
      boolean rule = RULE.matcher(lines.get(i + 1)).matches();
      if (rule && PLACE.matcher(lines.get(i)).matches()) {
        return lines.subList(0, i);
      }
    }
    return lines.subList(0, end);
  }

  /** What the failed RUN printed; nothing if it was not a RUN. */
  static List<String> ofFailedRun(BuildEvidence build) {
    if (!OF_A_RUN.matcher(build.message()).find()) {
      return List.of();
    }
    List<String> lines = withoutVerdict(build.logTail());
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher step = STEP.matcher(lines.get(i));
      if (step.matches() && build.message().contains(step.group(1))) {
        return withoutTimes(lines.subList(i + 1, lines.size()));
      }
    }
    return withoutTimes(lines);
  }

  private static List<String> withoutTimes(List<String> lines) {
    return lines.stream().map(line -> OLD_CLIENT.matcher(line).replaceFirst("")).toList();
  }

  /** The last line of the failed RUN that says something, or the one above a trace. */
  public static Optional<String> lastWords(BuildEvidence build) {
    List<String> lines = ofFailedRun(build).stream().filter(line -> !isNoise(line)).toList();
    return Trace.cutOff(lines).stream()
        .filter(line -> WORD.matcher(line).find())
        .reduce((first, last) -> last);
  }
}
