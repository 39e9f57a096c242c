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

  private static Result outcome(ImageResult result, String id) {
    return result.checks().stream()
        .filter(check -> check.id().equals(id))
        .findFirst()
        .orElseThrow()
        .outcome();
  }
}
