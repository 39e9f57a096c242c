package dev.drydock.attribution;

import java.util.List;

/**
 * What one change to the Dockerfile would save, calculated from the image.
 *
 * @param bytes by which the image would shrink
 * @param path the file or folder (then it ends with {@code /}) that holds them all; the packages'
 *     common folder for {@link Kind#DEV_PACKAGES}
 * @param files number of files, 0 when not counted
 * @param origins of the layers involved: first the one whose instruction to change, then the one
 *     that brought the bytes
 * @param names its subject: kind of cache or leak, tool, packages; empty for the others
 */
public record Saving(
    Kind kind, long bytes, String path, int files, List<LayerOrigin> origins, List<String> names) {

  public Saving {
    origins = List.copyOf(origins);
    names = List.copyOf(names);
  }

  /** What to change. */
  public enum Kind {
    /**
     * Owner or mode changed in a later layer, which then holds a second copy: set it when copying.
     */
    SET_OWNER_ON_COPY,
    /** The same, but the files were made by a RUN: change them in that RUN. */
    SET_OWNER_IN_SAME_RUN,
    /** Brought by a RUN and removed by a later one: remove it in the same RUN. */
    REMOVE_IN_SAME_RUN,
    /** Brought by a COPY or ADD and removed later: leave it out of the copy. */
    DO_NOT_COPY,
    /** Overwritten with other content: write it once. */
    WRITE_ONCE,
    /** The same content under several paths: keep one. */
    KEEP_ONE_COPY,
    /** A package manager's cache: clean in the same RUN, or a cache mount. */
    CLEAN_CACHE,
    /** Compilers, SDKs, package managers above the base: leave them in the build stage. */
    LEAVE_OUT_TOOL,
    /** Development-only packages: install without them. */
    DEV_PACKAGES,
    /** Files of the developer's machine: .dockerignore. */
    IGNORE_IN_CONTEXT
  }
}
