package dev.drydock.check.build;

import dev.drydock.engine.evidence.BuildEvidence;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Whether what a failed RUN printed looks like trouble with a network. Programs write whatever they
 * like: this is a reason to look, never to judge.
 */
public final class NetworkTrouble {

  private static final Pattern NAME =
      Pattern.compile(
          "could ?n.t resolve|could not resolve|temporary failure|network is unreachable"
              + "|EAI_AGAIN|ENOTFOUND|ENETUNREACH|bad address|no such host|dial tcp"
              + "|name resolution|unable to resolve",
          Pattern.CASE_INSENSITIVE);

  /** Of a line that is there but does not work; npm says it only in a log that it names. */
  private static final Pattern LINE =
      Pattern.compile(
          "time.?d? ?out|ECONN|ETIMEDOUT|EHOSTUNREACH|connection|certificate|_CERT|\\bSSL|\\bTLS"
              + "|proxy|registry|fetch|unreachable|\\b50[0234]\\b|/_logs/|complete log of this run",
          Pattern.CASE_INSENSITIVE);

  private static final Pattern CERTIFICATE =
      Pattern.compile("certificate|_CERT|\\bSSL|\\bTLS|x509", Pattern.CASE_INSENSITIVE);

  private NetworkTrouble() {}

  /** That a name was not found, which is what happens where there is no network. */
  static boolean isNoName(List<String> lines) {
    return lines.stream().anyMatch(line -> NAME.matcher(line).find());
  }

  /** Anything of the kind, in a RUN or in what the builder fetches itself. */
  public static boolean isHinted(BuildEvidence build) {
    List<String> lines = said(build);
    return isNoName(lines) || lines.stream().anyMatch(line -> LINE.matcher(line).find());
  }

  /** That whoever answered could not show that it is who was asked. */
  public static boolean isOfTrust(BuildEvidence build) {
    return said(build).stream().anyMatch(line -> CERTIFICATE.matcher(line).find());
  }

  private static List<String> said(BuildEvidence build) {
    List<String> printed = BuildOutput.ofFailedRun(build);
    return printed.isEmpty() ? List.of(build.message()) : printed;
  }
}
