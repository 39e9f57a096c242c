package dev.drydock.check.context;

import dev.drydock.check.CheckInput;
import dev.drydock.dockerfile.instruction.Add;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.FileTransfer;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a COPY or ADD takes from the build context.
 *
 * @param written variables substituted
 */
public record CopySource(Instruction instruction, String written) {

  private static final Pattern SUPERFLUOUS = Pattern.compile("^(?:\\./|/)+|/+$");

  /** The sources of an instruction; none when it copies from a stage, or is something else. */
  public static Stream<CopySource> of(CheckInput input, Instruction instruction) {
    boolean fromContext =
        instruction instanceof FileTransfer
            && !(instruction instanceof Copy copy && copy.from().isPresent());
    return fromContext
        ? ((FileTransfer) instruction)
            .sources().stream()
                .map(source -> input.dockerfile().resolve(instruction, source))
                .filter(Resolved::isComplete)
                .map(Resolved::text)
                .filter(source -> !Add.isUrl(source))
                .map(source -> new CopySource(instruction, source))
        : Stream.empty();
  }

  /** Relative to the context, without superfluous parts; empty for the context itself. */
  public String path() {
    String path = SUPERFLUOUS.matcher(written).replaceAll("");
    return path.equals(".") ? "" : path;
  }

  /** Whether it leads out of the context. */
  public boolean leavesTheContext() {
    return List.of(path().split("/")).contains("..");
  }

  /** The files it stands for, including excluded ones. */
  public List<ContextFile> files(ContextEvidence context) {
    return filesAt(path(), context);
  }

  /** The files at a path, with a COPY's wildcards; a folder stands for all below it. */
  public static List<ContextFile> filesAt(String path, ContextEvidence context) {
    if (path.isEmpty()) {
      return context.files();
    }
    // a COPY's wildcards are those of an ignore file
    DockerIgnore named = DockerIgnore.parse(path);
    return context.files().stream().filter(file -> named.decide(file.path()).excluded()).toList();
  }
}
