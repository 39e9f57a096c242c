package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.check.context.CopySource;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A COPY of something missing. Most often the parent folder was meant to be the context, or the
 * program was built somewhere other than where it is copied from.
 */
final class MissingFile {

  private static final Pattern NOT_FOUND =
      Pattern.compile(
          "not found|no such file|failed to calculate checksum|outside the build context"
              + "|forbidden path|no source files",
          Pattern.CASE_INSENSITIVE);

  /** It is there, but the builder cannot go through it. */
  private static final Pattern NOT_WALKED = Pattern.compile("failed to walk .*file name too long");

  private MissingFile() {}

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    String message = build.message();
    if (!NOT_FOUND.matcher(message).find() || NOT_WALKED.matcher(message).find()) {
      return Optional.empty();
    }
    return input.dockerfile().instructions().stream()
        .filter(one -> build.failedLine() == null || covers(one, build.failedLine()))
        .flatMap(one -> explain(input, build, one).stream())
        .findFirst();
  }

  private static boolean covers(Instruction instruction, int line) {
    return instruction.startLine() <= line && line <= instruction.endLine();
  }

  private static Optional<BuildMistake> explain(
      CheckInput input, BuildEvidence build, Instruction instruction) {
    if (instruction instanceof Copy copy && copy.from().isPresent()) {
      // the builder names the path; without that it could be any COPY --from
      return copy.sources().stream()
          .filter(source -> build.message().contains(source.replaceFirst("/+$", "")))
          .findFirst()
          .map(
              source ->
                  BuildMistake.of(
                      "copyFromMissing",
                      "line",
                      line(copy),
                      "source",
                      source,
                      "stage",
                      copy.from().get()));
    }
    return CopySource.of(input, instruction)
        .flatMap(source -> explain(input, source).stream())
        .findFirst();
  }

  private static Optional<BuildMistake> explain(CheckInput input, CopySource source) {
    ContextEvidence context = input.evidence().context();
    String line = line(source.instruction());
    String folder = input.evidence().folder();
    if (source.leavesTheContext()) {
      return Optional.of(
          BuildMistake.of(
              "copyOutside", "line", line, "source", source.written(), "folder", folder));
    }
    List<ContextFile> files = source.files(context);
    if (files.stream().anyMatch(ContextFile::sent)) {
      return Optional.empty();
    }
    if (!files.isEmpty()) {
      return Optional.of(BuildMistake.of("copyIgnored", "line", line, "source", source.written()));
    }
    int slash = source.path().indexOf('/');
    String rest = slash < 0 ? "" : source.path().substring(slash + 1);
    boolean isTheFolder = source.path().equals(folder) || looksLikeThisFolder(source, rest);
    boolean isInside = !rest.isEmpty() && !CopySource.filesAt(rest, context).isEmpty();
    return Optional.of(
        isTheFolder || isInside
            ? BuildMistake.of(
                "copyParent",
                "line",
                line,
                "source",
                source.written(),
                "folder",
                folder,
                "inside",
                rest.isEmpty() ? "." : rest)
            : BuildMistake.of(
                "copyMissing", "line", line, "source", source.written(), "folder", folder));
  }

  /** {@code ./example-backend}: what published sources of this kind call the folder. */
  private static boolean looksLikeThisFolder(CopySource source, String rest) {
    return rest.isEmpty() && source.path().matches(".*(frontend|backend|project)");
  }

  private static String line(Instruction instruction) {
    return String.valueOf(instruction.startLine());
  }
}
