package dev.drydock.image.anatomy;

/**
 * A file, or a folder with all below it (then the path ends with {@code /}).
 *
 * @param path absolute
 */
public record PathSize(String path, long bytes) {}
