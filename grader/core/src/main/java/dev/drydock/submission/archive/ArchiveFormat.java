package dev.drydock.submission.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a file is by its first bytes, whatever it is called. */
public enum ArchiveFormat {
  ZIP("a zip"),
  TAR("a tar"),
  TAR_GZ("a tar.gz"),
  SEVEN_ZIP("a 7z archive"),
  RAR("a rar archive"),
  XZ("an xz archive"),
  BZIP2("a bzip2 archive"),
  ZSTD("a zstd archive"),
  UNKNOWN("no archive");

  private static final int TAR_MAGIC_AT = 257;

  private final String phrase;

  ArchiveFormat(String phrase) {
    this.phrase = phrase;
  }

  String phrase() {
    return phrase;
  }

  private static final Pattern ENDING =
      Pattern.compile(
          "(.+?)\\.(zip|tar|tar\\.gz|tgz|tar\\.xz|tar\\.bz2|tar\\.zst|gz|7z|rar)",
          Pattern.CASE_INSENSITIVE);

  /** Whether a name ends as those of archives do, of kinds that are read or not. */
  public static boolean hasEnding(String name) {
    return ENDING.matcher(name).matches();
  }

  /** A name without the ending. */
  public static String withoutEnding(String name) {
    Matcher matcher = ENDING.matcher(name);
    return matcher.matches() ? matcher.group(1) : name;
  }

  static ArchiveFormat of(Path file) throws IOException {
    byte[] head;
    try (InputStream in = Files.newInputStream(file)) {
      head = in.readNBytes(512);
    }
    String text = new String(head, StandardCharsets.ISO_8859_1);
    if (text.startsWith("PK\3\4") || text.startsWith("PK\5\6")) {
      return ZIP;
    }
    if (text.startsWith("\u001f\u008b")) {
      return TAR_GZ;
    }
    if (text.startsWith("ustar", TAR_MAGIC_AT)) {
      return TAR;
    }
    if (text.startsWith("7z\u00bc\u00af")) {
      return SEVEN_ZIP;
    }
    if (text.startsWith("Rar!")) {
      return RAR;
    }
    if (text.startsWith("\u00fd7zXZ")) {
      return XZ;
    }
    if (text.startsWith("\u0028\u00b5\u002f\u00fd")) {
      return ZSTD;
    }
    return text.startsWith("BZh") ? BZIP2 : UNKNOWN;
  }
}
