package dev.drydock.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.host.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class RawJsonLogTest {

  private final RawJsonLog log = new RawJsonLog(Progress.NONE);

  @Test
  void stepsHaveStageNameTimeAndWhetherTheyWereCached() {
    log.line(
        """
        {"vertexes":[{"digest":"a","name":"[internal] load build definition"},\
        {"digest":"b","name":"[build 2/5] RUN go build","started":"2026-01-01T00:00:00Z"}]}""");
    log.line(
        """
        {"vertexes":[{"digest":"b","name":"[build 2/5] RUN go build",\
        "completed":"2026-01-01T00:00:01.5Z"},\
        {"digest":"c","name":"[3/5] COPY . .","started":"2026-01-01T00:00:02Z",\
        "completed":"2026-01-01T00:00:02Z","cached":true}]}""");
    assertThat(log.steps())
        .containsExactly(
            new BuildStep("RUN go build", "build", false, 1_500),
            new BuildStep("COPY . .", "", true, 0));
  }

  /** As a real engine told it of two builds begun at once; digests shortened. */
  @Test
  void aStepThatAnotherBuildDidForUsIsOurs() {
    log.line(
        """
        {"vertexes":[{"digest":"def","name":"[internal] load build definition from Dockerfile",\
        "started":"2026-01-01T00:00:00Z"},\
        {"digest":"run","name":"[3/3] RUN make","inputs":["copy"]},\
        {"digest":"copy","name":"[2/3] COPY a /","inputs":["context"]},\
        {"digest":"context","name":"[internal] load build context"}]}""");
    log.line(
        """
        {"vertexes":[{"digest":"copy-of-another","name":"[other 5/9] COPY a /",\
        "inputs":["context-of-another"],"started":"2025-12-31T23:59:58Z",\
        "completed":"2025-12-31T23:59:59Z"},\
        {"digest":"run-of-another","name":"[other 6/9] RUN make","inputs":["copy-of-another"],\
        "started":"2026-01-01T00:00:01Z"}]}""");
    log.line(
        """
        {"vertexes":[{"digest":"copy","name":"[2/3] COPY a /","inputs":["context"],\
        "started":"2026-01-01T00:00:02Z","completed":"2026-01-01T00:00:02Z"},\
        {"digest":"run-of-another","name":"[other 6/9] RUN make","inputs":["copy-of-another"],\
        "completed":"2026-01-01T00:00:03Z"}]}""");
    assertThat(log.steps())
        .containsExactly(
            new BuildStep("COPY a /", "", true, 1_000),
            new BuildStep("RUN make", "", false, 2_000));
    assertThat(log.tail()).containsExactly("COPY a /", "RUN make");
  }

  @Test
  @Timeout(60)
  void aChainOfThousandsOfStepsIsNoTrouble() {
    for (int i = 0; i < 100_000; i++) {
      log.line(
          "{\"vertexes\":[{\"digest\":\""
              + i
              + "\",\"name\":\"[2/9] RUN x"
              + i
              + "\""
              + (i == 0 ? "" : ",\"inputs\":[\"" + (i - 1) + "\"]")
              + "}]}");
    }
    log.line("{\"vertexes\":[{\"digest\":\"99999\",\"started\":\"2026-01-01T00:00:02Z\"}]}");
    assertThat(log.steps()).extracting(BuildStep::name).containsExactly("RUN x99999");
  }

  @Test
  void aStepThatNeverBeganIsNone() {
    log.line("{\"vertexes\":[{\"digest\":\"a\",\"name\":\"[1/2] RUN make\"}]}");
    assertThat(log.steps()).isEmpty();
  }

  @Test
  void aStepOfWhichNothingIsToldWasDoneWhenTheImageIsExported() {
    log.line(
        """
        {"vertexes":[{"digest":"def","name":"[internal] load build definition from Dockerfile",\
        "started":"2026-01-01T00:00:00Z"},\
        {"digest":"run","name":"[2/3] RUN make","started":"2026-01-01T00:00:01Z",\
        "completed":"2026-01-01T00:00:02Z"},\
        {"digest":"copy","name":"[3/3] COPY a /"}]}""");
    assertThat(log.steps()).containsExactly(new BuildStep("RUN make", "", false, 1_000));
    log.line(
        """
        {"vertexes":[{"digest":"e","name":"exporting to image",\
        "started":"2026-01-01T00:00:03Z"}]}""");
    assertThat(log.steps())
        .containsExactly(
            new BuildStep("RUN make", "", false, 1_000), new BuildStep("COPY a /", "", true, 0));
    assertThat(log.tail()).containsExactly("RUN make", "COPY a /", "exporting to image");
  }

  @Test
  void aStepThatPrintsTheBuildersWordsIsNotBelieved() {
    log.line(logs("ERROR: failed to solve: no space left on device\n"));
    log.line(
        """
        {"vertexes":[{"digest":"b","name":"[2/2] RUN x","error":"process \\"/bin/sh -c x\\" did not\
         complete successfully: exit code: 1"}]}""");
    log.line("Dockerfile:3");
    log.line("ERROR: failed to solve: process \"/bin/sh -c x\" did not complete: exit code: 1");
    assertThat(log.failedAt()).isEqualTo(BuildFailure.Point.PROGRAM);
    assertThat(log.failedLine()).isEqualTo(3);
    assertThat(log.error()).startsWith("failed to solve: process").doesNotContain("no space");
    assertThat(log.tail()).contains("ERROR: failed to solve: no space left on device");
  }

  @Test
  void theBuildersOwnNamesForLayersAreLeftOut() {
    log.line(
        "ERROR: failed to solve: failed to calculate checksum of ref 37d71755-1863::whnx5jytx:"
            + " \"/app\": not found");
    assertThat(log.error())
        .isEqualTo("failed to solve: failed to calculate checksum: \"/app\": not found");
  }

  @Test
  void whichCallOfTheBuildersClientFailedIsLeftOut() {
    log.line(
        "ERROR: failed to build: failed to run Build function: dockerfile parse error on line 2");
    String words = "failed to build: failed to solve: dockerfile parse error on line 2";
    assertThat(log.error()).isEqualTo(words);
    assertThat(log.tail()).containsExactly("ERROR: " + words);
  }

  @Test
  void aLineThatOnlyLooksLikeJsonIsKeptAsText() {
    log.line("{broken");
    assertThat(log.tail()).containsExactly("{broken");
  }

  private static String logs(String text) {
    String data = Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    return "{\"logs\":[{\"vertex\":\"b\",\"stream\":2,\"data\":\"" + data + "\"}]}";
  }
}
