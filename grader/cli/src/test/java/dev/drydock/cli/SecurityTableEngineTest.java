package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.engine.EngineDiagnosis;
import dev.drydock.engine.EngineDiagnosis.Finding;
import dev.drydock.engine.EngineDiagnosis.Weight;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.run.WaysOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SECURITY.md says of the current engine what doctor finds on it. */
@RequiresEngine
class SecurityTableEngineTest {

  @TempDir private Path home;

  @Test
  void theTableSaysWhatDoctorFinds() throws Exception {
    assumeTrue(Engine.connect().majorVersion() == 28, "the table is of version 28");
    List<Finding> findings = new ArrayList<>(WaysOut.examine(new DrydockHome(home)));
    findings.addAll(new EngineDiagnosis(new DrydockHome(home), List.of()).examine());
    assumeTrue(
        findings.stream().noneMatch(finding -> finding.found().contains("only root may set")),
        "where the grader may set no rule another line of the table is true");
    for (Map.Entry<String, String> line :
        Map.of(
                "containers reach the engine's machine", "containers reach",
                "builds without a network reach it", "builds without a network reach",
                "builds with a network reach it", "builds with a network reach")
            .entrySet()) {
      boolean kept = find(findings, line.getValue()).weight() == Weight.GOOD;
      assertThat(said(line.getKey())).as(line.getKey()).isEqualTo(kept ? "no" : "yes");
    }
    String limited = "running containers are limited in memory, processes and processor time";
    assertThat(find(findings, limited).weight()).isEqualTo(Weight.GOOD);
    assertThat(said(limited)).isEqualTo("yes");
    find(findings, "BuildKit limits neither the memory nor the processes of RUN steps");
    assertThat(said("RUN steps are limited in memory and processes")).isEqualTo("no");
  }

  private static Finding find(List<Finding> findings, String words) {
    return findings.stream()
        .filter(finding -> finding.found().startsWith(words))
        .findFirst()
        .orElseThrow(() -> new AssertionError("doctor does not say: " + words));
  }

  private static String said(String line) throws IOException {
    return Files.readAllLines(Binary.COURSE.resolve("SECURITY.md")).stream()
        .filter(row -> row.startsWith("| " + line + " |"))
        .map(row -> row.split("\\|", -1)[2].strip())
        .findFirst()
        .orElseThrow(() -> new AssertionError("SECURITY.md has no line: " + line));
  }
}
