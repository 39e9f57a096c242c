package dev.drydock.image;

import dev.drydock.image.anatomy.FileSystemFacts;
import dev.drydock.image.anatomy.HistoryEntry;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageConfig;
import dev.drydock.image.anatomy.ImageLayer;
import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.image.archive.Blob;
import dev.drydock.image.archive.ImageParts;
import dev.drydock.image.content.CanaryMatcher;
import dev.drydock.image.content.ContentNotes;
import dev.drydock.image.files.FileFacts;
import dev.drydock.image.files.ImageFiles;
import dev.drydock.image.files.StartedProgram;
import dev.drydock.image.layers.DuplicateFinder;
import dev.drydock.image.layers.EntryTable;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.HeaviestPaths;
import dev.drydock.image.layers.Layer;
import dev.drydock.image.layers.LayerStack;
import dev.drydock.image.layers.PathTree;
import dev.drydock.image.layers.WasteReport;
import dev.drydock.image.request.ImageReadRequest;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Puts the layers together and draws the anatomy from them. */
final class AnatomyAssembly {

  private final PathTree paths;
  private final EntryTable entries;
  private final ContentNotes notes;
  private final CanaryMatcher canaries;
  private final ImageReadRequest request;

  AnatomyAssembly(
      PathTree paths,
      EntryTable entries,
      ContentNotes notes,
      CanaryMatcher canaries,
      ImageReadRequest request) {
    this.paths = paths;
    this.entries = entries;
    this.notes = notes;
    this.canaries = canaries;
    this.request = request;
  }

  ImageAnatomy of(ImageParts parts) {
    List<Layer> layers = parts.layers();
    List<String> diffIds = parts.config().diffIds();
    int baseLayers = commonPrefix(diffIds, request.baseDiffIds());
    paths.sort();
    LayerStack stack = new LayerStack(paths, entries, baseLayers);
    layers.forEach(stack::add);
    FileSystemView view = stack.view();
    List<WastedPath> waste = new WasteReport(paths, entries, layers).of(stack.hidden());
    ImageConfig config = parts.config().toConfig();
    List<HistoryEntry> history = parts.config().toHistory();
    List<Integer> positions = historyPositions(history, layers.size());
    ImageFiles files = new ImageFiles(view, notes, layers, baseLayers);
    FileSystemFacts facts = new FileFacts(files, config, makers(history, positions)).collect();
    CanaryHits hits = new CanaryHits(canaries);
    hits.addFiles(notes, layers, view);
    hits.addConfig(parts.configJson());
    return new ImageAnatomy(
        request.imageId(),
        parts.config().architecture() == null ? "" : parts.config().architecture(),
        request.engineSizeBytes(),
        layers.stream().mapToLong(Layer::bytes).sum(),
        parts.blobs().stream().mapToLong(Blob.LayerBlob::compressedBytes).sum(),
        config,
        history,
        imageLayers(layers, diffIds, positions, baseLayers),
        waste.stream().mapToLong(WastedPath::bytes).sum(),
        waste,
        new DuplicateFinder(view, baseLayers).find(),
        facts,
        new StartedProgram(files, config, facts).find(),
        hits.list());
  }

  private List<ImageLayer> imageLayers(
      List<Layer> layers, List<String> diffIds, List<Integer> positions, int baseLayers) {
    HeaviestPaths heaviest = new HeaviestPaths(paths, entries);
    List<ImageLayer> result = new ArrayList<>();
    for (int i = 0; i < layers.size(); i++) {
      Layer layer = layers.get(i);
      result.add(
          new ImageLayer(
              i,
              diffIds.get(i),
              positions.get(i),
              i < baseLayers,
              layer.bytes(),
              layer.files(),
              layer.entries(),
              heaviest.of(layer)));
    }
    return result;
  }

  /**
   * For each layer its history entry. An imported base may have layers without history: so the last
   * layer belongs to the last entry that made one, and so on downwards.
   */
  private static List<Integer> historyPositions(List<HistoryEntry> history, int layers) {
    List<Integer> making = new ArrayList<>();
    for (int i = 0; i < history.size(); i++) {
      if (!history.get(i).emptyLayer()) {
        making.add(i);
      }
    }
    List<Integer> positions = new ArrayList<>();
    for (int i = 0; i < layers; i++) {
      int at = making.size() - layers + i;
      positions.add(at < 0 ? -1 : making.get(at));
    }
    return positions;
  }

  private static List<@Nullable HistoryEntry> makers(
      List<HistoryEntry> history, List<Integer> positions) {
    List<@Nullable HistoryEntry> makers = new ArrayList<>();
    for (int position : positions) {
      makers.add(position < 0 ? null : history.get(position));
    }
    return makers;
  }

  private static int commonPrefix(List<String> diffIds, List<String> base) {
    int common = 0;
    while (common < Math.min(diffIds.size(), base.size())
        && diffIds.get(common).equals(base.get(common))) {
      common++;
    }
    return common;
  }
}
