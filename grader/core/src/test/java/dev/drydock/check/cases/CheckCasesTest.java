package dev.drydock.check.cases;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.check.Check;
import dev.drydock.check.Outcome;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.evidence.Evidence;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.Judge;
import dev.drydock.verdict.Judged;
import dev.drydock.verdict.Rubric;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class CheckCasesTest {

  @TestFactory
  Stream<DynamicTest> eachCaseGetsItsVerdict() {
    return CheckCases.all().stream()
        .map(one -> DynamicTest.dynamicTest(one.id() + " " + one.sentence(), () -> verify(one)));
  }

  private static void verify(CheckCase one) {
    Check check = CheckCatalogue.find(one.id()).orElseThrow();
    List<Judged> judged = Judge.judge(one.evidence(), one.image(), List.of(check));
    CheckResult result = Rubric.grade(judged, one.image()).get(0);
    String shown = judged.get(0).outcome() + "\n" + text(one.evidence());
    assertThat(result.outcome().word().replace(' ', '-')).as(shown).isEqualTo(one.outcome());
    assertThat(key(judged.get(0).outcome())).as(shown).isEqualTo(one.key());
    assertThat(result.line()).as(shown).isEqualTo(one.line());
    if (one.outcome().equals("fail")) {
      assertThat(result.measured()).as(shown).isNotBlank();
      assertThat(result.limit()).as(shown).isNotBlank();
      assertThat(result.message()).as(shown).hasSizeGreaterThan(20).doesNotContain("null");
      assertThat(result.hint()).as(shown).hasSizeGreaterThan(10).doesNotContain("null");
    }
  }

  static String key(Outcome outcome) {
    if (outcome instanceof Outcome.Failed failed) {
      return failed.finding();
    }
    return outcome instanceof Outcome.Passed passed ? passed.note() : "";
  }

  /** The Dockerfile with its tabs and carriage returns made visible. */
  private static String text(Evidence evidence) {
    return evidence.dockerfile().text().replace("\t", "→").replace("\r", "␍");
  }
}
