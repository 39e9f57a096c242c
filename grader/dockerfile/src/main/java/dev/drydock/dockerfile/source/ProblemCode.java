package dev.drydock.dockerfile.source;

import java.util.Locale;

/** Everything the model can complain about. An error is what the builder refuses as well. */
public enum ProblemCode {
  EMPTY_FILE(Severity.ERROR),
  NO_STAGE(Severity.ERROR),
  TOO_MANY_INSTRUCTIONS(Severity.ERROR),
  UNKNOWN_INSTRUCTION(Severity.ERROR),
  BEFORE_FROM(Severity.ERROR),
  MISSING_ARGUMENT(Severity.ERROR),
  FROM_ARGUMENTS(Severity.ERROR),
  BAD_STAGE_NAME(Severity.ERROR),
  BAD_IMAGE(Severity.ERROR),
  BAD_SOURCE_STAGE(Severity.ERROR),
  BAD_COPY_SOURCE(Severity.ERROR),
  UNKNOWN_FLAG(Severity.ERROR),
  DUPLICATE_FLAG(Severity.ERROR),
  FLAG_VALUE(Severity.ERROR),
  BAD_MOUNT(Severity.ERROR),
  NOT_KEY_VALUE(Severity.ERROR),
  JSON_NOT_STRINGS(Severity.ERROR),
  SHELL_NOT_JSON(Severity.ERROR),
  BAD_HEALTHCHECK(Severity.ERROR),
  BAD_ONBUILD(Severity.ERROR),
  BAD_PORT(Severity.ERROR),
  BAD_SIGNAL(Severity.ERROR),
  BAD_VOLUME(Severity.ERROR),
  BAD_DIRECTIVE(Severity.ERROR),
  DUPLICATE_DIRECTIVE(Severity.ERROR),
  UNTERMINATED_HEREDOC(Severity.ERROR),
  HEREDOC_DESTINATION(Severity.ERROR),
  LINE_TOO_LONG(Severity.ERROR),
  BAD_SUBSTITUTION(Severity.ERROR),
  EMPTY_CONTINUATION(Severity.WARNING),
  SWALLOWED_INSTRUCTION(Severity.WARNING),
  OUTSIDE_CONTEXT(Severity.WARNING),
  INLINE_COMMENT(Severity.WARNING),
  IGNORED_DIRECTIVE(Severity.WARNING),
  DUPLICATE_STAGE_NAME(Severity.WARNING),
  RESERVED_STAGE_NAME(Severity.WARNING),
  STAGE_NAME_CASE(Severity.WARNING),
  LEGACY_KEY_VALUE(Severity.WARNING),
  MAINTAINER_DEPRECATED(Severity.WARNING),
  EMPTY_COMMAND(Severity.WARNING),
  HEREDOC_CARRIAGE_RETURN(Severity.WARNING),
  LONE_CARRIAGE_RETURN(Severity.WARNING),
  MALFORMED_UTF8(Severity.WARNING),
  NUL_CHARACTER(Severity.WARNING),
  TOO_MANY_PROBLEMS(Severity.WARNING);

  /** Whether the builder goes on. */
  public enum Severity {
    ERROR,
    WARNING
  }

  private final Severity severity;

  ProblemCode(Severity severity) {
    this.severity = severity;
  }

  /** What it is unless the problem sits in a stage that is never built. */
  public Severity severity() {
    return severity;
  }

  /** The stable name for reports, such as {@code unknown-instruction}. */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
