package dev.drydock.dockerfile;

/**
 * A problem the builder only meets when it builds the stage.
 *
 * @param stage index of the stage
 */
record StageProblem(int stage, int line, ProblemCode code, String message, String hint) {}
