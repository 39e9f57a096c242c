package dev.drydock.dockerfile.variables;

import dev.drydock.dockerfile.instruction.Run;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds variables of a RUN that are global ARGs and nothing else. The builder does not substitute
 * in RUN, so it says nothing; the shell finds them empty.
 */
public final class GlobalArgsInShell {

  private GlobalArgsInShell() {}

  public static Set<String> in(Run run, Scope scope, Set<String> globalArgs) {
    Set<String> found = new TreeSet<>();
    Set<String> seen = new HashSet<>();
    if (globalArgs.isEmpty() || !run.command().isShell()) {
      return found;
    }
    String script = run.script();
    int dollar = script.indexOf('$');
    while (dollar >= 0 && dollar + 1 < script.length()) {
      int start = script.charAt(dollar + 1) == '{' ? dollar + 2 : dollar + 1;
      int end = start;
      while (end < script.length() && isNameCharacter(script.charAt(end))) {
        end++;
      }
      String name = script.substring(start, end);
      if (globalArgs.contains(name)
          && seen.add(name)
          && scope.find(name) == null
          && !script.contains(name + "=")) {
        found.add(name);
      }
      dollar = script.indexOf('$', Math.max(end, dollar + 1));
    }
    return found;
  }

  private static boolean isNameCharacter(char c) {
    return c == '_' || (c < 0x80 && Character.isLetterOrDigit(c));
  }
}
