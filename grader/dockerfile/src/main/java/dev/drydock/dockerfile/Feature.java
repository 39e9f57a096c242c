package dev.drydock.dockerfile;

/** A feature that only BuildKit has, and only from some version of the Dockerfile syntax on. */
public enum Feature {
  /** {@code <<EOF} in RUN, COPY or ADD. */
  HEREDOC("a heredoc", 4),
  /** {@code RUN --mount=…}. */
  RUN_MOUNT("RUN --mount", 2),
  /** {@code RUN --network=…}. */
  RUN_NETWORK("RUN --network", 3),
  /** {@code RUN --security=…}. */
  RUN_SECURITY("RUN --security", 20),
  /** {@code RUN --device=…}. */
  RUN_DEVICE("RUN --device", 14),
  /** {@code RUN --mount=type=secret,env=…}. */
  SECRET_ENV("a secret as an environment variable", 10),
  /** {@code --link} of COPY or ADD. */
  LINK("--link", 4),
  /** {@code --chmod=755} of COPY or ADD. */
  CHMOD("--chmod", 2),
  /** {@code --chmod=u+x} of COPY or ADD. */
  CHMOD_SYMBOLIC("--chmod with letters", 14),
  /** {@code COPY --parents}. */
  COPY_PARENTS("COPY --parents", 20),
  /** {@code --exclude=…} of COPY or ADD. */
  EXCLUDE("--exclude", 19),
  /** A Git repository as a source of ADD. */
  ADD_GIT("ADD of a git repository", 6),
  /** {@code ADD --checksum=…}. */
  ADD_CHECKSUM("ADD --checksum", 6),
  /** {@code ADD --keep-git-dir}. */
  ADD_KEEP_GIT_DIR("ADD --keep-git-dir", 1),
  /** {@code ADD --unpack}. */
  ADD_UNPACK("ADD --unpack", 17),
  /** {@code HEALTHCHECK --start-interval=…}. */
  HEALTHCHECK_START_INTERVAL("HEALTHCHECK --start-interval", 6),
  /** A build argument that the builder sets, such as TARGETARCH. */
  PLATFORM_ARGUMENT("an argument set by the builder, such as TARGETARCH", 0),
  /** {@code ${name-default}}, {@code ${name+text}} or {@code ${name?message}}. */
  SUBSTITUTION_WITHOUT_COLON("${name-default} without a colon", 6),
  /** {@code ${name#pattern}}, {@code ${name%pattern}} or {@code ${name/pattern/text}}. */
  SUBSTITUTION_PATTERN("${name#pattern} and its like", 7);

  private final String title;
  private final FrontendVersion since;

  Feature(String title, int minor) {
    this.title = title;
    this.since = new FrontendVersion(1, minor);
  }

  /** {@return what a person would call it} */
  public String title() {
    return title;
  }

  /** {@return the first version of the syntax that has it; the classic builder has none of them} */
  public FrontendVersion since() {
    return since;
  }
}
