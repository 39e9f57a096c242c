package dev.drydock.image.files;

import dev.drydock.image.anatomy.ExecutableFacts;
import dev.drydock.image.anatomy.ExecutableFacts.Kind;
import dev.drydock.image.anatomy.FileSystemFacts;
import dev.drydock.image.anatomy.ImageConfig;
import dev.drydock.image.elf.ElfFile;
import dev.drydock.image.layers.PathTree;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Finds the file that the image's command line starts. For the shell form that is the shell: what
 * the shell will start is its own affair.
 */
public final class StartedProgram {

  private static final int EXECUTE = 1;
  private static final int ANYONE = 0111;

  private final ImageFiles files;
  private final ImageConfig config;
  private final ImageUser user;

  public StartedProgram(ImageFiles files, ImageConfig config, FileSystemFacts facts) {
    this.files = files;
    this.config = config;
    this.user = ImageUser.of(config.user(), facts);
  }

  public ExecutableFacts find() {
    List<String> commandLine = config.commandLine();
    String requested = commandLine.isEmpty() ? "" : commandLine.get(0);
    if (requested.isEmpty()) {
      return nothing(requested, Kind.NONE);
    }
    int node = locate(requested);
    return node == PathTree.NONE ? nothing(requested, Kind.MISSING) : describe(requested, node);
  }

  private int locate(String command) {
    if (command.contains("/")) {
      String workingDir = config.workingDir().isEmpty() ? "/" : config.workingDir();
      return files.resolveFile(command.startsWith("/") ? command : workingDir + "/" + command);
    }
    for (String folder : SearchPath.of(config)) {
      int node = files.resolveFile(folder + "/" + command);
      if (node != PathTree.NONE && isExecutable(node)) {
        return node;
      }
    }
    return PathTree.NONE;
  }

  private ExecutableFacts describe(String requested, int node) {
    int data = files.view().dataEntry(node);
    ElfFile elf = files.notes().elf(data);
    if (elf != null) {
      return describe(requested, node, elf);
    }
    String script = files.notes().script(data);
    if (script == null) {
      return facts(requested, node, Kind.OTHER, "", null, List.of(), List.of());
    }
    return facts(requested, node, Kind.SCRIPT, "", script, List.of(), List.of());
  }

  private ExecutableFacts describe(String requested, int node, ElfFile elf) {
    if (!elf.isDynamic()) {
      return facts(requested, node, Kind.ELF_STATIC, elf.machine(), null, List.of(), List.of());
    }
    List<String> environment =
        config.env().stream()
            .filter(variable -> variable.startsWith("LD_LIBRARY_PATH="))
            .flatMap(variable -> List.of(variable.substring(16).split(":")).stream())
            .filter(folder -> folder.startsWith("/"))
            .toList();
    Libraries libraries = new Libraries(files, node, elf, environment);
    return facts(
        requested,
        node,
        Kind.ELF_DYNAMIC,
        elf.machine(),
        elf.interpreter(),
        libraries.found(),
        libraries.missing());
  }

  private ExecutableFacts facts(
      String requested,
      int node,
      Kind kind,
      String machine,
      @Nullable String interpreter,
      List<String> found,
      List<String> missing) {
    boolean present =
        interpreter != null && files.resolveFile(interpreter.split("\\s+")[0]) != PathTree.NONE;
    return new ExecutableFacts(
        requested,
        files.paths().path(node),
        kind,
        machine,
        files.view().bytes(node),
        isExecutable(node),
        interpreter,
        present,
        found,
        missing);
  }

  /** Root may execute what anyone may. */
  private boolean isExecutable(int node) {
    int data = files.view().dataEntry(node);
    int mode = files.entries().mode(data);
    if (!user.exists() || user.isRoot()) {
      return (mode & ANYONE) != 0;
    }
    return user.may(EXECUTE, mode, files.entries().uid(data), files.entries().gid(data));
  }

  private static ExecutableFacts nothing(String requested, Kind kind) {
    return new ExecutableFacts(
        requested, null, kind, "", 0, false, null, false, List.of(), List.of());
  }
}
