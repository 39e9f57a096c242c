package dev.drydock.cli.instructor;

import dev.drydock.batch.export.Format;
import dev.drydock.text.DidYouMean;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Export formats by id. */
final class FormatIds implements ITypeConverter<Format>, Iterable<String> {

  private static final List<String> IDS = Arrays.stream(Format.values()).map(Format::id).toList();

  @Override
  public Format convert(String text) {
    return Format.of(text.toLowerCase(Locale.ROOT))
        .orElseThrow(
            () ->
                new TypeConversionException(
                    "there is no format '"
                        + text
                        + "', only "
                        + String.join(", ", IDS)
                        + DidYouMean.suffix(text, IDS)));
  }

  @Override
  public Iterator<String> iterator() {
    return IDS.iterator();
  }
}
