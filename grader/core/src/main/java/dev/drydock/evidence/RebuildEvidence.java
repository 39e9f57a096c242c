package dev.drydock.evidence;

import dev.drydock.engine.evidence.BuildEvidence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Builds after the first, each with the first one's cache.
 *
 * @param same nothing changed
 * @param sourceTouched one source file changed, null when the exercise names none
 * @param manifestTouched the dependency manifest changed, null when the exercise names none
 */
public record RebuildEvidence(
    Rebuild same, @Nullable Rebuild sourceTouched, @Nullable Rebuild manifestTouched) {

  /**
   * @param touched path of the changed file, empty when there is none
   * @param succeeded whether the build succeeded
   */
  public record Rebuild(String touched, boolean succeeded, List<BuildEvidence.BuildStep> steps) {
    public Rebuild {
      steps = List.copyOf(steps);
    }
  }
}
