package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.Entrypoint;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.stage.Stage;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** D08: no stage has a CMD or an ENTRYPOINT that a later one of the same stage overrides. */
public final class CommandSingle extends CatalogueCheck {

  public static final String ID = "D08";

  public static final String REPEATED = "repeated";

  public CommandSingle() {
    super(ID, "cmd.single", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return input.dockerfile().stages().stream()
        .flatMap(
            stage ->
                repeated(stage, Cmd.class).or(() -> repeated(stage, Entrypoint.class)).stream())
        .findFirst()
        .orElseGet(Outcome::passed);
  }

  private static Optional<Outcome> repeated(Stage stage, Class<? extends Instruction> type) {
    List<? extends Instruction> all = stage.instructions(type);
    if (all.size() < 2) {
      return Optional.empty();
    }
    Instruction first = all.get(0);
    String last = String.valueOf(all.get(all.size() - 1).startLine());
    return Optional.of(
        Outcome.failed(
            Measurement.of(all.size() + " × " + first.keyword(), "1"),
            REPEATED,
            Map.of("instruction", first.keyword(), "last", last),
            first.startLine()));
  }
}
