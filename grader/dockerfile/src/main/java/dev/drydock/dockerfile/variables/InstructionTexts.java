package dev.drydock.dockerfile.variables;

import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.Expose;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Label;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.StopSignal;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.instruction.Volume;
import dev.drydock.dockerfile.instruction.Workdir;
import java.util.ArrayList;
import java.util.List;

/** The texts of an instruction in which the builder substitutes variables. */
public final class InstructionTexts {

  private InstructionTexts() {}

  /** Empty for RUN but its mounts, CMD, ENTRYPOINT, HEALTHCHECK, SHELL, ONBUILD, MAINTAINER. */
  public static List<String> of(Instruction instruction) {
    List<String> texts = new ArrayList<>();
    if (instruction instanceof FileTransfer transfer) {
      texts.addAll(transfer.sources());
      texts.add(transfer.destination());
      for (String flag : List.of("chown", "chmod", "checksum")) {
        transfer.source().flagValue(flag).ifPresent(texts::add);
      }
    } else if (instruction instanceof Label label) {
      label.assignments().forEach(assignment -> addPair(texts, assignment));
    } else if (instruction instanceof Env env) {
      env.assignments().forEach(assignment -> addPair(texts, assignment));
    } else if (instruction instanceof Expose expose) {
      texts.addAll(expose.ports());
    } else if (instruction instanceof Volume volume) {
      texts.addAll(volume.paths());
    } else if (instruction instanceof User user) {
      texts.add(user.user());
    } else if (instruction instanceof Workdir workdir) {
      texts.add(workdir.path());
    } else if (instruction instanceof StopSignal signal) {
      texts.add(signal.signal());
    } else if (instruction instanceof Run run) {
      run.mounts().forEach(mount -> addValues(texts, mount));
    }
    return texts;
  }

  private static void addPair(List<String> texts, Assignment assignment) {
    texts.add(assignment.name());
    if (assignment.value() != null) {
      texts.add(assignment.value());
    }
  }

  private static void addValues(List<String> texts, Mount mount) {
    for (Mount.Option option : mount.options()) {
      if (option.value() != null && !option.key().equals("from")) {
        texts.add(option.value());
      }
    }
  }
}
