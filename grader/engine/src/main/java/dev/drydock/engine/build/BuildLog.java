package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a builder's output as it comes. */
interface BuildLog {

  void line(String line);

  /** Steps that were begun, in the order in which they were. */
  List<BuildStep> steps();

  /** What a person would read of it, last lines only. */
  List<String> tail();

  /** The builder's own words on why it failed, never a step's output; empty when it says none. */
  String error();

  /** What the builder was at when it failed, by the names it gives to its own steps. */
  BuildFailure.Point failedAt();

  /** Exit code of the program in the step that failed, null when none is told. */
  @Nullable Integer exitCode();

  /** Line of the Dockerfile the builder points at, 0 when it points at none. */
  int failedLine();
}
