package dev.drydock.check.run;

import dev.drydock.engine.evidence.RunEvidence;
import java.util.Optional;
import java.util.regex.Pattern;

/** The known mistakes behind an engine's refusal to start a container. */
enum StartError {
  NO_SHELL(HttpContract.NO_SHELL, "exec: \"?/bin/(ba)?sh\"?.*no such file"),
  NO_USER(
      HttpContract.NO_USER,
      "unable to find user|no matching entries in passwd|unable to find group"),
  NO_COMMAND(HttpContract.NO_COMMAND, "no command specified"),
  WRONG_ARCHITECTURE(HttpContract.WRONG_ARCHITECTURE, "exec format error"),
  NOT_EXECUTABLE(HttpContract.NOT_EXECUTABLE, "permission denied"),
  NO_FILE(
      HttpContract.NO_FILE,
      "no such file or directory|executable file not found|not found in \\$?path"),
  OTHER(HttpContract.NOT_STARTED, "");

  /** The chain of programs that passed on the refusal, the same for every container. */
  private static final Pattern CHAIN =
      Pattern.compile(
          "^(?:(?:failed to create (?:shim )?task(?: for container)?|OCI runtime create failed"
              + "|runc create failed|container_linux\\.go:\\d+|starting container process caused"
              + "|unable to start container process|error during container init)(?:: ?| ))+");

  /** Appears as the container's own output: it started, but there was nothing to run. */
  private static final Pattern EXEC =
      Pattern.compile(
          "exec \\.{0,2}/\\S{1,200}: (?:no such file or directory|exec format"
              + " error|permission denied)");

  private static final Pattern UNKNOWN = Pattern.compile("(?:: unknown)?\\s*$");

  private final String finding;
  private final Pattern pattern;

  StartError(String finding, String pattern) {
    this.finding = finding;
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  /** Why the engine could not start the container's program, in the engine's words. */
  static Optional<String> in(RunEvidence run) {
    if (run.startError() != null) {
      return Optional.of(run.startError());
    }
    return run.logTail().size() == 1 && run.earlyExitCode() != null
        ? run.logTail().stream().filter(EXEC.asMatchPredicate()).findFirst()
        : Optional.empty();
  }

  static StartError of(String error) {
    for (StartError known : values()) {
      if (known.pattern.matcher(error).find()) {
        return known;
      }
    }
    return OTHER;
  }

  /** What the engine says is wrong, without the chain of programs that say so. */
  static String words(String error) {
    String cause = CHAIN.matcher(error.strip()).replaceFirst("");
    return UNKNOWN.matcher(cause).replaceFirst("");
  }

  /** Key of its sentence. */
  String finding() {
    return finding;
  }
}
