package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.stage.UndefinedVariable;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.HashMap;
import java.util.Map;

/**
 * D15: variables are defined where they are used. A variable that the base image's environment may
 * set is let through, unless it is clearly something else: misspelled, or declared out of scope.
 */
public final class VariablesDefined extends CatalogueCheck {

  public static final String ID = "D15";

  public static final String SCOPE = "scope";
  public static final String INSIDE_STAGE = "inside-stage";
  public static final String OTHER_STAGE = "other-stage";
  public static final String LATER = "later";
  public static final String MISSPELT = "misspelt";
  public static final String UNDEFINED = "undefined";

  public VariablesDefined() {
    super(ID, "vars.defined", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return input.dockerfile().undefinedVariables().stream()
        .filter(variable -> !mayBeSet(input, variable))
        .findFirst()
        .map(VariablesDefined::failed)
        .orElseGet(Outcome::passed);
  }

  private static boolean mayBeSet(CheckInput input, UndefinedVariable variable) {
    if (!variable.mayComeFromBase()) {
      return false;
    }
    ImageAnatomy image = input.evidence().anatomy();
    if (image != null && isInFinalStage(input, variable)) {
      return image.config().env().stream().anyMatch(one -> one.startsWith(variable.name() + "="));
    }
    return switch (variable.reason()) {
      case UNKNOWN -> true;
      case MISSPELT -> !isDeclaredHere(input, variable);
      default -> false;
    };
  }

  private static boolean isInFinalStage(CheckInput input, UndefinedVariable variable) {
    return input
        .dockerfile()
        .stageOf(variable.instruction())
        .filter(input.finalStage().chain()::contains)
        .isPresent();
  }

  /** Whether the name it resembles is one of the student's own: PATH resembles GOPATH. */
  private static boolean isDeclaredHere(CheckInput input, UndefinedVariable variable) {
    String suggestion = variable.suggestion();
    return suggestion != null
        && input
            .dockerfile()
            .variable(variable.instruction(), suggestion)
            .filter(one -> one.line() > 0)
            .isPresent();
  }

  private static Outcome failed(UndefinedVariable variable) {
    Map<String, String> values = new HashMap<>();
    values.put("name", variable.name());
    values.put("declared", String.valueOf(variable.relatedLine()));
    String suggestion = variable.suggestion();
    values.put("suggestion", suggestion == null ? "" : suggestion);
    String finding =
        switch (variable.reason()) {
          case GLOBAL_ONLY -> SCOPE;
          case INSIDE_STAGE -> INSIDE_STAGE;
          case OTHER_STAGE -> OTHER_STAGE;
          case LATER -> LATER;
          case MISSPELT -> MISSPELT;
          case UNKNOWN -> UNDEFINED;
        };
    return Outcome.failed(
        Measurement.of("$" + variable.name(), "defined"), finding, values, variable.line());
  }
}
