package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.JsonDefect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A command as RUN, CMD, ENTRYPOINT, HEALTHCHECK and SHELL take it.
 *
 * @param text as written, continuations joined
 * @param words the elements of the JSON array; empty in shell form
 * @param defect in shell form: why a text that looks like exec form is not
 */
public record CommandLine(Form form, String text, List<String> words, @Nullable JsonDefect defect) {

  public CommandLine {
    words = List.copyOf(words);
  }

  /** How a command is written. */
  public enum Form {
    /** A JSON array: started as it is. */
    EXEC,
    /** Any other text: handed to the shell. */
    SHELL,
    /** Nothing there. */
    NONE
  }

  public boolean isExec() {
    return form == Form.EXEC;
  }

  public boolean isShell() {
    return form == Form.SHELL;
  }
}
