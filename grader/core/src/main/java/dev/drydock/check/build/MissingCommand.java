package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.evidence.BuildEvidence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A RUN that calls a program which its base image does not have. */
final class MissingCommand {

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "(?:sh|bash|ash): (?:line )?(?:\\d+: )?([\\w./+-]{1,60}): (?:command )?not found");

  private MissingCommand() {}

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    if (!build.message().contains("exit code: 127")) {
      return Optional.empty();
    }
    return build.logTail().stream()
        .map(NOT_FOUND::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .reduce((first, last) -> last)
        .map(command -> BuildMistake.of(key(command), "command", command));
  }

  private static String key(String command) {
    return switch (command) {
      case "useradd", "groupadd", "usermod" -> "commandOfShadow";
      case "apt", "apt-get" -> "commandOfDebian";
      case "apk" -> "commandOfAlpine";
      default -> "commandMissing";
    };
  }
}
