package dev.drydock.engine.ledger;

import java.nio.file.Path;

/** The user's folder for Drydock's own files: {@code DRYDOCK_HOME}, or {@code ~/.drydock}. */
public record DrydockHome(Path folder) {

  public static DrydockHome resolve() {
    String named = System.getenv().getOrDefault("DRYDOCK_HOME", "");
    return new DrydockHome(
        named.isBlank()
            ? Path.of(System.getProperty("user.home"), ".drydock")
            : Path.of(named).toAbsolutePath());
  }

  /** What {@code setup} unpacked: dockerd, docker… */
  public Path engineBin() {
    return folder.resolve("engine").resolve("bin");
  }

  /** One folder per run, for as long as the run lasts. */
  Path runs() {
    return folder.resolve("runs");
  }

  /** Lines of {@code <image id> <name>}: the offline stand-ins made on this machine. */
  public Path standIns() {
    return folder.resolve("standins");
  }
}
