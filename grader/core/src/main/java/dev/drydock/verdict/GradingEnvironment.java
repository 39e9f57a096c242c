package dev.drydock.verdict;

import java.util.List;

/**
 * With what a submission was graded, so that a result can be reproduced.
 *
 * @param exerciseHash of the pristine exercise: settings, app and starter
 * @param engine version, empty when none was reached
 * @param builder {@code buildkit} or {@code classic}
 * @param store where the engine keeps images: {@code overlay2}, {@code containerd}…
 * @param standIns base images that were offline stand-ins for the official ones
 */
public record GradingEnvironment(
    String graderVersion,
    String exerciseHash,
    String engine,
    String builder,
    String store,
    List<String> standIns) {

  public GradingEnvironment {
    standIns = List.copyOf(standIns);
  }
}
