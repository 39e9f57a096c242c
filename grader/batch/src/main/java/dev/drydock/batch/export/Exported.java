package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.files.WholeFile;
import java.io.IOException;
import java.nio.file.Path;
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

  /** Write one of the files under the caller's name. */
  public void write(int index, Path file) throws IOException {
    WholeFile.write(file, files.get(index).text());
  }

  /** Write all of them below a folder, under their own names. */
  public void writeAll(Path folder) throws IOException {
    for (File file : files) {
      WholeFile.write(folder.resolve(file.name()), file.text());
    }
  }

  /** The warning for a mark without points, in formats that cannot leave them blank. */
  static String leftOut(Mark mark) {
    return mark.id() + " is not graded, so it is left out: it is not a zero";
  }

  static Exported one(Format format, String text, List<String> warnings) {
    return new Exported(
        List.of(new File("drydock-" + format.id() + "." + format.ending(), text)), warnings);
  }
}
