package dev.drydock.image;

import dev.drydock.image.anatomy.CanaryHit;
import dev.drydock.image.content.CanaryMatcher;
import dev.drydock.image.content.ContentNotes;
import dev.drydock.image.layers.EntryTable;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.Layer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Gathers where the canaries were found: in files, in the configuration, in the history. */
final class CanaryHits {

  private static final int MAX_LINE = 300;

  private final CanaryMatcher matcher;
  private final List<CanaryHit> hits = new ArrayList<>();

  CanaryHits(CanaryMatcher matcher) {
    this.matcher = matcher;
  }

  void addFiles(ContentNotes notes, List<Layer> layers, FileSystemView view) {
    EntryTable entries = view.entries();
    for (int layer = 0; layer < layers.size(); layer++) {
      for (int entry = layers.get(layer).first(); entry < layers.get(layer).end(); entry++) {
        BitSet found = notes.canaries(entry);
        if (!found.isEmpty()) {
          int node = entries.node(entry);
          boolean visible = view.dataEntry(node) == entry && view.dataLayer(node) == layer;
          String path = view.paths().path(node);
          int index = layer;
          found.stream()
              .forEach(
                  number ->
                      hits.add(new CanaryHit(matcher.name(number), "file", path, index, visible)));
        }
      }
    }
  }

  /** Search every text of the configuration, whatever its field. */
  void addConfig(byte[] json) {
    if (matcher.isEmpty()) {
      return;
    }
    JsonNode root = JsonMapper.shared().readTree(new String(json, StandardCharsets.UTF_8));
    for (Map.Entry<String, JsonNode> field : root.properties()) {
      if (field.getKey().equals("history")) {
        field.getValue().forEach(step -> search(step, "history", ""));
      } else {
        search(field.getValue(), "config", field.getKey());
      }
    }
  }

  private void search(JsonNode node, String place, String name) {
    if (node.isValueNode()) {
      add(place, name, node.asString());
    }
    if (node.isArray()) {
      node.forEach(item -> search(item, place, name));
    }
    for (Map.Entry<String, JsonNode> field : node.properties()) {
      add(place, name, field.getKey());
      search(
          field.getValue(), place, name.isEmpty() ? field.getKey() : name + "." + field.getKey());
    }
  }

  private void add(String place, String name, String text) {
    for (String canary : matcher.in(text)) {
      String shown = matcher.masked(text);
      String line = shown.length() > MAX_LINE ? shown.substring(0, MAX_LINE) + "…" : shown;
      String where = place.equals("history") ? line : name + ": " + line;
      hits.add(new CanaryHit(canary, place, where, -1, true));
    }
  }

  List<CanaryHit> list() {
    return hits;
  }
}
