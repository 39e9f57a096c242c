package dev.drydock.dockerfile;

import dev.drydock.dockerfile.instruction.Add;
import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Onbuild;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.source.Flag;
import dev.drydock.dockerfile.variables.InstructionTexts;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Finds the features a file uses. */
final class FeatureFinder {

  private static final Map<String, Map<String, Feature>> BY_FLAG =
      Map.of(
          "RUN",
          Map.of(
              "mount", Feature.RUN_MOUNT,
              "network", Feature.RUN_NETWORK,
              "security", Feature.RUN_SECURITY,
              "device", Feature.RUN_DEVICE),
          "COPY",
          Map.of(
              "link", Feature.LINK,
              "chmod", Feature.CHMOD,
              "parents", Feature.COPY_PARENTS,
              "exclude", Feature.EXCLUDE),
          "ADD",
          Map.of(
              "link", Feature.LINK,
              "chmod", Feature.CHMOD,
              "exclude", Feature.EXCLUDE,
              "checksum", Feature.ADD_CHECKSUM,
              "keep-git-dir", Feature.ADD_KEEP_GIT_DIR,
              "unpack", Feature.ADD_UNPACK),
          "HEALTHCHECK",
          Map.of("start-interval", Feature.HEALTHCHECK_START_INTERVAL));

  private static final Set<String> PLATFORM_ARGUMENTS =
      Set.of(
          "TARGETPLATFORM",
          "TARGETOS",
          "TARGETOSVERSION",
          "TARGETARCH",
          "TARGETVARIANT",
          "BUILDPLATFORM",
          "BUILDOS",
          "BUILDOSVERSION",
          "BUILDARCH",
          "BUILDVARIANT");

  private final Dockerfile dockerfile;

  private FeatureFinder(Dockerfile dockerfile) {
    this.dockerfile = dockerfile;
  }

  static List<FeatureUse> find(Dockerfile dockerfile) {
    FeatureFinder finder = new FeatureFinder(dockerfile);
    List<FeatureUse> uses = new ArrayList<>();
    for (Instruction instruction : dockerfile.instructions()) {
      for (Feature feature : finder.of(instruction)) {
        uses.add(new FeatureUse(feature, instruction.startLine()));
      }
    }
    return List.copyOf(uses);
  }

  private Set<Feature> of(Instruction instruction) {
    Set<Feature> found = new LinkedHashSet<>();
    if (!instruction.heredocs().isEmpty()) {
      found.add(Feature.HEREDOC);
    }
    flags(instruction, found);
    if (instruction instanceof Onbuild onbuild && onbuild.trigger() != null) {
      flags(onbuild.trigger(), found);
    }
    if (instruction instanceof Add add && add.sources().stream().anyMatch(Add::isGit)) {
      found.add(Feature.ADD_GIT);
    }
    if (instruction instanceof Run run
        && run.mounts().stream()
            .anyMatch(mount -> mount.type().equals("secret") && mount.value("env").isPresent())) {
      found.add(Feature.SECRET_ENV);
    }
    if (instruction instanceof Arg arg
        && arg.assignments().stream().anyMatch(a -> isPlatformArgument(a.name()))) {
      found.add(Feature.PLATFORM_ARGUMENT);
    }
    texts(instruction).forEach(text -> substitutions(text, found));
    return found;
  }

  private static void flags(Instruction instruction, Set<Feature> found) {
    Map<String, Feature> byFlag = BY_FLAG.getOrDefault(instruction.keyword(), Map.of());
    for (Flag flag : instruction.flags()) {
      Feature feature = byFlag.get(flag.name());
      if (feature == Feature.CHMOD && !flag.value().matches("[0-7$].*")) {
        found.add(Feature.CHMOD_SYMBOLIC);
      } else if (feature != null) {
        found.add(feature);
      }
    }
  }

  private List<String> texts(Instruction instruction) {
    if (instruction instanceof From from) {
      return List.of(from.image(), from.platform().orElse(""));
    }
    if (instruction instanceof Arg arg) {
      return arg.assignments().stream()
          .map(Assignment::value)
          .flatMap(value -> value == null ? List.<String>of().stream() : List.of(value).stream())
          .toList();
    }
    return InstructionTexts.of(instruction);
  }

  private void substitutions(String text, Set<Feature> found) {
    int dollar = text.indexOf('$');
    while (dollar >= 0) {
      boolean braced = text.startsWith("{", dollar + 1);
      int start = braced ? dollar + 2 : dollar + 1;
      int end = start;
      while (end < text.length()
          && (Character.isLetterOrDigit(text.charAt(end)) || text.charAt(end) == '_')) {
        end++;
      }
      boolean escaped = dollar > 0 && text.charAt(dollar - 1) == dockerfile.escape();
      if (!escaped && end > start) {
        modifier(braced && end < text.length() ? text.charAt(end) : 0, found);
        if (isPlatformArgument(text.substring(start, end))) {
          found.add(Feature.PLATFORM_ARGUMENT);
        }
      }
      dollar = text.indexOf('$', end);
    }
  }

  private static void modifier(char modifier, Set<Feature> found) {
    if (modifier == '#' || modifier == '%' || modifier == '/') {
      found.add(Feature.SUBSTITUTION_PATTERN);
    } else if (modifier == '-' || modifier == '+' || modifier == '?') {
      found.add(Feature.SUBSTITUTION_WITHOUT_COLON);
    }
  }

  private static boolean isPlatformArgument(String name) {
    return PLATFORM_ARGUMENTS.contains(name);
  }
}
