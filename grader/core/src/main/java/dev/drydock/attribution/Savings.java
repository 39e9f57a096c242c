package dev.drydock.attribution;

import dev.drydock.attribution.Saving.Kind;
import dev.drydock.image.anatomy.DuplicateContent;
import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import dev.drydock.image.anatomy.FileSystemFacts.NpmPackage;
import dev.drydock.image.anatomy.FileSystemFacts.Tool;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.WastedPath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Calculates what each possible change would save, most bytes first. Each saving is separate: two
 * may cover the same bytes (a cache inside an SDK's folder), so they do not add up.
 */
public final class Savings {

  private final ImageAnatomy image;
  private final LayerAttribution attribution;
  private final Set<String> devPackages;

  private Savings(ImageAnatomy image, LayerAttribution attribution, Set<String> devPackages) {
    this.image = image;
    this.attribution = attribution;
    this.devPackages = Set.copyOf(devPackages);
  }

  /**
   * Find the savings.
   *
   * @param devPackages names of development-only packages, empty when unknown
   */
  public static List<Saving> of(
      ImageAnatomy image, LayerAttribution attribution, Set<String> devPackages) {
    Savings savings = new Savings(image, attribution, devPackages);
    return Stream.of(
            savings.waste(),
            savings.duplicates(),
            savings.caches(),
            savings.tools(),
            savings.packages(),
            savings.leaks())
        .flatMap(List::stream)
        .filter(saving -> saving.bytes() > 0)
        .sorted(
            Comparator.comparingLong(Saving::bytes)
                .reversed()
                .thenComparing(Saving::kind)
                .thenComparing(Saving::path))
        .toList();
  }

  private List<Saving> waste() {
    Map<Pair, List<WastedPath>> groups = new LinkedHashMap<>();
    for (WastedPath path : image.waste()) {
      Pair pair = new Pair(path.hiddenLayer(), path.addedLayer(), path.kind());
      groups.computeIfAbsent(pair, key -> new ArrayList<>()).add(path);
    }
    List<Saving> savings = new ArrayList<>();
    groups.forEach(
        (pair, paths) ->
            savings.add(
                new Saving(
                    remedy(pair),
                    paths.stream().mapToLong(WastedPath::bytes).sum(),
                    CommonPath.of(paths.stream().map(WastedPath::path).toList()),
                    paths.stream().mapToInt(WastedPath::files).sum(),
                    origins(pair.hidden, pair.added),
                    List.of())));
    return savings;
  }

  private Kind remedy(Pair pair) {
    String maker = attribution.layer(pair.added).keyword();
    boolean copied = maker.equals("COPY") || maker.equals("ADD");
    return switch (pair.kind) {
      case METADATA ->
          !attribution.layer(pair.hidden).asksForOwnerOrMode()
              ? Kind.WRITE_ONCE
              : copied ? Kind.SET_OWNER_ON_COPY : Kind.SET_OWNER_IN_SAME_RUN;
      case REMOVED -> copied ? Kind.DO_NOT_COPY : Kind.REMOVE_IN_SAME_RUN;
      case REPLACED -> Kind.WRITE_ONCE;
    };
  }

  private List<Saving> duplicates() {
    return image.duplicates().stream()
        .map(
            duplicate -> {
              List<Integer> layers =
                  duplicate.paths().stream()
                      .map(DuplicateContent.Copy::layer)
                      .sorted(Comparator.reverseOrder())
                      .toList();
              List<String> paths =
                  duplicate.paths().stream().map(DuplicateContent.Copy::path).toList();
              return new Saving(
                  Kind.KEEP_ONE_COPY,
                  duplicate.savedBytes(),
                  CommonPath.of(paths),
                  paths.size(),
                  origins(layers.toArray(Integer[]::new)),
                  paths);
            })
        .toList();
  }

  private List<Saving> caches() {
    return image.files().caches().stream()
        .map(
            (CacheFolder cache) ->
                single(Kind.CLEAN_CACHE, cache.bytes(), cache.path(), cache.layer(), cache.kind()))
        .toList();
  }

  private List<Saving> tools() {
    return image.files().tools().stream()
        .filter(tool -> !tool.base())
        .map(
            (Tool tool) ->
                single(Kind.LEAVE_OUT_TOOL, tool.bytes(), tool.path(), tool.layer(), tool.name()))
        .toList();
  }

  private List<Saving> leaks() {
    return attribution.leaks(image).stream()
        .filter(leak -> attribution.layer(leak.layer()).fromContext())
        .map(
            (LeakedFile leak) ->
                single(
                    Kind.IGNORE_IN_CONTEXT, leak.bytes(), leak.path(), leak.layer(), leak.kind()))
        .toList();
  }

  private List<Saving> packages() {
    Map<Integer, List<NpmPackage>> byLayer = new TreeMap<>();
    for (NpmPackage found : image.files().npmPackages()) {
      if (!found.base() && devPackages.contains(found.name())) {
        byLayer.computeIfAbsent(found.layer(), key -> new ArrayList<>()).add(found);
      }
    }
    List<Saving> savings = new ArrayList<>();
    byLayer.forEach(
        (layer, packages) ->
            savings.add(
                new Saving(
                    Kind.DEV_PACKAGES,
                    packages.stream().mapToLong(NpmPackage::bytes).sum(),
                    CommonPath.of(packages.stream().map(p -> p.path() + "/").toList()),
                    0,
                    origins(layer),
                    names(packages))));
    return savings;
  }

  private static List<String> names(Collection<NpmPackage> packages) {
    return packages.stream()
        .sorted(Comparator.comparingLong(NpmPackage::bytes).reversed())
        .map(NpmPackage::name)
        .distinct()
        .toList();
  }

  private Saving single(Kind kind, long bytes, String path, int layer, String name) {
    return new Saving(kind, bytes, path, 0, origins(layer), List.of(name));
  }

  private List<LayerOrigin> origins(Integer... layers) {
    return Stream.of(layers).distinct().map(attribution::layer).toList();
  }

  private record Pair(int hidden, int added, WastedPath.Kind kind) {}
}
