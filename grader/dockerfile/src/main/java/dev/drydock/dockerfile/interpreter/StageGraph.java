package dev.drydock.dockerfile.interpreter;

import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageUse;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Which stage needs which. */
public final class StageGraph {

  private StageGraph() {}

  /** The last stage and everything it is made of: FROM, COPY --from, mounts. */
  public static Set<Stage> needed(List<Stage> stages) {
    Set<Stage> needed = new LinkedHashSet<>();
    Deque<Stage> open = new ArrayDeque<>();
    if (!stages.isEmpty()) {
      open.push(stages.get(stages.size() - 1));
    }
    while (!open.isEmpty()) {
      Stage stage = open.pop();
      if (needed.add(stage)) {
        sources(stage).forEach(open::push);
      }
    }
    return needed;
  }

  /** The stages a stage is directly made of. */
  static List<Stage> sources(Stage stage) {
    List<Stage> sources = new ArrayList<>();
    if (stage.parent() instanceof Origin.OfStage of) {
      sources.add(of.stage());
    }
    for (StageUse use : stage.uses()) {
      if (use.origin() instanceof Origin.OfStage of) {
        sources.add(of.stage());
      }
    }
    return sources;
  }

  /** The stage and what it is FROM, the one on the external image first. */
  public static List<Stage> chain(Stage stage) {
    List<Stage> chain = new ArrayList<>();
    for (Stage next = stage; next != null; next = next.parentStage()) {
      chain.add(next);
    }
    Collections.reverse(chain);
    return List.copyOf(chain);
  }
}
