package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.EngineDiagnosis.Finding;
import dev.drydock.engine.EngineDiagnosis.Weight;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnforcedLimitsTest {

  @Test
  void whatBuildKitDoesNotLimitIsSaidWithWhatToDo() {
    Finding finding = new EnforcedLimits(true, true, true, true, true).findings().get(0);
    assertThat(finding.weight()).isEqualTo(Weight.WARNING);
    assertThat(finding.found()).contains("neither the memory nor the processes of RUN steps");
    assertThat(finding.remedy()).contains("its own cgroup");
  }

  @Test
  void theClassicBuilderLimitsMemory() {
    assertThat(new EnforcedLimits(false, true, true, true, true).findings().get(0).found())
        .contains("limits the memory of RUN steps, but not their processes");
  }

  @Test
  void anEngineWithAllControllersLimitsWhatRuns() {
    assertThat(new EnforcedLimits(true, true, true, true, true).findings())
        .extracting(Finding::weight)
        .containsExactly(Weight.WARNING, Weight.GOOD);
  }

  @Test
  void missingControllersAreNamed() {
    List<Finding> findings = new EnforcedLimits(true, false, false, true, true).findings();
    assertThat(findings.get(1).found()).endsWith("running container's memory, processes");
    assertThat(findings.get(1).remedy()).contains("pids");
  }

  @Test
  void anEngineElsewhereIsNotWatched() {
    List<Finding> findings = new EnforcedLimits(true, true, true, true, false).findings();
    assertThat(findings).extracting(Finding::found).anyMatch(text -> text.contains("disk cannot"));
  }
}
