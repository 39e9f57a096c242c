package dev.drydock.check.run;

import java.util.List;
import java.util.Set;

/** What the arguments of a process say it is. */
enum ProcessKind {
  SHELL,
  /** npm and its like: they start a shell, which starts the program. */
  PACKAGE_MANAGER,
  /** Made to be PID 1: forwards signals and reaps children. */
  INIT,
  APPLICATION;

  private static final Set<String> SHELLS = Set.of("sh", "bash", "ash", "dash", "zsh", "ksh");
  private static final Set<String> MANAGERS =
      Set.of("npm", "npx", "yarn", "yarnpkg", "pnpm", "pnpx", "corepack");
  private static final Set<String> INITS =
      Set.of("tini", "tini-static", "dumb-init", "docker-init", "catatonit");

  /** Recognize the kind by the arguments in the process table. */
  static ProcessKind of(String arguments) {
    List<String> words = List.of(arguments.strip().split("\\s+"));
    String program = program(words.get(0));
    String second = words.size() > 1 ? program(words.get(1)) : "";
    if (SHELLS.contains(program) || program.equals("busybox") && SHELLS.contains(second)) {
      return SHELL;
    }
    if (MANAGERS.contains(program) || program.equals("node") && MANAGERS.contains(second)) {
      return PACKAGE_MANAGER;
    }
    return INITS.contains(program) ? INIT : APPLICATION;
  }

  /** {@code /usr/local/bin/npm-cli.js} is npm, {@code -sh} a shell. */
  private static String program(String word) {
    String name = word.substring(word.lastIndexOf('/') + 1);
    return name.replaceFirst("^-", "").replaceFirst("(-cli)?\\.c?js$", "");
  }
}
