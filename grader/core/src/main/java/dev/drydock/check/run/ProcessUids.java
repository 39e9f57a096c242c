package dev.drydock.check.run;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence.ContainerProcess;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** R03: no process in the container runs as uid 0, whatever the configuration says. */
public final class ProcessUids extends CatalogueCheck {

  public static final String ID = "R03";

  public static final String ROOT = "root";
  public static final String SOME_ROOT = "some-root";

  public ProcessUids() {
    super(ID, "process.uids", Need.RUNNING);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<ContainerProcess> all = input.run().processes();
    List<ContainerProcess> asRoot = all.stream().filter(one -> one.uid() == 0).toList();
    if (asRoot.isEmpty()) {
      return Outcome.passed(Measurement.of(uids(all), "no process as uid 0"));
    }
    String shown =
        Shown.list(asRoot.stream().map(one -> Shown.brief(one.arguments(), 60)).toList(), 3);
    return Outcome.failed(
        new Measurement(
            asRoot.size() + " of " + Shown.count(all.size(), "process") + " as uid 0",
            "0",
            (double) asRoot.size(),
            0.0),
        asRoot.size() == all.size() ? ROOT : SOME_ROOT,
        Map.of("processes", shown),
        input.finalStage().userLine());
  }

  private static String uids(List<ContainerProcess> processes) {
    return "uid "
        + processes.stream()
            .map(ContainerProcess::uid)
            .distinct()
            .sorted()
            .map(String::valueOf)
            .collect(Collectors.joining(", "));
  }
}
