package dev.drydock.submission.choice;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Onbuild;
import dev.drydock.dockerfile.stage.Variable;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which texts of a Dockerfile depend on values that do not stand in it: those of the base image,
 * the builder and the grader. What such a text becomes is known only while it is built. In doubt,
 * one depends on them. Takes time proportional to the length of the file.
 */
final class GivenVariables {

  private static final Pattern USE = Pattern.compile("\\$\\{?([\\p{L}\\p{N}_]+)");

  /** A default and the like: the only colons that are no part of a value. */
  private static final Pattern MODIFIER = Pattern.compile("\\$\\{[\\p{L}\\p{N}_]+:[-+?]");

  private static final Pattern PLATFORM =
      Pattern.compile("(BUILD|TARGET)(PLATFORM|OS|OSVERSION|ARCH|VARIANT)|TARGETSTAGE");

  /** Arguments that a builder or its client sets by itself. */
  private static final Pattern BUILDERS_OWN =
      Pattern.compile("(?i)(https?|ftp|no|all)_proxy|buildkit_.*|source_date_epoch");

  private final Dockerfile dockerfile;
  private final Predicate<String> planted;

  /** Names set in the file, with the names whose settings use them. */
  private final Map<String, Set<String>> users = new HashMap<>();

  private final Set<String> setHere = new HashSet<>();
  private final Set<String> setByTriggers = new HashSet<>();
  private boolean anyName;

  /** Names whose values depend on given ones, each with one of those. */
  private final Map<String, String> given = new HashMap<>();

  private final Map<String, String> platform = new HashMap<>();
  private final Map<String, String> colon = new HashMap<>();

  /**
   * @param planted tells the arguments that the grader sets
   */
  GivenVariables(Dockerfile dockerfile, Predicate<String> planted) {
    this.dockerfile = dockerfile;
    this.planted = planted;
    dockerfile.instructions().forEach(this::names);
    dockerfile.instructions().forEach(this::settings);
    List.of(given, platform, colon).forEach(this::spread);
  }

  /** A name that {@code written} depends on and whose value is not the file's own. */
  Optional<String> in(Instruction at, String written) {
    boolean hasColon = hasColon(written);
    String onPlatform = null;
    for (String name : uses(written)) {
      if (isGiven(at, name)) {
        return Optional.of(name);
      }
      if (given.containsKey(name)) {
        return Optional.of(given.get(name));
      }
      hasColon |= colon.containsKey(name);
      onPlatform = isPlatform(name) ? name : platform.getOrDefault(name, onPlatform);
    }
    // such values are words: an address has to get its colon from somewhere else
    return hasColon ? Optional.ofNullable(onPlatform) : Optional.empty();
  }

  private void names(Instruction instruction) {
    for (Assignment assignment : assignments(instruction)) {
      anyName |= assignment.name().contains("$");
      if (assignment.value() != null) {
        setHere.add(assignment.name());
      }
    }
    if (instruction instanceof Onbuild onbuild && onbuild.trigger() != null) {
      assignments(onbuild.trigger()).forEach(one -> setByTriggers.add(one.name()));
    }
  }

  private void settings(Instruction instruction) {
    for (Assignment assignment : assignments(instruction)) {
      String value = assignment.value();
      if (value == null) {
        continue;
      }
      String name = assignment.name();
      if (hasColon(value)) {
        colon.put(name, name);
      }
      for (String used : uses(value)) {
        if (isGiven(instruction, used)) {
          given.put(name, used);
        } else if (isPlatform(used)) {
          platform.put(name, used);
        }
        users.computeIfAbsent(used, key -> new HashSet<>()).add(name);
      }
    }
  }

  /** What holds for a name holds for all that are made with it. */
  private void spread(Map<String, String> marked) {
    Deque<String> next = new ArrayDeque<>(new ArrayList<>(marked.keySet()));
    while (!next.isEmpty()) {
      String name = next.remove();
      for (String user : users.getOrDefault(name, Set.of())) {
        if (marked.putIfAbsent(user, marked.get(name)) == null) {
          next.add(user);
        }
      }
    }
  }

  private boolean isPlatform(String name) {
    return PLATFORM.matcher(name).matches() && !setHere.contains(name);
  }

  private boolean isGiven(Instruction at, String name) {
    if (isPlatform(name)) {
      return false;
    }
    Variable variable = dockerfile.variable(at, name).orElse(null);
    if (variable == null || variable.value() == null) {
      return true;
    }
    boolean argument =
        variable.kind() == Variable.Kind.ARG || variable.kind() == Variable.Kind.GLOBAL_ARG;
    return anyName
        || setByTriggers.contains(name)
        || variable.kind() == Variable.Kind.PREDEFINED
        || variable.kind() == Variable.Kind.BASE_IMAGE
        || PLATFORM.matcher(name).matches()
        || argument && (BUILDERS_OWN.matcher(name).matches() || planted.test(name));
  }

  private static Set<String> uses(String text) {
    Set<String> names = new LinkedHashSet<>();
    Matcher use = USE.matcher(text);
    while (use.find()) {
      names.add(use.group(1));
    }
    return names;
  }

  private static boolean hasColon(String text) {
    return MODIFIER.matcher(text).replaceAll("").contains(":");
  }

  private static List<Assignment> assignments(Instruction instruction) {
    return instruction instanceof Arg arg
        ? arg.assignments()
        : instruction instanceof Env env ? env.assignments() : List.of();
  }
}
