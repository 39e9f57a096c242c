package dev.drydock.verdict;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.verdict.CheckResult.Result;
import org.junit.jupiter.api.Test;

class ReviewTest {

  @Test
  void aTextIsJudgedByWhatCanBeSaidWithoutBuildingIt() {
    EvidenceFixtures latest = evidence().replacing("golang:1.27", "golang").notBuilt();
    assertThat(Review.ofText(latest.get()).checks())
        .extracting(CheckResult::id)
        .contains("D02", "C01")
        .noneMatch(id -> id.startsWith("R") || id.startsWith("I"));
    assertThat(outcome(Review.ofText(latest.get()), "D02")).isEqualTo(Result.FAIL);
  }

  @Test
  void anImageIsJudgedByWhatItHoldsNotByATextThatIsNotAtHand() {
    EvidenceFixtures asRoot = evidence().dockerfile("").image(image -> image.user(""));
    ImageResult result = Review.ofImage(asRoot.get());
    assertThat(result.checks())
        .extracting(CheckResult::id)
        .contains("I09")
        .allMatch(id -> id.startsWith("I"));
    assertThat(outcome(result, "I09")).isEqualTo(Result.FAIL);
  }

  @Test
  void nothingIsRequired() {
    assertThat(Review.ofText(evidence().get()).checks()).noneMatch(CheckResult::required);
    assertThat(Review.ofImage(evidence().get()).checks()).noneMatch(CheckResult::required);
  }

  /** The builder takes it; what the text holds, nobody here can say. */
  @Test
  void aTextBeyondOurLimitsFailsNothing() {
    String deep = "${x:-".repeat(10_000) + "v" + "}".repeat(10_000);
    EvidenceFixtures unread =
        evidence()
            .replacing("golang:1.27", "golang")
            .replacing("WORKDIR", "ENV A=" + deep + "\nWORKDIR");
    ImageResult result = Review.ofText(unread.get());
    assertThat(outcome(result, "D01")).isEqualTo(Result.PASS);
    assertThat(outcome(result, "D02")).isEqualTo(Result.BLOCKED);
    assertThat(result.checks())
        .filteredOn(check -> check.id().equals("D01") || check.id().equals("D02"))
        .extracting(CheckResult::message)
        .anyMatch(message -> message.contains("nested deeper than 50 levels"))
        .anyMatch(message -> message.contains("D01 says what is not"));
    assertThat(Review.ofImage(unread.get()).checks())
        .noneMatch(check -> check.outcome() == Result.BLOCKED);
  }

  private static Result outcome(ImageResult result, String id) {
    return result.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }
}
