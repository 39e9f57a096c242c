package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts;
import dev.drydock.image.anatomy.HistoryEntry;
import dev.drydock.image.anatomy.ImageConfig;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Draws all facts about the files of an image together. */
public final class FileFacts {

  private final ImageFiles files;
  private final ImageConfig config;
  private final List<@Nullable HistoryEntry> makers;

  /**
   * Take the image.
   *
   * @param makers for each layer its history entry, null where there is none
   */
  public FileFacts(ImageFiles files, ImageConfig config, List<@Nullable HistoryEntry> makers) {
    this.files = files;
    this.config = config;
    this.makers = makers;
  }

  public FileSystemFacts collect() {
    String passwd = files.text("/etc/passwd");
    String group = files.text("/etc/group");
    List<FileSystemFacts.Account> accounts = Accounts.passwd(passwd);
    List<FileSystemFacts.Group> groups = Accounts.groups(group);
    ImageUser user = ImageUser.of(config.user(), accounts, groups);
    OwnFiles own = new OwnFiles(files);
    return new FileSystemFacts(
        files.isFile("/etc/passwd"),
        isUnread(files, "/etc/passwd", passwd),
        accounts,
        files.isFile("/etc/group"),
        isUnread(files, "/etc/group", group),
        groups,
        new CacheFolders(files).find(),
        new Leaks(files).find(makers),
        new NpmPackages(files).find(),
        new Tools(files, SearchPath.of(config)).find(),
        own.writable(user, config.volumes()),
        own.setIds(),
        Certificates.find(files, config),
        own.largest());
  }

  private static boolean isUnread(ImageFiles files, String path, @Nullable String text) {
    return text == null ? files.isFile(path) : Accounts.isTooLong(text);
  }
}
