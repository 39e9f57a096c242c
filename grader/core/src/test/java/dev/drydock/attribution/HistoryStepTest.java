package dev.drydock.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.anatomy.HistoryEntry;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class HistoryStepTest {

  private static HistoryStep step(String createdBy) {
    return HistoryStep.of(new HistoryEntry(createdBy, false));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '§',
      value = {
        "RUN /bin/sh -c npm ci # buildkit § RUN npm ci",
        "RUN |1 TOKEN=abc /bin/sh -c echo $TOKEN > t &&     echo more # buildkit"
            + " § RUN echo $TOKEN > t && echo more",
        "RUN |1 TOKEN=abc /bin/busybox echo exec § RUN TOKEN=abc /bin/busybox echo exec",
        "RUN /bin/bash -eo pipefail -c x § RUN /bin/bash -eo pipefail -c x",
        "RUN /bin/sh -ec echo shell § RUN echo shell",
        "COPY --chown=1000:1000 a.txt /z # buildkit § COPY --chown=1000:1000 a.txt /z",
        "WORKDIR /app § WORKDIR /app",
        "|1 TOKEN=abc /bin/sh -c npm ci § RUN npm ci",
        "/bin/sh -c npm ci § RUN npm ci",
        "/bin/sh -c #(nop) WORKDIR /app § WORKDIR /app",
        "/bin/sh -ec #(nop)  SHELL [/bin/sh -ec] § SHELL [/bin/sh -ec]",
        "'/bin/sh -c #(nop) COPY multi:e7a5cb8bd388dd in ./ ' § COPY … ./",
        "/bin/sh -c #(nop) ADD file:f754f6c8 in /t/ § ADD … /t/",
        "/bin/sh -c #(nop) COPY --chown=1:1 file:f754f6c8 in /t/ § COPY --chown=1:1 … /t/",
        "/bin/busybox echo exec § RUN /bin/busybox echo exec"
      })
  void bothBuildersLinesAreUnderstood(String createdBy, String shown) {
    assertThat(step(createdBy).shown()).isEqualTo(shown);
  }

  @Test
  void anEmptyLineSaysNothing() {
    assertThat(step("").keyword()).isEmpty();
    assertThat(step("").shown()).isEmpty();
    assertThat(step("Imported from -").keyword()).isEqualTo("RUN");
  }
}
