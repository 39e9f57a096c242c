package dev.drydock.image;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.TestImage.Layout;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.PathSize;
import dev.drydock.image.anatomy.WastedPath;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Random layers against a model that does it the slow and obvious way. */
class ImagePropertyTest {

  private static final int ROUNDS = 250;
  private static final String[] NAMES = {"a", "b", "c", "d"};

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void sizesAndWasteAreThoseOfTheModel(long seed) {
    Random random = new Random(seed);
    for (int round = 0; round < ROUNDS; round++) {
      int base = random.nextInt(3);
      int layers = base + 1 + random.nextInt(4);
      TestImage image = new TestImage();
      Model model = new Model(base);
      StringBuilder story = new StringBuilder("seed " + seed + " round " + round);
      for (int i = 0; i < layers; i++) {
        TestLayer layer = randomLayer(random);
        layer.entries().forEach(e -> story.append("\n  ").append(describe(e)));
        story.append("\n  --");
        model.apply(layer.entries());
        image.layer(layer);
        if (i + 1 == base) {
          image.endOfBase();
        }
      }
      ImageAnatomy evidence = image.read(Layout.values()[random.nextInt(5)]);
      assertThat(evidence.sizeBytes()).as("size, %s", story).isEqualTo(model.size);
      assertThat(evidence.wastedBytes()).as("waste, %s", story).isEqualTo(model.waste);
      assertThat(sumOf(evidence.waste())).as("waste list, %s", story).isEqualTo(model.waste);
      assertThat(ownFiles(evidence)).as("own files, %s", story).isEqualTo(model.ownFiles());
    }
  }

  private static TestLayer randomLayer(Random random) {
    TestLayer layer = new TestLayer();
    List<String> files = new ArrayList<>();
    for (int i = random.nextInt(6); i >= 0; i--) {
      String path = randomPath(random);
      switch (random.nextInt(9)) {
        case 0 -> layer.folder(path);
        case 1 -> layer.symbolicLink(path, "a");
        case 2 -> layer.whiteout(path);
        case 3 -> layer.opaque(path);
        case 4 -> {
          if (!files.isEmpty()) {
            layer.hardLink(path, files.get(random.nextInt(files.size())));
          }
        }
        default -> {
          // few contents, so that the same one comes again
          layer.file(path, TestLayer.content(100 + random.nextInt(3), 0));
          files.add(path);
        }
      }
    }
    return layer;
  }

  private static String randomPath(Random random) {
    String path = NAMES[random.nextInt(NAMES.length)];
    for (int depth = random.nextInt(3); depth > 0; depth--) {
      path += "/" + NAMES[random.nextInt(NAMES.length)];
    }
    return random.nextInt(5) == 0 ? "./" + path : path;
  }

  private static long sumOf(List<WastedPath> waste) {
    return waste.stream().mapToLong(WastedPath::bytes).sum();
  }

  private static TreeMap<String, Long> ownFiles(ImageAnatomy evidence) {
    TreeMap<String, Long> files = new TreeMap<>();
    for (PathSize file : evidence.files().largest()) {
      files.put(file.path(), file.bytes());
    }
    return files;
  }

  private static String describe(TestLayer.Entry entry) {
    return (char) entry.type()
        + " "
        + entry.path()
        + " "
        + entry.content().length
        + " "
        + entry.link();
  }

  /** A map from path to inode, changed entry by entry. */
  private static final class Model {

    private final int base;
    private final Map<String, Inode> files = new LinkedHashMap<>();
    private int layer;
    private long size;
    private long waste;

    Model(int base) {
      this.base = base;
    }

    /** A file's bytes; folders and links have none. */
    private static final class Inode {
      private final byte type;
      private final long bytes;
      private final int layer;

      Inode(byte type, long bytes, int layer) {
        this.type = type;
        this.bytes = bytes;
        this.layer = layer;
      }
    }

    void apply(List<TestLayer.Entry> entries) {
      for (TestLayer.Entry entry : entries) {
        String path = normalised(entry.path());
        String name = path.substring(path.lastIndexOf('/') + 1);
        String folder = path.substring(0, path.length() - name.length());
        if (name.equals(".wh..wh..opq")) {
          removeBelow(folder);
        } else if (name.startsWith(".wh.")) {
          removeBelow(folder + name.substring(4) + "/");
          remove(folder + name.substring(4));
        }
      }
      entries.stream().filter(entry -> !entry.path().contains(".wh.")).forEach(this::place);
      layer++;
    }

    private void place(TestLayer.Entry entry) {
      String path = normalised(entry.path());
      for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
        Inode parent = files.get(path.substring(0, slash));
        if (parent != null && parent.type != TarArchiveEntry.LF_DIR) {
          remove(path.substring(0, slash));
        }
      }
      if (entry.type() == TarArchiveEntry.LF_NORMAL) {
        size += entry.content().length;
      }
      if (entry.type() != TarArchiveEntry.LF_DIR) {
        removeBelow(path + "/");
      }
      Inode linked =
          entry.type() == TarArchiveEntry.LF_LINK ? files.get(normalised(entry.link())) : null;
      boolean linksItself = path.equals(normalised(entry.link()));
      remove(path);
      if (linked != null && linked.type == TarArchiveEntry.LF_NORMAL && !linksItself) {
        files.put(path, linked);
      } else {
        files.put(path, new Inode(entry.type(), entry.content().length, layer));
      }
    }

    private void removeBelow(String prefix) {
      List.copyOf(new TreeSet<>(files.keySet())).stream()
          .filter(path -> path.startsWith(prefix))
          .forEach(this::remove);
    }

    private void remove(String path) {
      Inode inode = files.remove(path);
      if (inode != null
          && inode.layer >= base
          && inode.layer < layer
          && !files.containsValue(inode)) {
        waste += inode.bytes;
      }
    }

    TreeMap<String, Long> ownFiles() {
      Map<Inode, String> names = new LinkedHashMap<>();
      files.forEach(
          (path, inode) -> {
            if (inode.type == TarArchiveEntry.LF_NORMAL && inode.layer >= base) {
              names.merge(inode, path, (a, b) -> a.compareTo(b) < 0 ? a : b);
            }
          });
      TreeMap<String, Long> own = new TreeMap<>();
      names.forEach((inode, path) -> own.put("/" + path, inode.bytes));
      return own;
    }

    private static String normalised(String path) {
      return String.join(
          "/", Arrays.stream(path.split("/")).filter(p -> !p.isEmpty() && !p.equals(".")).toList());
    }
  }
}
