package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts.NpmPackage;
import dev.drydock.image.content.NpmManifest;
import dev.drydock.image.layers.FileSystemView;
import dev.drydock.image.layers.PathTree;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Lists the packages under {@code node_modules} folders of the final file system. */
final class NpmPackages {

  private static final int MAX = 20_000;

  private final ImageFiles files;
  private final FileSystemView view;
  private final PathTree paths;

  NpmPackages(ImageFiles files) {
    this.files = files;
    this.view = files.view();
    this.paths = files.paths();
  }

  List<NpmPackage> find() {
    List<NpmPackage> packages = new ArrayList<>();
    files.forEachFile(
        PathTree.ROOT,
        node -> {
          NpmManifest manifest = files.notes().npmManifest(view.dataEntry(node));
          if (manifest != null && packages.size() < MAX) {
            packages.add(describe(node, manifest));
          }
        });
    packages.sort(Comparator.comparing(NpmPackage::path));
    return packages;
  }

  private NpmPackage describe(int node, NpmManifest manifest) {
    int folder = paths.parent(node);
    String name = manifest.name().isEmpty() ? nameOf(folder) : manifest.name();
    int layer = view.dataLayer(node);
    return new NpmPackage(
        name,
        manifest.version(),
        paths.path(folder),
        ownBytes(folder),
        layer,
        layer < files.baseLayers());
  }

  private String nameOf(int folder) {
    String scope = paths.name(paths.parent(folder));
    String name = paths.name(folder);
    return scope.startsWith("@") ? scope + "/" + name : name;
  }

  private long ownBytes(int folder) {
    long bytes = 0;
    int node = folder;
    while (node != PathTree.NONE) {
      bytes += view.bytes(node);
      node =
          paths.isNamed(node, "node_modules")
              ? view.nextAfter(node, folder)
              : view.next(node, folder);
    }
    return bytes;
  }
}
