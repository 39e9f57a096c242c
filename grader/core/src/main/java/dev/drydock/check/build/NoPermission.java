package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.Optional;
import java.util.regex.Pattern;

/** A RUN after a USER that writes where only root may. */
final class NoPermission {

  private static final Pattern DENIED =
      Pattern.compile("permission denied|EACCES", Pattern.CASE_INSENSITIVE);

  /** A shell's exit code when the program is not executable for anyone. */
  private static final String NOT_EXECUTABLE = "code: 126";

  private static final Pattern ROOT = Pattern.compile("(?:root|0)(?::.*)?");

  private NoPermission() {}

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    Integer line = build.failedLine();
    boolean denied =
        BuildOutput.ofFailedRun(build).stream().anyMatch(one -> DENIED.matcher(one).find());
    if (line == null || !denied || build.message().contains(NOT_EXECUTABLE)) {
      return Optional.empty();
    }
    return input.dockerfile().stages().stream()
        .filter(stage -> stage.startLine() <= line)
        .reduce((first, last) -> last)
        .flatMap(stage -> before(stage, line))
        .filter(user -> !ROOT.matcher(user.user()).matches())
        .map(
            user ->
                BuildMistake.of(
                    "userMayNot",
                    "user",
                    Shown.text(user.user()),
                    "line",
                    String.valueOf(user.startLine())));
  }

  private static Optional<User> before(Stage stage, int line) {
    return stage.instructions(User.class).stream()
        .filter(user -> user.startLine() < line)
        .reduce((first, last) -> last);
  }
}
