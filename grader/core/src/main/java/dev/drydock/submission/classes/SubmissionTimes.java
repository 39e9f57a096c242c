package dev.drydock.submission.classes;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/** Tells when something was handed in. */
public interface SubmissionTimes {

  /** When a folder or an archive was handed in, as far as that can be told. */
  Optional<Instant> of(Path source);

  /** The time of an archive's file, or of the commit that a clone is at. */
  static SubmissionTimes standard() {
    SubmissionTimes archives = ofArchives();
    return source -> archives.of(source).or(() -> GitCommitTime.of(source));
  }

  /** The time of an archive's file; nothing for folders. */
  static SubmissionTimes ofArchives() {
    return source -> {
      try {
        return Files.isRegularFile(source)
            ? Optional.of(Files.getLastModifiedTime(source).toInstant())
            : Optional.empty();
      } catch (IOException e) {
        return Optional.empty();
      }
    };
  }
}
