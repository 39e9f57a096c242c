package dev.drydock.submission.classes;

import org.jspecify.annotations.Nullable;

/**
 * A student, as far as the name of a folder or an archive says.
 *
 * @param id unique in the class and always the same: any text, never to be part of a path
 * @param name as written
 * @param platformId number on the learning platform, null when there is none
 * @param late whether the platform marked the work as late
 */
public record ClassStudent(String id, String name, @Nullable String platformId, boolean late)
    implements Comparable<ClassStudent> {

  @Override
  public int compareTo(ClassStudent other) {
    return id.compareTo(other.id);
  }
}
