package dev.drydock.check.dockerfile;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Add;
import java.util.List;
import java.util.Map;

/** D09: ADD is used for addresses, git repositories and archives only. */
public final class CopyNotAdd extends CatalogueCheck {

  public static final String ID = "D09";

  public static final String PLAIN_ADD = "plain-add";

  public CopyNotAdd() {
    super(ID, "copy.not-add", Need.PARSED);
  }

  @Override
  public Outcome judge(CheckInput input) {
    return input.dockerfile().instructions(Add.class).stream()
        .filter(add -> isPlain(input.dockerfile(), add))
        .findFirst()
        .<Outcome>map(
            add ->
                Outcome.failed(
                    Measurement.of("ADD of " + shown(add), "COPY"),
                    PLAIN_ADD,
                    Map.of("sources", shown(add)),
                    add.startLine()))
        .orElseGet(Outcome::passed);
  }

  private static boolean isPlain(Dockerfile dockerfile, Add add) {
    List<String> sources =
        add.sources().stream().map(one -> dockerfile.resolve(add, one).text()).toList();
    return sources.stream().noneMatch(one -> Add.isUrl(one) || Add.isArchiveName(one));
  }

  private static String shown(Add add) {
    return add.sources().isEmpty() ? "a file" : "`" + Shown.list(add.sources(), 3) + "`";
  }
}
