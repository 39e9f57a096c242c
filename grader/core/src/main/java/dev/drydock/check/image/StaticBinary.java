package dev.drydock.check.image;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.image.anatomy.ExecutableFacts;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * I11: the image has what the program needs to load. Measured on the file itself: whether a build
 * without {@code CGO_ENABLED=0} starts on scratch depends on what the program imports.
 */
public final class StaticBinary extends CatalogueCheck {

  public static final String ID = "I11";

  public static final String NO_LOADER = "no-loader";
  public static final String NO_LIBRARY = "no-library";
  public static final String NO_SHELL = "no-shell";
  public static final String NO_FILE = "no-file";
  public static final String NO_SCRIPT_SHELL = "no-script-shell";
  public static final String SCRIPT_OF_WINDOWS = "script-of-windows";
  public static final String NOT_EXECUTABLE = "not-executable";

  private static final List<String> SHELLS = List.of("/bin/sh", "/bin/bash", "/bin/ash");

  public StaticBinary() {
    super(ID, "static.binary", Need.ANY_IMAGE);
  }

  @Override
  public Outcome judge(CheckInput input) {
    ExecutableFacts program = input.anatomy().entrypoint();
    Integer line = input.finalStage().startLine();
    String interpreter = Optional.ofNullable(program.interpreter()).orElse("").strip();
    Map<String, String> values =
        Map.of(
            "suggestion", input.finalStage().startSuggestion(),
            "program", program.requested(),
            "interpreter", interpreter,
            "libraries", Shown.list(program.missingLibraries(), 5));
    return switch (program.kind()) {
      case NONE -> Outcome.notApplicable(Reason.NOTHING_TO_CHECK);
      case MISSING ->
          Outcome.failed(
              measured("no such file"),
              SHELLS.contains(program.requested()) ? NO_SHELL : NO_FILE,
              values,
              line);
      case ELF_DYNAMIC -> dynamic(program, values, line);
      case SCRIPT -> script(program, interpreter, values, line);
      case ELF_STATIC -> executable(program, "statically linked", values, line);
      case OTHER -> Outcome.notApplicable(Reason.NOTHING_TO_CHECK);
    };
  }

  private static Outcome dynamic(
      ExecutableFacts program, Map<String, String> values, @Nullable Integer line) {
    if (program.interpreter() != null && !program.interpreterPresent()) {
      return Outcome.failed(measured("no " + program.interpreter()), NO_LOADER, values, line);
    }
    if (!program.missingLibraries().isEmpty()) {
      return Outcome.failed(
          measured("no " + Shown.list(program.missingLibraries(), 3)), NO_LIBRARY, values, line);
    }
    return executable(program, "dynamically linked, all its libraries there", values, line);
  }

  private static Outcome script(
      ExecutableFacts program,
      String interpreter,
      Map<String, String> values,
      @Nullable Integer line) {
    if (program.isScriptOfWindows()) {
      return Outcome.failed(measured("a script with CRLF"), SCRIPT_OF_WINDOWS, values, line);
    }
    if (!program.interpreterPresent()) {
      return Outcome.failed(measured("no " + interpreter), NO_SCRIPT_SHELL, values, line);
    }
    return executable(program, "a script for " + interpreter, values, line);
  }

  private static Outcome executable(
      ExecutableFacts program,
      String measured,
      Map<String, String> values,
      @Nullable Integer line) {
    return program.executable()
        ? Outcome.passed(measured(measured))
        : Outcome.failed(measured("not executable"), NOT_EXECUTABLE, values, line);
  }

  private static Measurement measured(String found) {
    return Measurement.of(found, "all there");
  }
}
