package dev.drydock.check.context;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.ByteSize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * C03: what is sent to the builder. Where the exercise sets no limit it is 50 MB: more than the
 * sources of any project in this course, less than any node_modules worth the name.
 */
public final class ContextSize extends CatalogueCheck {

  private static final ByteSize DEFAULT_LIMIT = ByteSize.of(50_000_000);
  private static final int TOP = 10;

  public ContextSize() {
    super("C03", "context.size", Need.NOTHING);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return Asked.of("limited", "limit", Shown.limit(limit(rule)));
  }

  @Override
  public Outcome judge(CheckInput input) {
    ContextEvidence context = input.evidence().context();
    long limit = limit(input.rule()).bytes();
    Measurement measurement = Measurement.ofBytes(context.sentBytes(), limit);
    Map<String, String> values =
        Map.of(
            "files", Shown.count(context.sentFiles(), "file"),
            "before", ByteSize.of(context.totalBytes()).toString(),
            "top", Shown.list(top(context.files()), TOP));
    return context.sentBytes() <= limit
        ? Outcome.passed(measurement, "sent", values)
        : Outcome.failed(measurement, "too-big", values, null);
  }

  /** The folders of the top level and the files beside them, heaviest first. */
  private static List<String> top(List<ContextFile> files) {
    return files.stream()
        .filter(ContextFile::sent)
        .collect(
            Collectors.groupingBy(
                file -> file.path().replaceFirst("/.*", "/"),
                Collectors.summingLong(ContextFile::bytes)))
        .entrySet()
        .stream()
        .sorted(
            Map.Entry.<String, Long>comparingByValue(Comparator.reverseOrder())
                .thenComparing(Map.Entry.comparingByKey()))
        .limit(TOP)
        .map(entry -> entry.getKey() + " (" + ByteSize.of(entry.getValue()) + ")")
        .toList();
  }

  private static ByteSize limit(CheckRule rule) {
    return Optional.ofNullable(rule.max()).orElse(DEFAULT_LIMIT);
  }
}
