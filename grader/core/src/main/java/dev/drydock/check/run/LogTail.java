package dev.drydock.check.run;

import dev.drydock.check.Shown;
import dev.drydock.check.Trace;
import dev.drydock.engine.evidence.RunEvidence;
import java.util.List;
import java.util.function.Predicate;

/** The end of a container's output, for a sentence. */
final class LogTail {

  private LogTail() {}

  /** The last two lines that say something, or the one above a trace, quoted. */
  static String of(RunEvidence run) {
    return lastOf(run, line -> true);
  }

  /** The same among some lines. */
  static String lastOf(RunEvidence run, Predicate<String> wanted) {
    List<String> all = run.logTail().stream().filter(line -> !line.isBlank()).toList();
    List<String> said = Trace.cutOff(all);
    int most = said.size() < all.size() ? 1 : 2;
    List<String> lines = said.stream().filter(wanted).toList();
    List<String> last = lines.subList(Math.max(0, lines.size() - most), lines.size());
    return Shown.quoted(String.join(" ⏎ ", last), 240);
  }
}
