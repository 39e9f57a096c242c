package dev.drydock.report.html;

import dev.drydock.image.ByteSize;
import dev.drydock.verdict.ImageResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An image's size against its limit and the starter's size, on one scale.
 *
 * @param yours position of the image
 * @param limit position of the limit, negative when there is none
 * @param starter position of the starter, negative when it was not built
 * @param over whether the image is above the limit
 * @param facts the numbers as text, in the order they are listed
 */
public record SizePicture(
    double yours,
    double limit,
    double starter,
    boolean over,
    String yoursText,
    String limitText,
    String starterText,
    String verdict,
    List<SizeScale.Tick> ticks,
    List<Fact> facts) {

  /** A named number. */
  public record Fact(String name, String value, String bytes) {}

  public SizePicture {
    ticks = List.copyOf(ticks);
    facts = List.copyOf(facts);
  }

  /** The picture, or null when there is no image. */
  static @Nullable SizePicture of(ImageResult image) {
    Long size = image.sizeBytes();
    if (size == null) {
      return null;
    }
    Long limit = image.sizeLimit().filter(bytes -> bytes >= 1).map(Double::longValue).orElse(null);
    Long starter = image.starterBytes();
    List<Long> shown = new ArrayList<>(List.of(size));
    if (limit != null) {
      shown.add(limit);
    }
    if (starter != null) {
      shown.add(starter);
    }
    SizeScale scale = SizeScale.around(shown.stream().mapToLong(Long::longValue));
    return new SizePicture(
        scale.x(size),
        limit == null ? -1 : scale.x(limit),
        starter == null ? -1 : scale.x(starter),
        limit != null && size > limit,
        text(size),
        limit == null ? "" : text(limit),
        starter == null ? "" : text(starter),
        verdict(size, limit, starter),
        scale.ticks(),
        facts(image, size, limit, starter));
  }

  private static String verdict(long size, @Nullable Long limit, @Nullable Long starter) {
    StringBuilder out = new StringBuilder();
    if (limit != null) {
      long apart = Math.abs(size - limit);
      out.append(text(apart)).append(size > limit ? " over the limit" : " under the limit");
    }
    if (starter != null && starter > 0 && size < starter) {
      out.append(out.isEmpty() ? "" : ", ")
          .append(String.format(Locale.ROOT, "%.0f %%", 100.0 * (starter - size) / starter))
          .append(" lighter than before");
    }
    return out.toString();
  }

  private static List<Fact> facts(
      ImageResult image, long size, @Nullable Long limit, @Nullable Long starter) {
    List<Fact> facts = new ArrayList<>();
    facts.add(fact("This image", size));
    if (limit != null) {
      facts.add(fact("Limit", limit));
    }
    if (starter != null) {
      facts.add(fact("Before", starter));
    }
    Long engine = image.engineSizeBytes();
    if (engine != null) {
      facts.add(fact("Shown by the engine", engine));
    }
    Long compressed = image.compressedBytes();
    if (compressed != null) {
      facts.add(fact("Transferred by a pull, about", compressed));
    }
    Long wasted = image.wastedBytes();
    if (wasted != null) {
      facts.add(fact("Wasted", wasted));
    }
    return facts;
  }

  private static Fact fact(String name, long bytes) {
    return new Fact(name, text(bytes), Texts.grouped(bytes));
  }

  private static String text(long bytes) {
    return ByteSize.of(Math.max(0, bytes)).toString();
  }
}
