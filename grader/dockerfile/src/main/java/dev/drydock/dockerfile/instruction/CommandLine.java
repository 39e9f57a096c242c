package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as RUN, CMD, ENTRYPOINT, HEALTHCHECK and SHELL take it.
 *
 * @param form how it is written
 * @param text as written, continuation lines joined
 * @param words the elements of the JSON array; empty in shell form
 * @param defect in shell form: why a text that looks like the exec form is not; null otherwise
 */
public record CommandLine(Form form, String text, List<String> words, @Nullable JsonDefect defect) {

  /**
   * Copy the lists.
   *
   * @param form how it is written
   * @param text as written, continuation lines joined
   * @param words the elements of the JSON array; empty in shell form
   * @param defect in shell form: why a text that looks like the exec form is not; null otherwise
   */
  public CommandLine {
    words = List.copyOf(words);
  }

  /** How a command is written. */
  public enum Form {
    /** A JSON array of strings: the program is started directly. */
    EXEC,
    /** Any other text: it is passed to the shell. */
    SHELL,
    /** There is no command. */
    NONE
  }

  /** {@return whether the program is started directly} */
  public boolean isExec() {
    return form == Form.EXEC;
  }

  /** {@return whether a shell runs it} */
  public boolean isShell() {
    return form == Form.SHELL;
  }
}
