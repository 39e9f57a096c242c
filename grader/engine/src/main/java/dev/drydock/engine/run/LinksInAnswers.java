package dev.drydock.engine.run;

import dev.drydock.engine.evidence.RunEvidence.Exchange;
import dev.drydock.engine.job.RequestSpec;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Paths known only from an answer. Bundlers put hashes into file names; {@code /assets/{link}}
 * stands for the first address in an earlier answer that begins with {@code /assets/}.
 */
final class LinksInAnswers {

  private LinksInAnswers() {}

  /** The path to ask for; empty when none of the answers so far has such an address. */
  static Optional<String> follow(String path, List<Exchange> answers) {
    int at = path.indexOf(RequestSpec.LINK);
    if (at < 0) {
      return Optional.of(path);
    }
    Pattern address =
        Pattern.compile(
            "[\"'](" + Pattern.quote(path.substring(0, at)) + "[A-Za-z0-9._~/-]+)[\"']");
    return answers.stream()
        .map(answer -> address.matcher(answer.body()))
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .findFirst();
  }
}
