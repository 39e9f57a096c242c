package dev.drydock.submission;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A file taken from a submission, with its bytes. */
public final class SubmittedFile {

  private final String name;
  private final String source;
  private final boolean executable;
  private final byte[] bytes;

  private SubmittedFile(String name, String source, boolean executable, byte[] bytes) {
    this.name = name;
    this.source = source;
    this.executable = executable;
    this.bytes = bytes;
  }

  /**
   * A file.
   *
   * @param name in the image's folder: {@code Dockerfile}
   * @param source in the submission: {@code frontend.Dockerfile}
   */
  public static SubmittedFile of(String name, String source, boolean executable, byte[] bytes) {
    return new SubmittedFile(name, source, executable, bytes.clone());
  }

  public String name() {
    return name;
  }

  public String source() {
    return source;
  }

  public boolean isExecutable() {
    return executable;
  }

  public byte[] bytes() {
    return bytes.clone();
  }

  /** The bytes as UTF-8, whatever they are. */
  public String text() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  public int size() {
    return bytes.length;
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof SubmittedFile file
        && name.equals(file.name)
        && source.equals(file.source)
        && executable == file.executable
        && Arrays.equals(bytes, file.bytes);
  }

  @Override
  public int hashCode() {
    return Objects.hash(name, source, executable, Arrays.hashCode(bytes));
  }

  @Override
  public String toString() {
    return source + " as " + name + " (" + bytes.length + " B)";
  }
}
