package dev.drydock.image.anatomy;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The file that the image's command line starts, found as the runtime finds it: through the image's
 * PATH when it has no slash, from the working directory when it is relative, and through symbolic
 * links.
 *
 * @param requested first word of the command line; empty when there is no command line
 * @param resolved absolute path in the image; null when there is no such file
 * @param kind what sort of file it is
 * @param machine ELF machine ({@code x86-64}, {@code aarch64}…); empty when it is not an ELF file
 * @param bytes size of the file
 * @param executable whether its permission bits let the configured user execute it
 * @param interpreter ELF interpreter, or the program on a script's {@code #!} line; null when there
 *     is none. It ends in a carriage return when the script has Windows line ends
 * @param interpreterPresent whether the image has that interpreter
 * @param libraries resolved paths of the libraries it needs
 * @param missingLibraries libraries that the ELF file, or one it loads, needs and the image lacks
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

  /**
   * Copy the lists.
   *
   * @param requested first word of the command line; empty when there is no command line
   * @param resolved absolute path in the image; null when there is no such file
   * @param kind what sort of file it is
   * @param machine ELF machine ({@code x86-64}, {@code aarch64}…); empty when it is not an ELF file
   * @param bytes size of the file
   * @param executable whether its permission bits let the configured user execute it
   * @param interpreter ELF interpreter, or the program on a script's {@code #!} line; null when
   *     there is none. It ends in a carriage return when the script has Windows line ends
   * @param interpreterPresent whether the image has that interpreter
   * @param libraries resolved paths of the libraries it needs
   * @param missingLibraries libraries that the ELF file, or one it loads, needs and the image lacks
   */
  public ExecutableFacts {
    libraries = List.copyOf(libraries);
    missingLibraries = List.copyOf(missingLibraries);
  }

  /**
   * {@return whether it is a script with Windows line ends, whose interpreter is therefore not
   * found}
   */
  public boolean isScriptOfWindows() {
    return kind == Kind.SCRIPT && interpreter != null && interpreter.endsWith("\r");
  }

  /** What sort of file it is. */
  public enum Kind {
    /** The image has no command line. */
    NONE,
    /** There is no such file. */
    MISSING,
    /** An ELF file that needs no interpreter. */
    ELF_STATIC,
    /** An ELF file that an interpreter loads, with its libraries. */
    ELF_DYNAMIC,
    /** A text with a {@code #!} line. */
    SCRIPT,
    /** Anything else. */
    OTHER
  }
}
