package dev.drydock.check.context;

import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.check.SizeLimitedCheck;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import dev.drydock.image.ByteSize;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * C03: the size of what is sent to the builder. The default limit is 50 MB: more than the sources
 * of any project in this course, less than any node_modules worth the name.
 */
public final class ContextSize extends SizeLimitedCheck {

  public static final String ID = "C03";

  public static final String TOO_BIG = "too-big";
  public static final String NOTE_SENT = "sent";

  private static final ByteSize USUAL_LIMIT = ByteSize.of(50_000_000);
  private static final int TOP = 10;

  public ContextSize() {
    super(ID, "context.size", Need.NOTHING, USUAL_LIMIT);
  }

  @Override
  public boolean variesWithBase() {
    return true;
  }

  @Override
  protected Outcome judge(CheckInput input, long limit) {
    ContextEvidence context = input.evidence().context();
    Measurement measurement = Measurement.ofBytes(context.sentBytes(), limit);
    Map<String, String> values =
        Map.of(
            "files", Shown.count(context.sentFiles(), "file"),
            "before", ByteSize.of(context.totalBytes()).toString(),
            "top", Shown.list(top(context.files()), TOP));
    return context.sentBytes() <= limit
        ? Outcome.passed(measurement, NOTE_SENT, values)
        : Outcome.failed(measurement, TOO_BIG, values, null);
  }

  /** The top-level folders and files, heaviest first. */
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
}
