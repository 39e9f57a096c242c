package dev.drydock.check.context;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.image.ByteSize;
import java.util.Map;

/**
 * C01: there is a .dockerignore and it excludes something. Judged by what arrives, not by its text;
 * one with nothing to exclude, in a clean context, is fine.
 */
public final class IgnorePresent extends CatalogueCheck {

  public static final String ID = "C01";

  public static final String NONE = "none";
  public static final String NO_EFFECT = "no-effect";
  public static final String NOTE_NOTHING_TO_KEEP = "nothing-to-keep";

  public IgnorePresent() {
    super(ID, "ignore.present", Need.NOTHING);
  }

  @Override
  public Outcome judge(CheckInput input) {
    ContextEvidence context = input.evidence().context();
    if (context.ignoreFile() == null) {
      return Outcome.failed(
          Measurement.of("no .dockerignore", "one that keeps something back"),
          NONE,
          Map.of("files", Shown.count(context.totalFiles(), "file")),
          null);
    }
    int kept = context.totalFiles() - context.sentFiles();
    Measurement measurement =
        new Measurement(
            Shown.count(kept, "file")
                + " kept back ("
                + ByteSize.of(Math.max(0, context.totalBytes() - context.sentBytes()))
                + ")",
            "one that keeps something back",
            (double) kept,
            null);
    if (kept > 0) {
      return Outcome.passed(measurement);
    }
    return Unwanted.in(context).isEmpty()
        ? Outcome.passed(measurement, NOTE_NOTHING_TO_KEEP, Map.of())
        : Outcome.failed(
            measurement, NO_EFFECT, Map.of("unwanted", Unwanted.shown(Unwanted.in(context))), null);
  }
}
