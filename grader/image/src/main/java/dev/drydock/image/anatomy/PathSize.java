package dev.drydock.image.anatomy;

/**
 * The weight of a file, or of a folder with everything below it.
 *
 * @param path absolute; that of a folder ends with {@code /}
 * @param bytes in total
 */
public record PathSize(String path, long bytes) {}
