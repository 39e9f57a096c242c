package dev.drydock.exercise;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;

/** SHA-256 of what an exercise is made of, in hexadecimal; the same on every machine. */
public final class ExerciseHash {

  private ExerciseHash() {}

  /** Of all that a grade depends on: {@code exercise.yaml} and every image's pristine files. */
  public static String of(Exercise exercise) {
    MessageDigest digest = sha256();
    add(digest, ExerciseLoader.FILE_NAME, exercise.folder().resolve(ExerciseLoader.FILE_NAME));
    exercise.images().forEach(image -> add(digest, exercise, image));
    return HexFormat.of().formatHex(digest.digest());
  }

  /** Of one image's pristine files alone, which a changed threshold leaves as it is. */
  public static String ofFiles(Exercise exercise, ImageSpec image) {
    MessageDigest digest = sha256();
    add(digest, exercise, image);
    return HexFormat.of().formatHex(digest.digest());
  }

  private static void add(MessageDigest digest, Exercise exercise, ImageSpec image) {
    for (Map.Entry<String, Path> file : PristineFiles.of(exercise, image).entrySet()) {
      add(digest, image.name() + "/" + file.getKey(), file.getValue());
    }
  }

  private static void add(MessageDigest digest, String name, Path file) {
    try {
      addField(digest, name.getBytes(StandardCharsets.UTF_8));
      addField(digest, Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** With its length in front, so that no two lists of fields look the same. */
  private static void addField(MessageDigest digest, byte[] bytes) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, bytes.length));
    digest.update(bytes);
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
