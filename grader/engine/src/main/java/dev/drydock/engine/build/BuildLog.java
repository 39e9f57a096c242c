package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a builder's output as it arrives. */
interface BuildLog {

  void line(String line);

  /** Steps that were started, in order. */
  List<BuildStep> steps();

  /** The log as a person reads it, last lines only. */
  List<String> tail();

  /** The builder's own words on why it failed, never a step's output; empty when it gives none. */
  String error();

  /** What the builder was doing when it failed, by its own names for its steps. */
  BuildFailure.Point failedAt();

  /** Exit code of the program in the step that failed, null when unknown. */
  @Nullable Integer exitCode();

  /** Line of the Dockerfile the builder points at, 0 when it points at none. */
  int failedLine();
}
