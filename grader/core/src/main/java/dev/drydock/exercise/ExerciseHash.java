package dev.drydock.exercise;

import dev.drydock.files.Fingerprint;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** SHA-256 of what an exercise is made of, in hexadecimal; the same on every machine. */
public final class ExerciseHash {

  private ExerciseHash() {}

  /** Of all that a grade depends on: {@code exercise.yaml} and every image's pristine files. */
  public static String of(Exercise exercise) {
    Fingerprint print = new Fingerprint();
    add(print, ExerciseLoader.FILE_NAME, exercise.folder().resolve(ExerciseLoader.FILE_NAME));
    exercise.images().forEach(image -> add(print, exercise, image));
    return print.hex();
  }

  /** Of one image's pristine files alone, which a changed threshold leaves as it is. */
  public static String ofFiles(Exercise exercise, ImageSpec image) {
    Fingerprint print = new Fingerprint();
    add(print, exercise, image);
    return print.hex();
  }

  private static void add(Fingerprint print, Exercise exercise, ImageSpec image) {
    PristineFiles.of(exercise, image)
        .forEach((name, file) -> add(print, image.name() + "/" + name, file));
  }

  private static void add(Fingerprint print, String name, Path file) {
    try {
      print.add(name).add(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
