package dev.drydock.submission;

import java.util.Collection;
import java.util.List;

/**
 * What a submission holds beyond what is graded.
 *
 * @param paths sorted; the first ones, where there are very many; a folder ends in a slash
 * @param total how many there are
 */
public record IgnoredFiles(List<String> paths, int total) {

  public IgnoredFiles {
    paths = List.copyOf(paths);
  }

  public static IgnoredFiles none() {
    return new IgnoredFiles(List.of(), 0);
  }

  public static IgnoredFiles of(Collection<String> all, int listed) {
    return new IgnoredFiles(all.stream().sorted().limit(listed).toList(), all.size());
  }
}
