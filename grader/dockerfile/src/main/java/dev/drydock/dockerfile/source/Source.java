package dev.drydock.dockerfile.source;

import java.util.List;
import java.util.Optional;

/**
 * An instruction as text.
 *
 * @param keyword the first word of the line in upper case, known or not
 * @param written the keyword as it stands in the file
 * @param startLine its first line, counted from 1
 * @param endLine its last line: the end of its continuation lines and heredocs
 * @param flags its leading {@code --words}
 * @param arguments what follows the flags: continuation lines joined, comments inside them dropped,
 *     nothing substituted
 * @param original all its lines as they stand in the file, heredocs included, without the last line
 *     end
 * @param heredocs in the order in which they appear
 * @param map positions of the characters of {@code arguments}
 */
public record Source(
    String keyword,
    String written,
    int startLine,
    int endLine,
    List<Flag> flags,
    String arguments,
    String original,
    List<Heredoc> heredocs,
    LineMap map) {

  /**
   * Copy the lists.
   *
   * @param keyword the first word of the line in upper case, known or not
   * @param written the keyword as it stands in the file
   * @param startLine its first line, counted from 1
   * @param endLine its last line: the end of its continuation lines and heredocs
   * @param flags its leading {@code --words}
   * @param arguments what follows the flags: continuation lines joined, comments inside them
   *     dropped, nothing substituted
   * @param original all its lines as they stand in the file, heredocs included, without the last
   *     line end
   * @param heredocs in the order in which they appear
   * @param map positions of the characters of {@code arguments}
   */
  public Source {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
  }

  /**
   * Find a flag.
   *
   * @param name without the dashes
   * @return the first flag of that name
   */
  public Optional<Flag> flag(String name) {
    for (Flag flag : flags) {
      if (flag.name().equals(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  /**
   * Find the value of a flag.
   *
   * @param name without the dashes
   * @return the value of the first flag of that name; empty when it has none
   */
  public Optional<String> flagValue(String name) {
    return flag(name).flatMap(Flag::optionalValue);
  }

  /**
   * Find all flags of a name, such as the mounts of a RUN.
   *
   * @param name without the dashes
   * @return the flags, in order
   */
  public List<Flag> flags(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).toList();
  }

  /**
   * Find where a character of the arguments stands in the file.
   *
   * @param offsetInArguments counted from 0, in UTF-16 units
   * @return its line and column
   */
  public Position positionOf(int offsetInArguments) {
    return map.at(offsetInArguments);
  }
}
