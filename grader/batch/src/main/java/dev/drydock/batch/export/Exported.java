package dev.drydock.batch.export;

import java.util.List;

/**
 * An export.
 *
 * @param files one, or one for each submission; none when there was nothing to export
 * @param warnings what was left out and why, a sentence each
 */
public record Exported(List<File> files, List<String> warnings) {

  public Exported {
    files = List.copyOf(files);
    warnings = List.copyOf(warnings);
  }

  /**
   * @param name relative, harmless, with slashes
   */
  public record File(String name, String text) {}

  static Exported one(Format format, String text, List<String> warnings) {
    return new Exported(
        List.of(new File("drydock-" + format.id() + "." + format.ending(), text)), warnings);
  }
}
