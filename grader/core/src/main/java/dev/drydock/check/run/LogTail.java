package dev.drydock.check.run;

import dev.drydock.check.Shown;
import dev.drydock.evidence.RunEvidence;
import java.util.List;
import java.util.function.Predicate;

/** The end of a container's output, for a sentence. */
final class LogTail {

  private LogTail() {}

  /** The last two lines that say something, quoted. */
  static String of(RunEvidence run) {
    return lastOf(run, line -> true);
  }

  /** The last two lines among some. */
  static String lastOf(RunEvidence run, Predicate<String> wanted) {
    List<String> lines =
        run.logTail().stream().filter(line -> !line.isBlank()).filter(wanted).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - 2), lines.size());
    return Shown.quoted(String.join(" ⏎ ", last), 240);
  }
}
