package dev.drydock.dockerfile.rules;

import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.words.CleanPath;
import dev.drydock.dockerfile.words.Quote;
import dev.drydock.dockerfile.words.Suggestion;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/** What the builder refuses in a {@code --mount}. */
final class MountRules {

  private static final List<String> KEYS =
      List.of(
          "type",
          "from",
          "source",
          "target",
          "readonly",
          "id",
          "sharing",
          "required",
          "size",
          "mode",
          "uid",
          "gid",
          "src",
          "dst",
          "destination",
          "ro",
          "rw",
          "readwrite",
          "env");
  private static final Set<String> SWITCHES = Set.of("readonly", "ro", "readwrite", "rw");
  private static final List<String> TYPES = List.of("bind", "cache", "tmpfs", "secret", "ssh");
  private static final List<String> SHARING = List.of("shared", "private", "locked");
  private static final Set<String> WITH_OWNER = Set.of("secret", "ssh", "cache");
  private static final Set<String> BOOLEANS =
      Set.of("1", "t", "T", "TRUE", "true", "True", "0", "f", "F", "FALSE", "false", "False");

  private MountRules() {}

  /** The first thing wrong with a mount whose variables are substituted. */
  static Optional<String> defect(Mount mount) {
    String type = "bind";
    for (Mount.Option option : mount.options()) {
      Optional<String> defect = defect(option, type);
      if (defect.isPresent()) {
        return defect;
      }
      if (option.key().equals("type") && option.value() != null) {
        type = option.value().toLowerCase(Locale.ROOT);
      }
    }
    return combination(mount, type);
  }

  private static Optional<String> defect(Mount.Option option, String type) {
    String key = option.key();
    String value = option.value();
    if (!KEYS.contains(key)) {
      String near = Suggestion.nearest(key, KEYS).map(k -> ", did you mean " + k + "?").orElse("");
      return Optional.of("a mount has no option " + Quote.of(key) + near);
    }
    boolean secret = type.equals("secret") || type.equals("ssh");
    if (key.equals("required") && !secret) {
      return Optional.of("a " + type + " mount has no option required (the type comes first)");
    }
    if (value == null) {
      return SWITCHES.contains(key) || key.equals("required")
          ? Optional.empty()
          : Optional.of("the mount option " + key + " has no value");
    }
    return value(key, value, type);
  }

  private static Optional<String> value(String key, String value, String type) {
    boolean fine =
        switch (key) {
          case "type" -> TYPES.contains(value.toLowerCase(Locale.ROOT));
          case "sharing" -> SHARING.contains(value.toLowerCase(Locale.ROOT));
          case "readonly", "ro", "readwrite", "rw", "required" -> BOOLEANS.contains(value);
          case "mode" -> value.matches("[0-7]{1,11}");
          case "uid", "gid" -> value.matches("[0-9]{1,10}");
          case "size" -> type.equals("tmpfs") && value.matches("[0-9].*");
          default -> true;
        };
    return fine
        ? Optional.empty()
        : Optional.of("the mount option " + key + " cannot be " + Quote.of(value));
  }

  private static Optional<String> combination(Mount mount, String type) {
    for (String key : List.of("mode", "uid", "gid")) {
      if (mount.value(key).isPresent() && !WITH_OWNER.contains(type)) {
        return Optional.of("a " + type + " mount has no option " + key);
      }
    }
    if (mount.value("sharing").isPresent() && !type.equals("cache")) {
      return Optional.of("only a cache mount has the option sharing");
    }
    boolean mounted = !type.equals("secret") && !type.equals("ssh");
    String target = mount.target().orElse("");
    if (mounted && target.startsWith("/") && CleanPath.of(target).equals("/")) {
      return Optional.of("a mount cannot have the target " + Quote.of(target));
    }
    if (!type.equals("secret")) {
      return Optional.empty();
    }
    if (mount.from().isPresent()) {
      return Optional.of("a secret mount has no option from");
    }
    boolean source = mount.mountSource().filter(text -> !text.isEmpty()).isPresent();
    boolean id = mount.id().filter(text -> !text.isEmpty()).isPresent();
    if (!source && !id && mount.target().filter(text -> !text.isEmpty()).isEmpty()) {
      return Optional.of("a secret mount needs an id");
    }
    return source && id
        ? Optional.of("a secret mount has an id or a source, not both")
        : Optional.empty();
  }
}
