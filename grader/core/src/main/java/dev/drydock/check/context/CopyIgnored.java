package dev.drydock.check.context;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.context.DockerIgnore;
import dev.drydock.context.IgnorePattern;
import dev.drydock.dockerfile.Add;
import dev.drydock.dockerfile.Copy;
import dev.drydock.dockerfile.FileTransfer;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Resolved;
import dev.drydock.evidence.ContextEvidence;
import dev.drydock.evidence.ContextEvidence.ContextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * C05: no COPY names something that .dockerignore keeps back as a whole. What was never there is
 * the builder's to report.
 */
public final class CopyIgnored extends CatalogueCheck {

  public CopyIgnored() {
    super("C05", "copy.ignored", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return input.dockerfile().instructions().stream()
        .flatMap(
            instruction -> sources(input, instruction).map(one -> judge(input, instruction, one)))
        .flatMap(Optional::stream)
        .findFirst()
        .orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> judge(CheckInput input, Instruction instruction, String source) {
    ContextEvidence context = input.evidence().context();
    String path = source.replaceFirst("^(\\./|/)+", "").replaceFirst("/+$", "");
    if (path.isEmpty() || path.equals(".") || path.startsWith("..")) {
      return Optional.empty();
    }
    // a COPY's wildcards are those of an ignore file, and a folder stands for all below it
    DockerIgnore named = DockerIgnore.parse(path);
    List<ContextFile> files =
        context.files().stream().filter(file -> named.decide(file.path()).excluded()).toList();
    if (files.isEmpty() || files.stream().anyMatch(ContextFile::sent)) {
      return Optional.empty();
    }
    String line = String.valueOf(files.get(0).ignoredByLine());
    return Optional.of(
        Outcome.failed(
            "ignored",
            Map.of("source", path, "ignoreLine", line, "pattern", pattern(context, line)),
            instruction.startLine()));
  }

  private static String pattern(ContextEvidence context, String line) {
    String text = context.ignoreFile();
    return DockerIgnore.parse(text == null ? "" : text).patterns().stream()
        .filter(pattern -> String.valueOf(pattern.line()).equals(line))
        .map(IgnorePattern::written)
        .findFirst()
        .orElse("")
        .strip();
  }

  private static Stream<String> sources(CheckInput input, Instruction instruction) {
    boolean fromContext =
        instruction instanceof FileTransfer
            && !(instruction instanceof Copy copy && copy.from().isPresent());
    return fromContext
        ? ((FileTransfer) instruction)
            .sources().stream()
                .map(source -> input.dockerfile().resolve(instruction, source))
                .filter(Resolved::isComplete)
                .map(Resolved::text)
                .filter(source -> !Add.isUrl(source))
        : Stream.empty();
  }
}
