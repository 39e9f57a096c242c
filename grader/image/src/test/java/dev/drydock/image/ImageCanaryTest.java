package dev.drydock.image;

import static dev.drydock.image.TestLayer.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.image.TestImage.Layout;
import dev.drydock.image.anatomy.CanaryHit;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ImageCanaryTest {

  private static final String VALUE = "canary-7f3a91c2";

  private static TestImage image() {
    return new TestImage().canary("env-file", VALUE).canary("git", "other-5511aa");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void aPlantedFileIsFoundInEveryLayerVisibleOrNot(Layout layout) {
    byte[] big = new byte[700_000];
    System.arraycopy(VALUE.getBytes(), 0, big, 262_144 - 1024 - 4, VALUE.length());
    assertThat(
            image()
                .layer(layer().file("app/.env", "TOKEN=" + VALUE + "\n"))
                .layer(layer().whiteout("app/.env").file("app/big", big))
                .read(layout)
                .canaries())
        .containsExactly(
            new CanaryHit("env-file", "file", "/app/.env", 0, false),
            new CanaryHit("env-file", "file", "/app/big", 1, true));
  }

  @Test
  void aBuildArgumentIsFoundInTheHistoryAndTheConfigurationAndMasked() {
    assertThat(
            image()
                .layer("RUN |1 TOKEN=" + VALUE + " /bin/sh -c npm ci # buildkit", layer())
                .metadata("ENV TOKEN=" + VALUE)
                .config("Env", List.of("PATH=/bin", "TOKEN=" + VALUE))
                .config("Labels", Map.of("token", VALUE))
                .config("Cmd", List.of("run", "--token=" + VALUE))
                .read()
                .canaries())
        .containsExactlyInAnyOrder(
            new CanaryHit(
                "env-file", "history", "RUN |1 TOKEN=*** /bin/sh -c npm ci # buildkit", -1, true),
            new CanaryHit("env-file", "history", "ENV TOKEN=***", -1, true),
            new CanaryHit("env-file", "config", "config.Env: TOKEN=***", -1, true),
            new CanaryHit("env-file", "config", "config.Labels.token: ***", -1, true),
            new CanaryHit("env-file", "config", "config.Cmd: --token=***", -1, true));
  }

  @Test
  void anImageWithoutThemHasNoHits() {
    assertThat(image().layer(layer().file("a", "canary-7f3a91c")).read().canaries()).isEmpty();
  }

  @Test
  void aCanaryThatWouldBeFoundByChanceIsRefused() {
    TestImage image = new TestImage().canary("c", "short");
    assertThatThrownBy(image::read)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("canary c is shorter than 8 characters");
  }
}
