package dev.drydock.submission.classes;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The name that a learning platform gives a download.
 *
 * @param file what the student called the file, empty for a folder
 */
record PlatformName(ClassStudent student, String file) {

  /** {@code Jane Doe_12345_assignsubmission_file_} and the same before a file's name. */
  private static final Pattern MOODLE = Pattern.compile("(.+?)_(\\d+)_assignsubmission_file_?(.*)");

  /** {@code doejane_12345_67890_work.zip}, {@code doejane_LATE_12345_67890_work.zip}. */
  private static final Pattern CANVAS =
      Pattern.compile("([\\p{L}\\p{N}.'-]+)_(LATE_)?(\\d+)_(\\d+)_(.+)");

  /** What platforms put beside the files: texts typed into a form. */
  static boolean isOnlineText(String name) {
    return name.matches(".+_\\d+_assignsubmission_onlinetext_?.*");
  }

  static Optional<PlatformName> of(String name) {
    Matcher moodle = MOODLE.matcher(name);
    if (moodle.matches()) {
      String id = moodle.group(2);
      return Optional.of(new PlatformName(student(moodle.group(1), id, false), moodle.group(3)));
    }
    Matcher canvas = CANVAS.matcher(name);
    if (canvas.matches()) {
      boolean late = canvas.group(2) != null;
      return Optional.of(
          new PlatformName(student(canvas.group(1), canvas.group(3), late), canvas.group(5)));
    }
    return Optional.empty();
  }

  private static ClassStudent student(String name, String id, boolean late) {
    return new ClassStudent(name + "_" + id, name, id, late);
  }
}
