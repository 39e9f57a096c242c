package dev.drydock.submission.folder;

import dev.drydock.text.Printable;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the names of a submission's entries may be. */
public final class EntryNames {

  /** Folders of tools, which are named once and never looked into. */
  private static final Set<String> SKIPPED =
      Set.of(
          ".git",
          ".svn",
          ".hg",
          "node_modules",
          "__MACOSX",
          ".idea",
          ".vscode",
          ".gradle",
          ".venv",
          "venv",
          "__pycache__",
          ".npm",
          ".cache");

  private static final int MAX_SEGMENT_BYTES = 255;
  private static final int MAX_BYTES = 1_024;
  private static final int MAX_SHOWN = 160;

  private EntryNames() {}

  public static boolean isSkippedFolder(String segment) {
    return SKIPPED.contains(segment);
  }

  /** The name of the outermost folder of tools that an entry lies in, with its slash. */
  public static Optional<String> skippedFolderOf(String name) {
    int from = 0;
    for (int slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', from)) {
      if (SKIPPED.contains(name.substring(from, slash))) {
        return Optional.of(name.substring(0, slash + 1));
      }
      from = slash + 1;
    }
    return Optional.empty();
  }

  /** An archive's name for an entry without {@code ./} and the slashes at its end. */
  public static String normalised(String name) {
    String normal = name;
    while (normal.startsWith("./")) {
      normal = normal.substring(2);
    }
    while (normal.endsWith("/")) {
      normal = normal.substring(0, normal.length() - 1);
    }
    return normal.replace("/./", "/");
  }

  /** Whether a file of this name may be written below a folder, on any system. */
  public static boolean isSafe(String name) {
    if (name.isEmpty()
        || name.getBytes(StandardCharsets.UTF_8).length > MAX_BYTES
        || name.matches("(?s)[A-Za-z]:.*")
        || name.indexOf('\\') >= 0
        || name.chars().anyMatch(c -> c < 0x20 || c == 0x7f)) {
      return false;
    }
    return List.of(name.split("/", -1)).stream().allMatch(EntryNames::isSafeSegment);
  }

  private static boolean isSafeSegment(String segment) {
    return !segment.isEmpty()
        && !segment.equals(".")
        && !segment.equals("..")
        && segment.getBytes(StandardCharsets.UTF_8).length <= MAX_SEGMENT_BYTES;
  }

  public static int depth(String name) {
    return (int) name.chars().filter(c -> c == '/').count();
  }

  /** A name for messages: one line, nothing that moves or hides text, not too long. */
  public static String shown(String name) {
    StringBuilder shown = new StringBuilder();
    name.codePoints()
        .limit(MAX_SHOWN)
        .map(c -> Printable.isShowable(c) ? c : '\ufffd')
        .forEach(shown::appendCodePoint);
    return name.codePointCount(0, name.length()) > MAX_SHOWN ? shown + "…" : shown.toString();
  }

  public static String lower(String name) {
    return name.toLowerCase(Locale.ROOT);
  }
}
