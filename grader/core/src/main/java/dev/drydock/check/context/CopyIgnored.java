package dev.drydock.check.context;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.dockerignore.IgnorePattern;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * C05: no COPY names something that .dockerignore excludes entirely. What never existed is for the
 * builder to report.
 */
public final class CopyIgnored extends CatalogueCheck {

  public static final String ID = "C05";

  public static final String IGNORED = "ignored";

  public CopyIgnored() {
    super(ID, "copy.ignored", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return input.dockerfile().instructions().stream()
        .flatMap(instruction -> CopySource.of(input, instruction))
        .flatMap(source -> judge(input.evidence().context(), source).stream())
        .findFirst()
        .orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> judge(ContextEvidence context, CopySource source) {
    if (source.path().isEmpty() || source.leavesTheContext()) {
      return Optional.empty();
    }
    List<ContextFile> files = source.files(context);
    if (files.isEmpty() || files.stream().anyMatch(ContextFile::sent)) {
      return Optional.empty();
    }
    String line = String.valueOf(files.get(0).ignoredByLine());
    return Optional.of(
        Outcome.failed(
            Measurement.of(source.path() + " is kept back", "nothing that is copied"),
            IGNORED,
            Map.of("source", source.path(), "ignoreLine", line, "pattern", pattern(context, line)),
            source.instruction().startLine()));
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
}
