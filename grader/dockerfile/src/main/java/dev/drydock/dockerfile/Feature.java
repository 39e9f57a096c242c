package dev.drydock.dockerfile;

/** What only BuildKit has, and only since some version of the Dockerfile syntax. */
public enum Feature {
  HEREDOC("a heredoc", 4),
  RUN_MOUNT("RUN --mount", 2),
  RUN_NETWORK("RUN --network", 3),
  RUN_SECURITY("RUN --security", 20),
  RUN_DEVICE("RUN --device", 14),
  SECRET_ENV("a secret as an environment variable", 10),
  LINK("--link", 4),
  CHMOD("--chmod", 2),
  CHMOD_SYMBOLIC("--chmod with letters", 14),
  COPY_PARENTS("COPY --parents", 20),
  EXCLUDE("--exclude", 19),
  ADD_GIT("ADD of a git repository", 6),
  ADD_CHECKSUM("ADD --checksum", 6),
  ADD_KEEP_GIT_DIR("ADD --keep-git-dir", 1),
  ADD_UNPACK("ADD --unpack", 17),
  HEALTHCHECK_START_INTERVAL("HEALTHCHECK --start-interval", 6),
  PLATFORM_ARGUMENT("an argument set by the builder, such as TARGETARCH", 0),
  SUBSTITUTION_WITHOUT_COLON("${name-default} without a colon", 6),
  SUBSTITUTION_PATTERN("${name#pattern} and its like", 7);

  private final String title;
  private final FrontendVersion since;

  Feature(String title, int minor) {
    this.title = title;
    this.since = new FrontendVersion(1, minor);
  }

  /** How a person would call it. */
  public String title() {
    return title;
  }

  /** The first version of the syntax that has it; none of them is in the classic builder. */
  public FrontendVersion since() {
    return since;
  }
}
