package dev.drydock.dockerfile;

/**
 * A version of the Dockerfile syntax, such as 1.4: the one {@code docker/dockerfile:1.4} reads.
 *
 * @param major before the dot
 * @param minor after the dot
 */
public record FrontendVersion(int major, int minor) implements Comparable<FrontendVersion> {

  @Override
  public int compareTo(FrontendVersion other) {
    return major != other.major
        ? Integer.compare(major, other.major)
        : Integer.compare(minor, other.minor);
  }

  @Override
  public String toString() {
    return major + "." + minor;
  }
}
