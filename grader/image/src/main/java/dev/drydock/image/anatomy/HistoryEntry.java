package dev.drydock.image.anatomy;

/**
 * One line of {@code docker history}.
 *
 * @param createdBy as the builder wrote it: {@code RUN /bin/sh -c go build # buildkit}
 * @param emptyLayer true for metadata only
 */
public record HistoryEntry(String createdBy, boolean emptyLayer) {}
