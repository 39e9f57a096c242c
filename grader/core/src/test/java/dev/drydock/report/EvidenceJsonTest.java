package dev.drydock.report;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.drydock.check.cases.CheckCase;
import dev.drydock.check.cases.CheckCases;
import org.junit.jupiter.api.Test;

class EvidenceJsonTest {

  @Test
  void theEvidenceOfAllCasesSurvivesARoundTrip() {
    assertThat(CheckCases.all()).hasSizeGreaterThan(100);
    assertThat(CheckCases.all())
        .extracting(CheckCase::evidence)
        .allSatisfy(one -> assertThat(EvidenceJson.read(EvidenceJson.write(one))).contains(one));
  }

  @Test
  void evidenceOfAnotherVersionHasToBeCollectedAnew() {
    String json = EvidenceJson.write(evidence().get());
    assertThat(EvidenceJson.read(json.replace("\"schemaVersion\" : 1", "\"schemaVersion\" : 99")))
        .isEmpty();
  }

  @Test
  void whatIsNoEvidenceIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> EvidenceJson.read("{\"schemaVersion\" : 1, \"exercise\""))
        .withMessageContaining("evidence");
  }
}
