package dev.drydock.cli;

import dev.drydock.Version;
import picocli.CommandLine.IVersionProvider;

/** Prints {@code drydock 1.0.0}. */
final class GraderVersion implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {"drydock " + Version.current()};
  }
}
