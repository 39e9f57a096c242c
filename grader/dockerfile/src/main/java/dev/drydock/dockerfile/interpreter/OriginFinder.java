package dev.drydock.dockerfile.interpreter;

import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.words.Quote;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds what a FROM or a {@code --from} means. */
final class OriginFinder {

  private static final Pattern NUMBER = Pattern.compile("[+-]?[0-9]{1,9}");

  private final StageNames names;
  private final int stageCount;
  private final Map<String, Stage> earlier = new HashMap<>();

  OriginFinder(StageNames names, int stageCount) {
    this.names = names;
    this.stageCount = stageCount;
  }

  /** Make a finished stage known to the FROMs after it. */
  void add(Stage stage) {
    stage.name().ifPresent(name -> earlier.put(name, stage));
  }

  /** What a FROM names: an earlier stage, spelt exactly, or an image. */
  Origin ofFrom(String base) {
    Stage stage = earlier.get(base);
    return stage != null ? new Origin.OfStage(stage) : image(base);
  }

  /** What a {@code COPY --from} names: a stage by number or name, or an image. */
  Origin ofCopy(String from, int current, List<Stage> stages) {
    if (!NUMBER.matcher(from).matches()) {
      return byName(from, current, stages);
    }
    int index = Integer.parseInt(from);
    if (index < 0 || index >= stageCount) {
      return Origin.Invalid.always(
          from, "there is no stage " + from + ", they are numbered from 0 to " + (stageCount - 1));
    }
    return stage(from, index, current, stages);
  }

  /** What the from of a mount names: a stage by name, or an image. */
  Origin byName(String from, int current, List<Stage> stages) {
    int index = names.find(from);
    return index < 0 ? image(from) : stage(from, index, current, stages);
  }

  private static Origin stage(String from, int index, int current, List<Stage> stages) {
    if (index == current) {
      return Origin.Invalid.always(from, "a stage cannot take files from itself");
    }
    return index > current
        ? new Origin.Invalid(from, "the stage " + Quote.of(from) + " comes later in the file", true)
        : new Origin.OfStage(stages.get(index));
  }

  private static Origin image(String name) {
    if (name.equals("scratch")) {
      return new Origin.Scratch();
    }
    try {
      return new Origin.OfImage(ImageReference.parse(name));
    } catch (IllegalArgumentException e) {
      String message = String.valueOf(e.getMessage());
      int reason = message.indexOf(": ");
      return Origin.Invalid.always(name, reason < 0 ? message : message.substring(reason + 2));
    }
  }
}
