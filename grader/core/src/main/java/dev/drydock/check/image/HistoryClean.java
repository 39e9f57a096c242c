package dev.drydock.check.image;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Credentials;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.image.anatomy.CanaryHit;
import dev.drydock.image.anatomy.HistoryEntry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * I13: {@code docker history} shows no value of a build argument that is, or is named like, a
 * credential. The builder writes every argument that a RUN could see into its line: {@code RUN |1
 * TOKEN=… /bin/sh -c …}. Values are never shown.
 */
public final class HistoryClean extends CatalogueCheck {

  public static final String ID = "I13";

  public static final String PLANTED = "planted";
  public static final String ARGUMENT = "argument";

  private static final Pattern ARGUMENTS = Pattern.compile("\\|(\\d{1,3}) (.*)", Pattern.DOTALL);
  private static final Pattern ASSIGNMENT = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)=(\\S+)");

  public HistoryClean() {
    super(ID, "history.clean", Need.IMAGE);
  }

  @Override
  public Outcome judge(CheckInput input) {
    Optional<CanaryHit> planted =
        input.anatomy().canaries().stream()
            .filter(hit -> hit.canary().equals("build-arg") && hit.place().equals("history"))
            .findFirst();
    if (planted.isPresent()) {
      return Outcome.failed(
          Measurement.of("found", "none"), PLANTED, Map.of("entry", planted.get().where()), null);
    }
    List<HistoryEntry> history = input.anatomy().history();
    for (int i = 0; i < history.size(); i++) {
      Optional<String> name = credential(history.get(i).createdBy());
      if (name.isPresent()) {
        return Outcome.failed(
            Measurement.of(name.get(), "none"),
            ARGUMENT,
            Map.of("name", name.get()),
            input.layers().lineOfHistory(i));
      }
    }
    return Outcome.passed(Measurement.of("none", "none"));
  }

  private static Optional<String> credential(String createdBy) {
    Matcher arguments = ARGUMENTS.matcher(createdBy);
    if (!arguments.find()) {
      return Optional.empty();
    }
    return ASSIGNMENT
        .matcher(arguments.group(2))
        .results()
        .limit(Integer.parseInt(arguments.group(1)))
        .map(assignment -> assignment.group(1))
        .filter(Credentials::named)
        .findFirst();
  }
}
