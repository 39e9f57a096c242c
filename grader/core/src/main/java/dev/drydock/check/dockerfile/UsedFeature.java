package dev.drydock.check.dockerfile;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Run;
import java.util.function.Predicate;

/** What D17 can ask a Dockerfile to use. */
public enum UsedFeature {
  CACHE_MOUNT(
      "cache-mount",
      "RUN --mount=type=cache,target=/root/.npm npm ci",
      dockerfile ->
          dockerfile.instructions(Run.class).stream()
              .anyMatch(run -> run.mounts().stream().anyMatch(Mount::isCache))),
  LINK(
      "link",
      "COPY --link --from=build /server /server",
      dockerfile -> copiesWith(dockerfile, "link")),
  HEREDOC(
      "heredoc",
      "RUN <<EOF",
      dockerfile -> dockerfile.instructions().stream().anyMatch(one -> !one.heredocs().isEmpty())),
  HEALTHCHECK(
      "healthcheck",
      "HEALTHCHECK CMD [\"/server\", \"-check\"]",
      dockerfile ->
          dockerfile.instructions(Healthcheck.class).stream().anyMatch(one -> !one.isNone())),
  COPY_CHOWN(
      "copy-chown", "COPY --chown=10001:10001 . .", dockerfile -> copiesWith(dockerfile, "chown"));

  private final String name;
  private final String example;
  private final Predicate<Dockerfile> use;

  UsedFeature(String name, String example, Predicate<Dockerfile> use) {
    this.name = name;
    this.example = example;
    this.use = use;
  }

  /** A line that uses it. */
  String example() {
    return example;
  }

  boolean isIn(Dockerfile dockerfile) {
    return use.test(dockerfile);
  }

  private static boolean copiesWith(Dockerfile dockerfile, String flag) {
    return dockerfile.instructions(Copy.class).stream()
        .anyMatch(copy -> copy.source().flag(flag).isPresent());
  }

  /** As an exercise names it. */
  @Override
  public String toString() {
    return name;
  }
}
