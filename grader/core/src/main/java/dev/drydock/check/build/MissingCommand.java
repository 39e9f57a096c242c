package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A RUN that calls a program which its base image does not have. */
final class MissingCommand {

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "(?:sh|bash|ash): (?:line )?(?:\\d+: )?([\\w./+-]{1,60}): (?:command not found|not found"
              + "|cannot execute: required file not found)");

  private MissingCommand() {}

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    if (!build.message().contains("code: 127")) {
      return Optional.empty();
    }
    List<String> output = BuildOutput.ofFailedRun(build);
    return output.stream()
        .map(NOT_FOUND::matcher)
        .filter(Matcher::find)
        .map(matcher -> matcher.group(1))
        .reduce((first, last) -> last)
        .map(command -> BuildMistake.of(key(command, output), "command", command));
  }

  private static String key(String command, List<String> output) {
    // npm and yarn print the script before they run it
    if (output.stream()
        .anyMatch(line -> line.matches("[>$] " + Pattern.quote(command) + "\\b.*"))) {
      return "commandOfPackages";
    }
    if (command.contains("/")) {
      return "commandIsFile";
    }
    return switch (command) {
      case "useradd", "groupadd", "usermod" -> "commandOfShadow";
      case "apt", "apt-get" -> "commandOfDebian";
      case "apk" -> "commandOfAlpine";
      default -> "commandMissing";
    };
  }
}
