package dev.drydock.dockerfile.stage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ImageReferenceTest {

  private static final String DIGEST = "sha256:" + "0123456789abcdef".repeat(4);

  @ParameterizedTest
  @CsvSource({
    "node, node, {default}/library/node:latest, true",
    "node:24-alpine, node:24-alpine, {default}/library/node:24-alpine, true",
    "library/node, node, {default}/library/node:latest, true",
    "{default}/node, node, {default}/library/node:latest, true",
    "index.{default}/library/node, node, {default}/library/node:latest, true",
    "team/app:1, team/app:1, {default}/team/app:1, false",
    "example.org/app, example.org/app, example.org/app:latest, false",
    "localhost/app, localhost/app, localhost/app:latest, false",
    "localhost:5000/a/b:x, localhost:5000/a/b:x, localhost:5000/a/b:x, false",
    "[::1]:5000/a, [::1]:5000/a, [::1]:5000/a:latest, false",
    "library/a/b, library/a/b, {default}/library/a/b:latest, false",
    "UPPER/app, UPPER/app, UPPER/app:latest, false",
  })
  void hasAFamiliarAndACanonicalName(
      String written, String familiar, String canonical, boolean official) {
    ImageReference image = ImageReference.parse(named(written));

    assertThat(image.familiar()).isEqualTo(familiar);
    assertThat(image.canonical()).isEqualTo(named(canonical));
    assertThat(image.isOfficial()).isEqualTo(official);
    assertThat(ImageReference.parse(image.familiar())).isEqualTo(image);
  }

  private static String named(String text) {
    return text.replace("{default}", ImageReference.DEFAULT_REGISTRY);
  }

  @Test
  void mayHaveATagAndADigest() {
    ImageReference image = ImageReference.parse("node:24@" + DIGEST);

    assertThat(image.tag()).isEqualTo("24");
    assertThat(image.digest()).isEqualTo(DIGEST);
    assertThat(image.isUnpinned()).isFalse();
    assertThat(image.toString()).isEqualTo("node:24@" + DIGEST);
  }

  @Test
  void isUnpinnedWithoutATagOrWithLatest() {
    assertThat(ImageReference.parse("node").isUnpinned()).isTrue();
    assertThat(ImageReference.parse("node:latest").isUnpinned()).isTrue();
    assertThat(ImageReference.parse("node:24").isUnpinned()).isFalse();
    assertThat(ImageReference.parse("node@" + DIGEST).isUnpinned()).isFalse();
    assertThat(ImageReference.parse("node@" + DIGEST).effectiveTag()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ":1",
        "node:",
        "Node",
        "a//b",
        "/a",
        "a/",
        "a:b:c",
        "a b",
        "-a",
        "a..b",
        "a___b",
        "node@sha256:12",
        "node@" + "x",
        "a/Bc",
        "$X",
        "node:t@g",
        "http://example.org/a",
        "0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"
      })
  void refusesWhatTheEngineRefuses(String text) {
    assertThatIllegalArgumentException().isThrownBy(() -> ImageReference.parse(text));
    assertThat(ImageReference.tryParse(text)).isEmpty();
  }

  @Test
  void refusesAHostileNameQuickly() {
    assertThat(ImageReference.tryParse("a" + "-a".repeat(100_000) + "!")).isEmpty();
    assertThat(ImageReference.tryParse("a" + "--".repeat(120) + "!")).isEmpty();
  }
}
