package dev.drydock.engine.build;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.engine.context.IgnoreFile;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The builder's input, read by the grader for what the builder does not report. */
final class BuildInput {

  private final Dockerfile dockerfile;
  private final Optional<IgnoreFile> ignored;

  private BuildInput(Dockerfile dockerfile, Optional<IgnoreFile> ignored) {
    this.dockerfile = dockerfile;
    this.ignored = ignored;
  }

  static BuildInput of(BuildRequest request) {
    try {
      String name = String.valueOf(request.context().relativize(request.dockerfile()));
      return new BuildInput(
          Dockerfile.parse(Files.readAllBytes(request.dockerfile())),
          IgnoreFile.find(request.context(), name.replace('\\', '/')));
    } catch (IOException e) {
      throw new InfrastructureException("cannot read the build context: " + e.getMessage(), e);
    }
  }

  BuildFailure failure(BuildFailure.Point point, @Nullable Integer exitCode, boolean located) {
    boolean readable =
        !dockerfile.hasErrors()
            && ignored.stream().allMatch(file -> file.rules().problems().isEmpty());
    boolean platformAsked =
        dockerfile.instructions(From.class).stream().anyMatch(from -> from.platform().isPresent());
    return new BuildFailure(point, exitCode, located, readable, platformAsked);
  }

  /** Line of a step by its number: every instruction is one, in the order of the file. */
  @Nullable Integer line(int step) {
    return step(step).map(Instruction::startLine).orElse(null);
  }

  /** A last stage of FROM scratch alone, of which no image can be made. */
  boolean makesNothing() {
    List<Instruction> all = dockerfile.instructions();
    return !all.isEmpty()
        && all.get(all.size() - 1) instanceof From from
        && from.image().equals("scratch");
  }

  /** Names of the images it builds on. */
  List<String> images() {
    return dockerfile.images().stream().map(use -> use.image().familiar()).toList();
  }

  /** Line of the only RUN whose command the builder repeats in its words. */
  @Nullable Integer line(String words) {
    String said = oneLine(words);
    List<Integer> lines =
        dockerfile.instructions(Run.class).stream()
            .filter(run -> said.contains(" -c " + oneLine(run.command().text()) + "]"))
            .map(Run::startLine)
            .toList();
    return lines.size() == 1 ? lines.get(0) : null;
  }

  private Optional<Instruction> step(int number) {
    List<Instruction> instructions = dockerfile.instructions();
    return number == 0 || number > instructions.size()
        ? Optional.empty()
        : Optional.of(instructions.get(number - 1));
  }

  private static String oneLine(String text) {
    return text.strip().replaceAll("\\s+", " ");
  }
}
