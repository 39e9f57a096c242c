package dev.drydock.image.layers;

import dev.drydock.image.anatomy.WastedPath;

/**
 * Bytes of an own layer that a later one hides.
 *
 * @param node the file, or the folder that was removed with all in it
 * @param files number of files
 */
public record HiddenBytes(
    int node, boolean folder, long bytes, int files, int added, int hidden, WastedPath.Kind kind) {}
