package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.DiskUse;
import dev.drydock.engine.host.Progress;

/** A builder that stops when the disk it writes to has no more room for it. */
public interface WatchedBuilder {

  String name();

  BuildEvidence build(BuildRequest request, Progress progress, DiskUse disk);
}
