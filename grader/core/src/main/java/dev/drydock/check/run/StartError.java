package dev.drydock.check.run;

import java.util.regex.Pattern;

/** The known mistakes behind an engine's refusal to start a container. */
enum StartError {
  NO_SHELL("no-shell", "exec: \"?/bin/(ba)?sh\"?.*no such file"),
  NO_USER("no-user", "unable to find user|no matching entries in passwd|unable to find group"),
  NO_COMMAND("no-command", "no command specified"),
  WRONG_ARCHITECTURE("wrong-architecture", "exec format error"),
  NOT_EXECUTABLE("not-executable", "permission denied"),
  NO_FILE("no-file", "no such file or directory|executable file not found|not found in \\$?path"),
  OTHER("not-started", "");

  private final String finding;
  private final Pattern pattern;

  StartError(String finding, String pattern) {
    this.finding = finding;
    this.pattern = Pattern.compile(pattern, Pattern.CASE_INSENSITIVE | Pattern.DOTALL);
  }

  static StartError of(String error) {
    for (StartError known : values()) {
      if (known.pattern.matcher(error).find()) {
        return known;
      }
    }
    return OTHER;
  }

  /** Key of its sentence. */
  String finding() {
    return finding;
  }
}
