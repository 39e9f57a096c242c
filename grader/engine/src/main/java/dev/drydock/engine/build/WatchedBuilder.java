package dev.drydock.engine.build;

import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.Progress;

/** A builder that stops when its disk runs out of room. */
public interface WatchedBuilder {

  String name();

  BuildAttempt attempt(BuildRequest request, Progress progress, DiskUse disk);
}
