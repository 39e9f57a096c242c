package dev.drydock.check;

import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.Entrypoint;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.stage.Stage;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The ENTRYPOINT and CMD in force for the final image, as far as the Dockerfile itself declares
 * them. An ENTRYPOINT discards an inherited CMD, unless its own stage has one too.
 *
 * @param entrypoint null when it is the base's, or none
 * @param cmd null likewise
 */
public record StartCommand(@Nullable Entrypoint entrypoint, @Nullable Cmd cmd) {

  static StartCommand of(List<Stage> chain) {
    Entrypoint entrypoint = null;
    Cmd cmd = null;
    for (Stage stage : chain) {
      Entrypoint ownEntrypoint = stage.last(Entrypoint.class).orElse(null);
      Cmd ownCmd = stage.last(Cmd.class).orElse(null);
      if (ownEntrypoint != null) {
        entrypoint = ownEntrypoint;
        cmd = null;
      }
      cmd = ownCmd != null ? ownCmd : cmd;
    }
    return new StartCommand(
        entrypoint == null || FinalStage.isEmpty(entrypoint.command()) ? null : entrypoint,
        cmd == null || FinalStage.isEmpty(cmd.command()) ? null : cmd);
  }

  /** Whether the Dockerfile declares neither. */
  public boolean isInherited() {
    return entrypoint == null && cmd == null;
  }

  /** The one PID 1 comes from. */
  public @Nullable Instruction first() {
    return entrypoint != null ? entrypoint : cmd;
  }
}
