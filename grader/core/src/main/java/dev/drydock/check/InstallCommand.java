package dev.drydock.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Install commands, and what each leaves behind by default. */
public enum InstallCommand {
  APT(
      "apt(-get)? (?:-\\S+ )*(install|update|upgrade|dist-upgrade)\\b",
      "rm .*/var/lib/apt/lists|apt(-get)? .*clean",
      "",
      false),
  APK("apk (?:-\\S+ )*(add|update)\\b", "rm .*/var/cache/apk", "--no-cache", false),
  DNF("(dnf|yum|microdnf) (?:-\\S+ )*install\\b", "(dnf|yum|microdnf) .*clean", "", false),
  NPM(
      "npm (?:--prefix \\S+ |-\\S+ )*(ci|install|i|clean-install|add)\\b",
      "npm cache clean|rm .*\\.npm",
      "",
      true),
  YARN(
      "yarn( --cwd \\S+| -\\S+)*( install\\b| add\\b| global add\\b|$)",
      "yarn cache clean|rm .*\\.yarn",
      "",
      true),
  PNPM("pnpm (?:-\\S+ )*(install|i|fetch|add)\\b", "pnpm store prune|rm .*pnpm", "", true),
  PIP(
      "(python3? -m )?pip3? (?:-\\S+ )*install\\b",
      "pip3? cache purge|rm .*\\.cache",
      "--no-cache-dir",
      true),
  GO("go mod download\\b", "go clean .*-modcache|rm .*/go/pkg", "", true),
  MAVEN("(mvn|\\./mvnw) .*dependency:(go-offline|resolve)", "rm .*\\.m2", "", true);

  private static final Pattern PREFIXES = Pattern.compile("^(?:sudo |[A-Z_]+=\\S* )+");
  private static final Pattern GLOBAL = Pattern.compile(" (-g|--global|global)( |$)");

  private final Pattern install;
  private final Pattern cleanUp;
  private final String keepsNothing;
  private final boolean manifest;

  InstallCommand(String install, String cleanUp, String keepsNothing, boolean manifest) {
    this.install = Pattern.compile(install);
    this.cleanUp = Pattern.compile(cleanUp);
    this.keepsNothing = keepsNothing;
    this.manifest = manifest;
  }

  /** The installer a simple command calls. */
  public static Optional<InstallCommand> of(String command) {
    String bare = PREFIXES.matcher(command).replaceFirst("");
    for (InstallCommand one : values()) {
      if (one.install.matcher(bare).lookingAt()) {
        return Optional.of(one);
      }
    }
    return Optional.empty();
  }

  /** Whether some command in the text installs anything. */
  public static boolean isIn(String shellText) {
    return ShellText.commands(shellText).stream().anyMatch(command -> of(command).isPresent());
  }

  /** Whether some command in the text installs from a manifest ({@code npm ci}). */
  public static boolean ofManifestIsIn(String shellText) {
    return ShellText.commands(shellText).stream().anyMatch(InstallCommand::readsManifest);
  }

  /** Whether the text itself removes what this installer leaves, or prevents it. */
  public boolean isCleanedUpIn(String shellText) {
    List<String> commands = ShellText.commands(shellText);
    boolean leavesNone =
        !keepsNothing.isEmpty()
            && commands.stream()
                .filter(command -> of(command).equals(Optional.of(this)))
                .allMatch(command -> command.contains(keepsNothing));
    return leavesNone || commands.stream().anyMatch(this::cleansUp);
  }

  /** Whether a simple command removes what this installer leaves. */
  public boolean cleansUp(String command) {
    return cleanUp.matcher(command).find();
  }

  private static boolean readsManifest(String command) {
    return of(command).filter(one -> one.manifest).isPresent() && !GLOBAL.matcher(command).find();
  }
}
