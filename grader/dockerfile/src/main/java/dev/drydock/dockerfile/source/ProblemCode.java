package dev.drydock.dockerfile.source;

import java.util.Locale;

/**
 * The kinds of problem the model reports. The builder refuses a file with an error; it accepts one
 * with warnings. A limit is this library's.
 */
public enum ProblemCode {
  /** The file has no instructions. */
  EMPTY_FILE(Severity.ERROR),
  /** There is no FROM. */
  NO_STAGE(Severity.ERROR),
  /** The file exceeds {@link dev.drydock.dockerfile.Dockerfile#MAX_INSTRUCTIONS}. */
  TOO_MANY_INSTRUCTIONS(Severity.LIMIT),
  /** A line does not start with an instruction. */
  UNKNOWN_INSTRUCTION(Severity.ERROR),
  /** An instruction other than ARG comes before the first FROM. */
  BEFORE_FROM(Severity.ERROR),
  /** An instruction lacks an argument it needs. */
  MISSING_ARGUMENT(Severity.ERROR),
  /** A FROM is not of the form {@code FROM image [AS name]}. */
  FROM_ARGUMENTS(Severity.ERROR),
  /** The name of a stage has characters it may not have. */
  BAD_STAGE_NAME(Severity.ERROR),
  /** A FROM names something that cannot be an image. */
  BAD_IMAGE(Severity.ERROR),
  /** A {@code --from} names a stage that does not exist yet, or cannot be an image. */
  BAD_SOURCE_STAGE(Severity.ERROR),
  /** A COPY has a source that only ADD can fetch. */
  BAD_COPY_SOURCE(Severity.ERROR),
  /** An instruction has a flag the builder does not know. */
  UNKNOWN_FLAG(Severity.ERROR),
  /** A flag is given twice. */
  DUPLICATE_FLAG(Severity.ERROR),
  /** A flag has no value, or one it cannot have. */
  FLAG_VALUE(Severity.ERROR),
  /** A {@code --mount} is malformed. */
  BAD_MOUNT(Severity.ERROR),
  /** ARG, ENV or LABEL is not of the form {@code name=value}. */
  NOT_KEY_VALUE(Severity.ERROR),
  /** A JSON array holds something other than strings. */
  JSON_NOT_STRINGS(Severity.ERROR),
  /** SHELL is not in exec form. */
  SHELL_NOT_JSON(Severity.ERROR),
  /** A HEALTHCHECK is malformed. */
  BAD_HEALTHCHECK(Severity.ERROR),
  /** An ONBUILD holds an instruction it may not hold. */
  BAD_ONBUILD(Severity.ERROR),
  /** EXPOSE names something that is not a port. */
  BAD_PORT(Severity.ERROR),
  /** STOPSIGNAL names something that is not a signal. */
  BAD_SIGNAL(Severity.ERROR),
  /** A path of a VOLUME is empty. */
  BAD_VOLUME(Severity.ERROR),
  /** The escape directive names something that cannot be the escape character. */
  BAD_DIRECTIVE(Severity.ERROR),
  /** A parser directive is given twice. */
  DUPLICATE_DIRECTIVE(Severity.ERROR),
  /** A heredoc has no end. */
  UNTERMINATED_HEREDOC(Severity.ERROR),
  /** The destination of a COPY or ADD is a heredoc. */
  HEREDOC_DESTINATION(Severity.ERROR),
  /** A line is longer than the builder reads. */
  LINE_TOO_LONG(Severity.ERROR),
  /** A variable cannot be substituted. */
  BAD_SUBSTITUTION(Severity.ERROR),
  /** A variable's substitution is nested deeper, or takes more work, than is read. */
  SUBSTITUTION_LIMIT(Severity.LIMIT),
  /** There is a blank line inside an instruction. */
  EMPTY_CONTINUATION(Severity.WARNING),
  /** A continuation character turned the next instruction into an argument. */
  SWALLOWED_INSTRUCTION(Severity.WARNING),
  /** A source lies outside the build context. */
  OUTSIDE_CONTEXT(Severity.WARNING),
  /** A {@code #} after an instruction is an argument, not a comment. */
  INLINE_COMMENT(Severity.WARNING),
  /** A parser directive comes too late to count. */
  IGNORED_DIRECTIVE(Severity.WARNING),
  /** Two stages have the same name. */
  DUPLICATE_STAGE_NAME(Severity.WARNING),
  /** A stage has a name with a meaning of its own. */
  RESERVED_STAGE_NAME(Severity.WARNING),
  /** The name of a stage is not in lower case. */
  STAGE_NAME_CASE(Severity.WARNING),
  /** ENV or LABEL is written without an equals sign. */
  LEGACY_KEY_VALUE(Severity.WARNING),
  /** MAINTAINER is deprecated. */
  MAINTAINER_DEPRECATED(Severity.WARNING),
  /** A command is empty. */
  EMPTY_COMMAND(Severity.WARNING),
  /** A heredoc has Windows line ends, which end up in the image. */
  HEREDOC_CARRIAGE_RETURN(Severity.WARNING),
  /** A carriage return does not end a line. */
  LONE_CARRIAGE_RETURN(Severity.WARNING),
  /** The file is not valid UTF-8. */
  MALFORMED_UTF8(Severity.WARNING),
  /** The file contains a NUL character. */
  NUL_CHARACTER(Severity.WARNING),
  /** There are more problems than are listed. */
  TOO_MANY_PROBLEMS(Severity.WARNING);

  /** What the builder does about a problem. */
  public enum Severity {
    /** It refuses the file. */
    ERROR,
    /** It goes on. */
    WARNING,
    /** Perhaps nothing: it is this library that reads no further. */
    LIMIT
  }

  private final Severity severity;

  ProblemCode(Severity severity) {
    this.severity = severity;
  }

  /** {@return its severity, unless it occurs in a stage that is never built} */
  public Severity severity() {
    return severity;
  }

  /** {@return the stable name for reports, such as {@code unknown-instruction}} */
  public String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
