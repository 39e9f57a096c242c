package dev.drydock.check;

import dev.drydock.image.ByteSize;

/** Points for a size above a check's limit but not above {@code max}. */
public record Band(ByteSize max, double points) {}
