package dev.drydock.image.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that the image's command line starts, found as the runtime finds it: through the image's
 * PATH when it has no slash, from the working directory when relative, through symbolic links.
 *
 * @param requested first word of the command line, empty when there is no command line
 * @param resolved absolute path in the image, null when there is no such file
 * @param machine ELF machine ({@code x86-64}, {@code aarch64}…), empty otherwise
 * @param interpreter ELF interpreter or the script's {@code #!} line, null when there is none; it
 *     ends in a carriage return when the script has the line ends of Windows
 * @param interpreterPresent whether the image has that interpreter
 * @param missingLibraries libraries the ELF file (and what it loads) needs and the image has not
 * @param libraries resolved paths of the libraries it needs
 */
public record ExecutableFacts(
    String requested,
    @Nullable String resolved,
    Kind kind,
    String machine,
    long bytes,
    boolean executable,
    @Nullable String interpreter,
    boolean interpreterPresent,
    List<String> libraries,
    List<String> missingLibraries) {

  public ExecutableFacts {
    libraries = List.copyOf(libraries);
    missingLibraries = List.copyOf(missingLibraries);
  }

  /** Whether it is a script that was saved with a carriage return at the end of each line. */
  public boolean isScriptOfWindows() {
    return kind == Kind.SCRIPT && interpreter != null && interpreter.endsWith("\r");
  }

  public enum Kind {
    NONE,
    MISSING,
    ELF_STATIC,
    ELF_DYNAMIC,
    SCRIPT,
    OTHER
  }
}
