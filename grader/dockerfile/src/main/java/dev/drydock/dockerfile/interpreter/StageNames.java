package dev.drydock.dockerfile.interpreter;

import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.words.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Finds stages by name; of two stages with one name the last is meant, as in the builder. */
final class StageNames {

  private final Map<String, Integer> lastByName = new HashMap<>();

  StageNames(List<From> stages, Problems problems) {
    for (int i = 0; i < stages.size(); i++) {
      From from = stages.get(i);
      int index = i;
      from.stageName()
          .ifPresent(
              name -> {
                Integer before = lastByName.put(name, index);
                if (before != null) {
                  duplicate(from, name, stages.get(before), problems);
                }
              });
    }
  }

  private static void duplicate(From from, String name, From first, Problems problems) {
    problems.add(
        from.startLine(),
        ProblemCode.DUPLICATE_STAGE_NAME,
        "the stage name " + Quote.of(name) + " is already used in line " + first.startLine(),
        "Give every stage a name of its own.");
  }

  /** The index of the stage a {@code --from} names, -1 when there is none of that name. */
  int find(String name) {
    return lastByName.getOrDefault(name.toLowerCase(Locale.ROOT), -1);
  }
}
