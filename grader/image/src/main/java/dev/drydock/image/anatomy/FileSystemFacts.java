package dev.drydock.image.anatomy;

import java.util.List;

/**
 * What checks need to know of the files in an image. "Own" means in a layer above the base.
 *
 * @param accounts of {@code /etc/passwd} in the final file system, empty when there is none
 * @param groups of {@code /etc/group}
 * @param caches own folders of package managers' caches in the final file system
 * @param leaks own files that belong to a developer's machine, in any layer, visible or not; at
 *     most 100 of a kind
 * @param npmPackages every {@code node_modules/<name>/package.json} in the final file system
 * @param tools compilers, SDKs and package managers in the final file system
 * @param writable own application files the configured user may write by their permission bits
 *     (even if that is root), at most 100
 * @param setIds files with the set-user-id or set-group-id bit that the base has not
 * @param certificates bundles of CA certificates in the final file system
 * @param largest own files of the final file system, heaviest first, at most 50
 */
public record FileSystemFacts(
    boolean passwdPresent,
    List<Account> accounts,
    boolean groupPresent,
    List<Group> groups,
    List<CacheFolder> caches,
    List<LeakedFile> leaks,
    List<NpmPackage> npmPackages,
    List<Tool> tools,
    List<OwnedFile> writable,
    List<OwnedFile> setIds,
    List<String> certificates,
    List<PathSize> largest) {

  public FileSystemFacts {
    accounts = List.copyOf(accounts);
    groups = List.copyOf(groups);
    caches = List.copyOf(caches);
    leaks = List.copyOf(leaks);
    npmPackages = List.copyOf(npmPackages);
    tools = List.copyOf(tools);
    writable = List.copyOf(writable);
    setIds = List.copyOf(setIds);
    certificates = List.copyOf(certificates);
    largest = List.copyOf(largest);
  }

  /** One line of {@code /etc/passwd}. */
  public record Account(String name, long uid, long gid, String home, String shell) {}

  /**
   * One line of {@code /etc/group}.
   *
   * @param members names of accounts that have the group as a further one
   */
  public record Group(String name, long gid, List<String> members) {
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * @param kind {@code apt-lists}, {@code apt-archives}, {@code apk}, {@code dnf}, {@code npm},
   *     {@code yarn}, {@code pnpm}, {@code pip}, {@code go-modules}, {@code go-build}, {@code
   *     maven}, {@code gradle}, {@code cargo} or {@code composer}
   * @param path of the folder, ends with {@code /}
   * @param bytes that removing it would free: files also linked from elsewhere do not count
   * @param layer index of the layer that holds most of it
   */
  public record CacheFolder(String kind, String path, long bytes, int layer) {}

  /**
   * @param kind {@code git}, {@code env}, {@code node_modules}, {@code dockerfile}, {@code tests},
   *     {@code private-key} or {@code editor}. {@code node_modules} is one that a COPY or ADD
   *     brought: a leak when it came from the build context, none when it came from another stage,
   *     which only the Dockerfile tells
   * @param path the file, or the folder (then it ends with {@code /})
   * @param bytes in that layer
   * @param visible still there in the final file system
   */
  public record LeakedFile(String kind, String path, long bytes, int layer, boolean visible) {}

  /** One installed package, with its own bytes (nested packages not counted). */
  public record NpmPackage(
      String name, String version, String path, long bytes, int layer, boolean base) {}

  /**
   * @param kind {@code compiler} (also build tools such as make), {@code sdk} or {@code
   *     package-manager}
   * @param path the file, or the SDK's folder (then it ends with {@code /})
   * @param bytes of the file itself, of the SDK's folder, or of the npm package it belongs to
   */
  public record Tool(String kind, String name, String path, long bytes, int layer, boolean base) {}

  /**
   * @param mode permission bits, such as {@code 0644} as a number
   */
  public record OwnedFile(String path, long uid, long gid, int mode, int layer) {}
}
