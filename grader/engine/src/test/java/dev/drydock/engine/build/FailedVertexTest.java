package dev.drydock.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.build.BuildFailure.Point;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FailedVertexTest {

  private final FailedVertex vertex = new FailedVertex();

  /** As BuildKit 0.29 says it; references shortened. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          [2/2] COPY [no such host,/] | failed to calculate checksum of ref x: "/no such host": not found | INSTRUCTION
          [2/2] ADD http://127.0.0.1:1/x / | Get "http://127.0.0.1:1/x": dial tcp 127.0.0.1:1: connect: connection refused | INSTRUCTION
          [stage-0 2/2] RUN --mount=type=bind,source="i/o timeout",target=/m true | failed to calculate checksum of ref x: "/i/o timeout": not found | INSTRUCTION
          [2/2] WORKDIR /etc/passwd/dial tcp | lstat /etc/passwd/dial tcp: not a directory | INSTRUCTION
          [internal 1/2] COPY exporting / | failed to calculate checksum of ref x: "/exporting": not found | INSTRUCTION
          [2/2] RUN exit 3 | process "/bin/sh -c exit 3" did not complete successfully: exit code: 3 | PROGRAM
          [internal] load metadata for nosuch/image:1 | failed to do request: dial tcp: lookup: no such host | BASE_IMAGE
          [auth] library/busybox:pull token | failed to authorize | BASE_IMAGE
          [internal] load build context | connection reset by peer | SENDING
          exporting to image | failed to write: no space left on device | EXPORT
          """)
  void theStepsOwnNameTellsWhatTheBuilderWasAt(String name, String error, Point point) {
    vertex.take(name, error);
    assertThat(vertex.point()).isEqualTo(point);
  }

  @Test
  void whatWasGivenUpBecauseOfAnotherStepIsNotTheFailure() {
    vertex.take("[internal] load metadata for library/a", "failed: context canceled");
    vertex.take("[build 2/2] RUN make", "");
    assertThat(vertex.point()).isEqualTo(Point.NOWHERE);
    vertex.take(
        "[build 2/2] RUN make", "process \"/bin/sh -c make\" did not complete: exit code: 2");
    vertex.take("exporting to image", "failed");
    assertThat(vertex.point()).isEqualTo(Point.PROGRAM);
    assertThat(vertex.exitCode()).isEqualTo(2);
  }
}
