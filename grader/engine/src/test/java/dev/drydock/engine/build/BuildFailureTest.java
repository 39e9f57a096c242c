package dev.drydock.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuildFailureTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "write /var/lib/docker/tmp/x: no space left on device",
        "using mount program fuse-overlayfs: unknown argument ignored: lazytime",
        "runc create failed: unable to start container process: error during container init: error"
            + " setting rlimits for ready process: error setting rlimit type 7: operation not"
            + " permitted"
      })
  void theEnginesOwnTroubleIsOurs(String words) {
    assertThat(BuildFailure.isOurs(words)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "process \"/bin/sh -c go build\" did not complete successfully: exit code: 1",
        "runc create failed: unable to start container process: exec: \"/server\": permission denied"
      })
  void whatTheDockerfileAsksForIsNot(String words) {
    assertThat(BuildFailure.isOurs(words)).isFalse();
  }
}
