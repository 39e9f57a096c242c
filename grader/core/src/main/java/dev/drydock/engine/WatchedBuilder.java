package dev.drydock.engine;

import dev.drydock.evidence.BuildEvidence;

/** A builder that stops when the disk it writes to has no more room for it. */
interface WatchedBuilder {

  String name();

  BuildEvidence build(BuildRequest request, Progress progress, DiskUse disk);
}
