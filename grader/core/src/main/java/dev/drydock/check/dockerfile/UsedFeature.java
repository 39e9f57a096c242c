package dev.drydock.check.dockerfile;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Run;

/** What D17 can ask a Dockerfile to use. */
public enum UsedFeature {
  CACHE_MOUNT("cache-mount", "RUN --mount=type=cache,target=/root/.npm npm ci"),
  LINK("link", "COPY --link --from=build /server /server"),
  HEREDOC("heredoc", "RUN <<EOF"),
  HEALTHCHECK("healthcheck", "HEALTHCHECK CMD [\"/server\", \"-check\"]"),
  COPY_CHOWN("copy-chown", "COPY --chown=10001:10001 . .");

  private final String name;
  private final String example;

  UsedFeature(String name, String example) {
    this.name = name;
    this.example = example;
  }

  /** A line that uses it. */
  String example() {
    return example;
  }

  boolean isIn(Dockerfile dockerfile) {
    return switch (this) {
      case CACHE_MOUNT ->
          dockerfile.instructions(Run.class).stream()
              .anyMatch(run -> run.mounts().stream().anyMatch(Mount::isCache));
      case LINK -> copiesWith(dockerfile, "link");
      case COPY_CHOWN -> copiesWith(dockerfile, "chown");
      case HEREDOC -> dockerfile.instructions().stream().anyMatch(one -> !one.heredocs().isEmpty());
      case HEALTHCHECK ->
          dockerfile.instructions(Healthcheck.class).stream().anyMatch(one -> !one.isNone());
    };
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
