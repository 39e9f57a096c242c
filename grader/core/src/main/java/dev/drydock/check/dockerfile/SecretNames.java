package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Credentials;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.Instruction;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * D14: no ARG or ENV is named like a credential. One in the final image's own stages is reported
 * first. An ENV that sets nothing reveals nothing; values are never shown.
 */
public final class SecretNames extends CatalogueCheck {

  public static final String ID = "D14";

  public static final String FINAL = "final";
  public static final String BUILD = "build";

  public SecretNames() {
    super(ID, "secrets.names", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return find(input.finalStage().instructions(), FINAL)
        .or(() -> find(input.dockerfile().instructions(), BUILD))
        .orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> find(List<Instruction> instructions, String finding) {
    return instructions.stream()
        .flatMap(instruction -> names(instruction).map(name -> failed(instruction, name, finding)))
        .findFirst();
  }

  private static Outcome failed(Instruction instruction, String name, String finding) {
    return Outcome.failed(
        Measurement.of(instruction.keyword() + " " + name, "none"),
        finding,
        Map.of("instruction", instruction.keyword(), "name", name),
        instruction.startLine());
  }

  private static Stream<String> names(Instruction instruction) {
    Stream<Assignment> assignments =
        instruction instanceof Arg arg
            ? arg.assignments().stream()
            : instruction instanceof Env env
                ? env.assignments().stream().filter(SecretNames::setsSomething)
                : Stream.of();
    return assignments.map(Assignment::name).filter(Credentials::named);
  }

  private static boolean setsSomething(Assignment assignment) {
    String value = assignment.value();
    return value != null && !value.isEmpty() && !value.equals("\"\"") && !value.equals("''");
  }
}
