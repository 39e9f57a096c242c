package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.report.ci.JUnitXml;
import dev.drydock.report.ci.Reported;
import dev.drydock.report.ci.Sarif;
import java.util.List;

/** The formats that CIs and code hosts read, for all marks in one file. */
final class Reports {

  private Reports() {}

  static Exported junit(List<Mark> marks) {
    return Exported.one(Format.JUNIT, JUnitXml.write(reported(marks)), List.of());
  }

  static Exported sarif(List<Mark> marks) {
    return Exported.one(Format.SARIF, Sarif.write(reported(marks)), List.of());
  }

  private static List<Reported> reported(List<Mark> marks) {
    return marks.stream()
        .map(
            mark ->
                Reported.of(
                    mark.id().toString(),
                    mark.id().student() + "." + mark.id().exercise(),
                    mark.path(),
                    mark.result()))
        .toList();
  }
}
