package dev.drydock.check;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.CommandLine;
import dev.drydock.dockerfile.instruction.Expose;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Ports;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.stage.Stage;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the Dockerfile says about the final image: its last stage and the stages it is built on. */
public final class FinalStage {

  private final Dockerfile dockerfile;
  private final List<Stage> chain;

  FinalStage(Dockerfile dockerfile) {
    this.dockerfile = dockerfile;
    this.chain = dockerfile.finalStage().map(dockerfile::chain).orElse(List.of());
  }

  /** The stages, the one on the external image first; empty when there is no FROM. */
  public List<Stage> chain() {
    return chain;
  }

  /** All instructions that make the final image, in execution order. */
  public List<Instruction> instructions() {
    return chain.stream().flatMap(stage -> stage.instructions().stream()).toList();
  }

  /** Those of one kind. */
  public <T extends Instruction> List<T> instructions(Class<T> type) {
    return chain.stream().flatMap(stage -> stage.instructions(type).stream()).toList();
  }

  /** The last of a kind, which is the one that counts. */
  public <T extends Instruction> Optional<T> last(Class<T> type) {
    List<T> all = instructions(type);
    return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
  }

  /** Line of the FROM that names the external base. */
  public @Nullable Integer fromLine() {
    return chain.isEmpty() ? null : (Integer) chain.get(0).startLine();
  }

  /** Line of the last USER. */
  public @Nullable Integer userLine() {
    return line(last(User.class));
  }

  /** Line of the instruction that decides what PID 1 is. */
  public @Nullable Integer startLine() {
    return line(Optional.ofNullable(startCommand().first()));
  }

  public @Nullable Integer healthcheckLine() {
    return line(last(Healthcheck.class));
  }

  /** The start command that the Dockerfile itself declares. */
  public StartCommand startCommand() {
    return StartCommand.of(chain);
  }

  /** What it starts, as it would be in exec form. */
  public String startSuggestion() {
    StartCommand start = startCommand();
    CommandLine command =
        start.entrypoint() != null
            ? start.entrypoint().command()
            : start.cmd() != null ? start.cmd().command() : null;
    return command == null ? ExecSuggestion.ANY : ExecSuggestion.of(command.text());
  }

  /** The ports of the student's own EXPOSE instructions, as far as they are known. */
  public List<Exposed> exposed() {
    List<Exposed> ports = new ArrayList<>();
    for (Expose expose : instructions(Expose.class)) {
      for (String written : expose.ports()) {
        Resolved resolved = dockerfile.resolve(expose, written);
        if (resolved.isComplete()) {
          resolved.words().stream()
              .flatMap(word -> Ports.parse(word).stream())
              .flatMap(range -> single(range, expose.startLine()))
              .forEach(ports::add);
        }
      }
    }
    return List.copyOf(ports);
  }

  private static Stream<Exposed> single(Ports range, int line) {
    return IntStream.rangeClosed(range.first(), range.last())
        .mapToObj(port -> new Exposed(port, range.protocol(), line));
  }

  private static @Nullable Integer line(Optional<? extends Instruction> instruction) {
    return instruction.map(Instruction::startLine).orElse(null);
  }

  /** One port of an EXPOSE. */
  public record Exposed(int port, String protocol, int line) {

    /** As the image's configuration has it: {@code 8080/tcp}. */
    public String shown() {
      return port + "/" + protocol;
    }
  }

  /** Whether it is blank or an empty array. */
  static boolean isEmpty(CommandLine command) {
    return command.isExec() ? command.words().isEmpty() : command.text().isBlank();
  }
}
