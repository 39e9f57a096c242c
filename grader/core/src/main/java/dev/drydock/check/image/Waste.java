package dev.drydock.check.image;

import dev.drydock.image.anatomy.DuplicateContent;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.WastedPath;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Bytes that an image carries invisibly.
 *
 * @param hidden grouped by what added it and what hides it
 * @param duplicates over 1 MB, except what one installer placed twice in one go, which cannot be
 *     helped
 */
record Waste(long totalBytes, List<Hidden> hidden, List<DuplicateContent> duplicates) {

  private static final long MIN_DUPLICATE = 1_000_000;

  /**
   * Bytes that one layer adds and another hides.
   *
   * @param path the heaviest of them
   */
  record Hidden(int addedLayer, int hiddenLayer, WastedPath.Kind kind, long bytes, String path) {}

  static Waste of(ImageAnatomy image) {
    List<DuplicateContent> duplicates =
        image.duplicates().stream()
            .filter(group -> group.bytes() > MIN_DUPLICATE && !byOneInstaller(group))
            .toList();
    long twice = duplicates.stream().mapToLong(DuplicateContent::savedBytes).sum();
    return new Waste(image.wastedBytes() + twice, groups(image.waste()), duplicates);
  }

  Optional<Hidden> worstHidden() {
    return hidden.stream().max(Comparator.comparingLong(Hidden::bytes));
  }

  Optional<DuplicateContent> worstDuplicate() {
    return duplicates.stream().max(Comparator.comparingLong(DuplicateContent::savedBytes));
  }

  private static boolean byOneInstaller(DuplicateContent group) {
    return group.paths().stream().map(DuplicateContent.Copy::layer).distinct().count() == 1
        && group.paths().stream()
            .allMatch(
                copy -> copy.path().contains("/node_modules/") || copy.path().startsWith("/usr/"));
  }

  private static List<Hidden> groups(List<WastedPath> paths) {
    Map<List<Object>, Hidden> groups = new LinkedHashMap<>();
    paths.stream()
        .sorted(Comparator.comparingLong(WastedPath::bytes).reversed())
        .forEach(
            one ->
                groups.merge(
                    List.of(one.addedLayer(), one.hiddenLayer(), one.kind()),
                    new Hidden(
                        one.addedLayer(), one.hiddenLayer(), one.kind(), one.bytes(), one.path()),
                    Waste::joined));
    return List.copyOf(groups.values());
  }

  private static Hidden joined(Hidden heavier, Hidden lighter) {
    return new Hidden(
        heavier.addedLayer(),
        heavier.hiddenLayer(),
        heavier.kind(),
        heavier.bytes() + lighter.bytes(),
        heavier.path());
  }
}
