package dev.drydock.dockerfile.source;

import java.util.List;
import java.util.Optional;

/**
 * An instruction as text.
 *
 * @param keyword upper case; the first word of the line, known or not
 * @param written the keyword as it stands in the file
 * @param startLine first line, counted from 1
 * @param endLine last line: of the continuations and of the heredocs
 * @param flags the leading {@code --words}
 * @param arguments what follows the flags: continuations joined, comments inside them dropped,
 *     nothing substituted
 * @param original all its lines as they stand in the file, heredocs too, without the last line end
 * @param heredocs in the order of their appearance
 * @param map where the characters of {@code arguments} stand
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

  public Source {
    flags = List.copyOf(flags);
    heredocs = List.copyOf(heredocs);
  }

  /** Find the first flag of that name. */
  public Optional<Flag> flag(String name) {
    for (Flag flag : flags) {
      if (flag.name().equals(name)) {
        return Optional.of(flag);
      }
    }
    return Optional.empty();
  }

  /** The value of the first flag of that name. */
  public Optional<String> flagValue(String name) {
    return flag(name).flatMap(Flag::optionalValue);
  }

  public List<Flag> flags(String name) {
    return flags.stream().filter(flag -> flag.name().equals(name)).toList();
  }

  /** Where a character of the arguments stands in the file. */
  public Position positionOf(int offsetInArguments) {
    return map.at(offsetInArguments);
  }
}
