package dev.drydock.engine.build;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The line of the step that failed, for builders that do not name it. */
final class FailedStep {

  private FailedStep() {}

  /** Line of a step by its number: every instruction is one, in the order of the file. */
  static @Nullable Integer line(BuildRequest request, int step) {
    List<Instruction> instructions = instructions(request);
    return step == 0 || step > instructions.size()
        ? null
        : (Integer) instructions.get(step - 1).startLine();
  }

  /** Line of the only RUN whose command the builder repeats in its words. */
  static @Nullable Integer line(BuildRequest request, String words) {
    String said = oneLine(words);
    List<Integer> lines =
        instructions(request).stream()
            .filter(Run.class::isInstance)
            .map(Run.class::cast)
            .filter(run -> said.contains(" -c " + oneLine(run.command().text()) + "]"))
            .map(Run::startLine)
            .toList();
    return lines.size() == 1 ? lines.get(0) : null;
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }

  private static List<Instruction> instructions(BuildRequest request) {
    try {
      return Dockerfile.parse(Files.readAllBytes(request.dockerfile())).instructions();
    } catch (IOException e) {
      throw new InfrastructureException("cannot read the Dockerfile: " + e.getMessage(), e);
    }
  }
}
