package dev.drydock.check.build;

import dev.drydock.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What the programs of a build printed, told apart from the builder's own words. */
public final class BuildOutput {

  /** Above the picture of the Dockerfile that BuildKit ends with. */
  private static final Pattern PLACE = Pattern.compile("Dockerfile:\\d+");

  private static final Pattern RULE = Pattern.compile("-{10,}");

  /** Of both builders: BuildKit names the step, the classic one numbers it, too. */
  private static final Pattern STEP = Pattern.compile("(?:Step \\d+/\\d+ : )?RUN (?:--\\S+ )*(.*)");

  private static final Pattern OF_A_RUN = Pattern.compile("exit code: \\d|non-zero code: \\d");

  private static final Pattern WORD = Pattern.compile("\\p{L}");

  /** What npm prints last, whatever went wrong. */
  private static final Pattern NOISE =
      Pattern.compile("npm (?:notice|error|ERR!)\\s*|npm notice .*|.*A complete log of this run.*");

  private BuildOutput() {}

  /** The lines without what BuildKit adds at the end: where it stopped, and its verdict. */
  public static List<String> withoutVerdict(List<String> lines) {
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

  /** What the RUN printed that ended the build; nothing when it was no RUN. */
  static List<String> ofFailedRun(BuildEvidence build) {
    if (!OF_A_RUN.matcher(build.message()).find()) {
      return List.of();
    }
    List<String> lines = withoutVerdict(build.logTail());
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher step = STEP.matcher(lines.get(i));
      if (step.matches() && build.message().contains(step.group(1))) {
        return lines.subList(i + 1, lines.size());
      }
    }
    return lines;
  }

  /** The last line of the failed RUN that says something. */
  public static Optional<String> lastWords(BuildEvidence build) {
    return ofFailedRun(build).stream()
        .filter(line -> WORD.matcher(line).find() && !NOISE.matcher(line).matches())
        .reduce((first, last) -> last);
  }
}
