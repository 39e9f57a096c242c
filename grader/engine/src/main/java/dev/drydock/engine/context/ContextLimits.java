package dev.drydock.engine.context;

/**
 * How much of a folder is read before it is refused.
 *
 * @param files regular files
 * @param depth folders inside folders
 * @param matchingSteps work spent on the ignore file; a real one needs thousands of times less
 */
public record ContextLimits(int files, int depth, long matchingSteps) {

  public static final ContextLimits DEFAULT = new ContextLimits(500_000, 200, 5_000_000_000L);
}
