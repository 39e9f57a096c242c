package dev.drydock.check;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Instruction;
import dev.drydock.dockerfile.Run;
import dev.drydock.dockerfile.Stage;
import dev.drydock.evidence.ImageEvidence;
import dev.drydock.evidence.LayerEvidence;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Joins an image's history with the Dockerfile. Both builders write one entry an instruction, so
 * the instructions of the final image are found from the end backwards, by keyword and, for RUN, by
 * the beginning of its text; entries that the builder adds of its own are passed over.
 */
final class HistoryMatcher {

  private static final String CLASSIC = "/bin/sh -c #(nop)";
  private static final int TELLING = 24;

  private HistoryMatcher() {}

  /** The instruction behind each entry, by the entry's position. */
  static Map<Integer, Instruction> match(ImageEvidence image, Dockerfile dockerfile) {
    List<Instruction> instructions = new ArrayList<>();
    dockerfile
        .finalStage()
        .map(dockerfile::chain)
        .orElse(List.of())
        .forEach((Stage stage) -> instructions.addAll(stage.instructions()));
    int end =
        image.layers().stream()
            .filter(LayerEvidence::base)
            .mapToInt(LayerEvidence::historyIndex)
            .max()
            .orElse(-1);
    Map<Integer, Instruction> found = new HashMap<>();
    int entry = image.history().size() - 1;
    for (int i = instructions.size() - 1; i >= 0; i--) {
      int candidate = entry;
      while (candidate > end
          && !fits(image.history().get(candidate).createdBy(), instructions.get(i))) {
        candidate--;
      }
      if (candidate > end) {
        found.put(candidate, instructions.get(i));
        entry = candidate - 1;
      }
    }
    return Map.copyOf(found);
  }

  /** Without what builders add: {@code RUN /bin/sh -c npm ci # buildkit} is {@code RUN npm ci}. */
  static String readable(String createdBy) {
    String text = createdBy.strip().replaceFirst("\\s*# buildkit$", "");
    if (text.startsWith(CLASSIC)) {
      return text.substring(CLASSIC.length()).strip();
    }
    String command = text.replaceFirst("^RUN ", "").replaceFirst("^\\|\\d+ .*?(?=/bin/sh -c)", "");
    return command.startsWith("/bin/sh -c ")
        ? "RUN " + command.substring("/bin/sh -c ".length()).strip()
        : text;
  }

  private static boolean fits(String createdBy, Instruction instruction) {
    String entry = readable(createdBy);
    if (!entry.startsWith(instruction.keyword())) {
      return false;
    }
    // the classic builder writes checksums for sources, and substituted text is not comparable
    boolean comparable =
        instruction instanceof Run
            ? instruction.heredocs().isEmpty()
            : createdBy.endsWith("# buildkit") && !instruction.source().arguments().contains("$");
    if (!comparable) {
      return true;
    }
    String text = StepLines.folded(instruction.source().arguments());
    return StepLines.folded(entry).contains(text.substring(0, Math.min(TELLING, text.length())));
  }
}
