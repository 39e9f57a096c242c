package dev.drydock.image.anatomy;

import java.util.List;

/**
 * What stands out among the files of an image. "Own" means in a layer above the base.
 *
 * @param passwdPresent whether the final file system has {@code /etc/passwd}
 * @param passwdUnread whether {@code /etc/passwd} is larger than is read, so that not all accounts
 *     are known
 * @param accounts in {@code /etc/passwd}; empty when there is none
 * @param groupPresent whether the final file system has {@code /etc/group}
 * @param groupUnread whether {@code /etc/group} is larger than is read
 * @param groups in {@code /etc/group}; empty when there is none
 * @param caches own folders of the final file system in which package managers keep caches
 * @param leaks own files that belong on a developer's machine, in any layer, visible or not; at
 *     most 100 of a kind
 * @param npmPackages every {@code node_modules/<name>/package.json} in the final file system
 * @param tools compilers, SDKs and package managers in the final file system
 * @param writable own application files that the configured user may write according to their
 *     permission bits, root included; at most 100
 * @param setIds files with a set-user-id or set-group-id bit that the base does not have
 * @param certificates paths of the bundles of CA certificates in the final file system
 * @param largest own files of the final file system, heaviest first; at most 50
 */
public record FileSystemFacts(
    boolean passwdPresent,
    boolean passwdUnread,
    List<Account> accounts,
    boolean groupPresent,
    boolean groupUnread,
    List<Group> groups,
    List<CacheFolder> caches,
    List<LeakedFile> leaks,
    List<NpmPackage> npmPackages,
    List<Tool> tools,
    List<OwnedFile> writable,
    List<OwnedFile> setIds,
    List<String> certificates,
    List<PathSize> largest) {

  /**
   * Copy the lists.
   *
   * @param passwdPresent whether the final file system has {@code /etc/passwd}
   * @param passwdUnread whether {@code /etc/passwd} is larger than is read, so that not all
   *     accounts are known
   * @param accounts in {@code /etc/passwd}; empty when there is none
   * @param groupPresent whether the final file system has {@code /etc/group}
   * @param groupUnread whether {@code /etc/group} is larger than is read
   * @param groups in {@code /etc/group}; empty when there is none
   * @param caches own folders of the final file system in which package managers keep caches
   * @param leaks own files that belong on a developer's machine, in any layer, visible or not; at
   *     most 100 of a kind
   * @param npmPackages every {@code node_modules/<name>/package.json} in the final file system
   * @param tools compilers, SDKs and package managers in the final file system
   * @param writable own application files that the configured user may write according to their
   *     permission bits, root included; at most 100
   * @param setIds files with a set-user-id or set-group-id bit that the base does not have
   * @param certificates paths of the bundles of CA certificates in the final file system
   * @param largest own files of the final file system, heaviest first; at most 50
   */
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

  /**
   * A line of {@code /etc/passwd}.
   *
   * @param name of the account
   * @param uid user id
   * @param gid id of its primary group
   * @param home its home folder
   * @param shell its login shell
   */
  public record Account(String name, long uid, long gid, String home, String shell) {}

  /**
   * A line of {@code /etc/group}.
   *
   * @param name of the group
   * @param gid group id
   * @param members names of the accounts that have it as a supplementary group
   */
  public record Group(String name, long gid, List<String> members) {
    /**
     * Copy the lists.
     *
     * @param name of the group
     * @param gid group id
     * @param members names of the accounts that have it as a supplementary group
     */
    public Group {
      members = List.copyOf(members);
    }
  }

  /**
   * A folder in which a package manager keeps its cache.
   *
   * @param kind {@code apt-lists}, {@code apt-archives}, {@code apk}, {@code dnf}, {@code npm},
   *     {@code yarn}, {@code pnpm}, {@code pip}, {@code go-modules}, {@code go-build}, {@code
   *     maven}, {@code gradle}, {@code cargo} or {@code composer}
   * @param path of the folder; ends with {@code /}
   * @param bytes that removing it would free: files that are also linked from elsewhere do not
   *     count
   * @param layer index of the layer that holds most of it
   */
  public record CacheFolder(String kind, String path, long bytes, int layer) {}

  /**
   * A file or folder that was probably not meant to be in the image.
   *
   * @param kind {@code git}, {@code env}, {@code node_modules}, {@code dockerfile}, {@code tests},
   *     {@code private-key} or {@code editor}. {@code node_modules} is one that a COPY or ADD
   *     brought: a leak when it came from the build context but not when it came from another
   *     stage, which only the Dockerfile tells
   * @param path of the file, or of the folder (then it ends with {@code /})
   * @param bytes in that layer
   * @param layer index of the layer
   * @param visible whether the final file system still has it
   */
  public record LeakedFile(String kind, String path, long bytes, int layer, boolean visible) {}

  /**
   * An installed npm package.
   *
   * @param name such as {@code express} or {@code @types/node}
   * @param version as its {@code package.json} says
   * @param path of its folder
   * @param bytes its own, without the packages nested in it
   * @param layer index of the layer that holds it
   * @param base whether that layer belongs to the base
   */
  public record NpmPackage(
      String name, String version, String path, long bytes, int layer, boolean base) {}

  /**
   * A program that is of use when building and not when running.
   *
   * @param kind {@code compiler} (build tools such as make included), {@code sdk} or {@code
   *     package-manager}
   * @param name such as {@code gcc}
   * @param path of the file, or of the SDK's folder (then it ends with {@code /})
   * @param bytes of the file, of the SDK's folder, or of the npm package it belongs to
   * @param layer index of the layer that holds it
   * @param base whether that layer belongs to the base
   */
  public record Tool(String kind, String name, String path, long bytes, int layer, boolean base) {}

  /**
   * A file with its owner and permissions.
   *
   * @param path absolute
   * @param uid id of its user
   * @param gid id of its group
   * @param mode permission bits, such as {@code 0644} (octal)
   * @param layer index of the layer that holds it
   */
  public record OwnedFile(String path, long uid, long gid, int mode, int layer) {}
}
