package dev.drydock.submission.folder;

import java.util.Collection;
import java.util.Collections;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** All entries of a submission by name; immutable. The bytes of the files stay where they are. */
public final class SubmissionTree {

  private final SortedMap<String, TreeEntry> entries;
  private final boolean complete;

  private SubmissionTree(SortedMap<String, TreeEntry> entries, boolean complete) {
    this.entries = Collections.unmodifiableSortedMap(entries);
    this.complete = complete;
  }

  /**
   * A tree of entries.
   *
   * @param complete whether there were no more than could be looked at
   */
  public static SubmissionTree of(Collection<TreeEntry> entries, boolean complete) {
    SortedMap<String, TreeEntry> byName = new TreeMap<>();
    entries.forEach(entry -> byName.put(entry.name(), entry));
    return new SubmissionTree(byName, complete);
  }

  public boolean isComplete() {
    return complete;
  }

  public Collection<TreeEntry> entries() {
    return entries.values();
  }

  public Optional<TreeEntry> entry(String name) {
    return Optional.ofNullable(entries.get(name));
  }

  /** The first part of a path that is not what it should be: a link in place of a folder. */
  public Optional<TreeEntry> obstacle(String path) {
    for (int slash = path.indexOf('/'); slash >= 0; slash = path.indexOf('/', slash + 1)) {
      Optional<TreeEntry> folder = entry(path.substring(0, slash));
      if (folder.isEmpty()) {
        folder = entry(path.substring(0, slash + 1));
      }
      if (folder.filter(TreeEntry::isRefused).isPresent()) {
        return folder;
      }
    }
    return entry(path).filter(TreeEntry::isRefused);
  }

  /** Entries in a folder and below, by names relative to it. */
  public SubmissionTree below(String folder) {
    return of(
        inside(folder).values().stream()
            .filter(entry -> entry.name().length() > folder.length())
            .map(entry -> entry.named(entry.name().substring(folder.length())))
            .toList(),
        complete);
  }

  public boolean hasFolder(String folder) {
    return !inside(folder).isEmpty();
  }

  private SortedMap<String, TreeEntry> inside(String folder) {
    if (folder.isEmpty()) {
      return entries;
    }
    String behind = folder.substring(0, folder.length() - 1) + (char) ('/' + 1);
    return entries.subMap(folder, behind);
  }

  /** Names of all folders that something lies in, with their slashes, sorted. */
  public TreeSet<String> folders() {
    TreeSet<String> folders = new TreeSet<>();
    for (String name : entries.keySet()) {
      for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
        folders.add(name.substring(0, slash + 1));
      }
    }
    return folders;
  }

  @Override
  public String toString() {
    return entries.values().stream()
        .map(entry -> entry.isFile() ? entry.name() : entry.name() + " (" + entry.kind() + ")")
        .collect(Collectors.joining("\n"));
  }
}
