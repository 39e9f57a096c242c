package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class FeatureTest {

  private static List<Feature> features(String lines) {
    return Dockerfile.parse("FROM a\n" + lines + "\n").features().stream()
        .map(FeatureUse::feature)
        .toList();
  }

  @Test
  void areFoundInFlags() {
    assertThat(features("RUN --mount=type=cache,target=/x --network=none a"))
        .containsExactlyInAnyOrder(Feature.RUN_MOUNT, Feature.RUN_NETWORK);
    assertThat(features("COPY --link --chmod=755 --parents --exclude=*.md a b"))
        .containsExactlyInAnyOrder(
            Feature.LINK, Feature.CHMOD, Feature.COPY_PARENTS, Feature.EXCLUDE);
    assertThat(features("COPY --chmod=u=rwX a b")).containsExactly(Feature.CHMOD_SYMBOLIC);
    assertThat(features("ADD --checksum=sha256:x https://example.org/a b"))
        .containsExactly(Feature.ADD_CHECKSUM);
    assertThat(features("ONBUILD COPY --link a b")).containsExactly(Feature.LINK);
  }

  @Test
  void areFoundInTexts() {
    assertThat(features("RUN <<EOF\nx\nEOF")).containsExactly(Feature.HEREDOC);
    assertThat(features("ADD https://example.org/r.git#main /x")).containsExactly(Feature.ADD_GIT);
    assertThat(features("ENV A=${B#x}")).containsExactly(Feature.SUBSTITUTION_PATTERN);
    assertThat(features("ENV A=${B-x}")).containsExactly(Feature.SUBSTITUTION_WITHOUT_COLON);
    assertThat(features("ENV A=${B:-x} C=\\${B#x}")).isEmpty();
    assertThat(features("FROM b:$TARGETARCH")).containsExactly(Feature.PLATFORM_ARGUMENT);
    assertThat(features("ARG TARGETARCH")).containsExactly(Feature.PLATFORM_ARGUMENT);
  }

  @Test
  void areNoneInAnOldDockerfile() {
    assertThat(features("COPY --from=x --chown=1 a b\nRUN a\nENV A=${B:-c}")).isEmpty();
  }

  @Test
  void tellTheirLineAndVersion() {
    FeatureUse use = Dockerfile.parse("FROM a\n\nCOPY --link a b\n").features().get(0);

    assertThat(use.line()).isEqualTo(3);
    assertThat(use.feature().since()).isEqualTo(new FrontendVersion(1, 4));
  }
}
