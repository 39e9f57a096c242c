package dev.drydock.check.cases;

import dev.drydock.check.Check;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.fixture.Golden;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.Judge;
import dev.drydock.verdict.Rubric;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What a student reads, for every case: reviewed as text, changed on purpose only. */
class MessagesTest {

  private static final Path EXPECTED =
      Path.of("src/test/resources/dev/drydock/check/cases/messages.txt");

  @Test
  void allMessagesAreAsReviewed() throws IOException {
    String messages =
        CheckCases.all().stream().map(MessagesTest::shown).collect(Collectors.joining("\n"));
    Golden.of(EXPECTED, MessagesTest.class).assertIs(messages);
  }

  private static String shown(CheckCase one) {
    Check check = CheckCatalogue.find(one.id()).orElseThrow();
    CheckResult result =
        Rubric.grade(Judge.judge(one.evidence(), one.image(), List.of(check)), one.image()).get(0);
    StringBuilder text = new StringBuilder();
    text.append("%s %s: %s\n".formatted(one.id(), result.title(), one.sentence()));
    text.append("  %s".formatted(result.outcome().word()));
    text.append(result.line() == null ? "" : ", line " + result.line());
    text.append(result.measured().isEmpty() ? "" : ", measured: " + result.measured());
    text.append(result.limit().isEmpty() ? "" : ", limit: " + result.limit());
    text.append("\n  asked  ").append(result.requirement()).append('\n');
    if (!result.message().isEmpty()) {
      text.append("  found  ").append(result.message()).append('\n');
    }
    if (result.outcome() == Result.FAIL) {
      text.append("  try    ").append(result.hint()).append('\n');
    }
    return text.toString();
  }
}
