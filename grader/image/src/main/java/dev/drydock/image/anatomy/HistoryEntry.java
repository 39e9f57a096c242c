package dev.drydock.image.anatomy;

/**
 * A line of {@code docker history}.
 *
 * @param createdBy as the builder wrote it: {@code RUN /bin/sh -c go build # buildkit}
 * @param emptyLayer whether it made no layer, only metadata
 */
public record HistoryEntry(String createdBy, boolean emptyLayer) {}
