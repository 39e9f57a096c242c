package dev.drydock.pipeline;

import dev.drydock.engine.ledger.DrydockHome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;

/**
 * A random key of this machine, made once and readable by its owner only. What is derived from it
 * (planted secrets, addresses of students' pages) nobody else can guess, and stays the same.
 */
public final class CourseSecret {

  private static final int BYTES = 32;

  private CourseSecret() {}

  /** The secret, made now if there is none. */
  public static byte[] of(DrydockHome home) {
    Path file = home.folder().resolve("secret");
    try {
      if (Files.notExists(file)) {
        create(file);
      }
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void create(Path file) throws IOException {
    byte[] bytes = new byte[BYTES];
    new SecureRandom().nextBytes(bytes);
    Files.createDirectories(file.getParent());
    Path temporary = Files.createTempFile(file.getParent(), "secret", ".part");
    try {
      if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
        Files.setPosixFilePermissions(temporary, PosixFilePermissions.fromString("rw-------"));
      }
      Files.write(temporary, bytes, StandardOpenOption.TRUNCATE_EXISTING);
      // not replacing: of two graders that start at once, the first one's secret holds
      Files.createLink(file, temporary);
    } catch (FileAlreadyExistsException e) {
      return;
    } finally {
      Files.deleteIfExists(temporary);
    }
  }
}
