package dev.drydock.image.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class NpmManifestParserTest {

  private static NpmManifest parse(String json) {
    return new NpmManifestParser().parse(json.getBytes(StandardCharsets.UTF_8));
  }

  @Test
  void nameAndVersionAreReadWhereverTheyStand() {
    assertThat(parse("{\"files\":[{\"name\":\"x\"}],\"version\":\"1.2.3\",\"name\":\"@a/b\"}"))
        .isEqualTo(new NpmManifest("@a/b", "1.2.3"));
  }

  @Test
  void otherTypesAreNoNames() {
    assertThat(parse("{\"name\":{\"name\":\"x\"},\"version\":7}"))
        .isEqualTo(new NpmManifest("", ""));
  }

  @Test
  void whatIsNotJsonHasNeither() {
    assertThat(parse("{\"name\":\"x\"")).isEqualTo(NpmManifest.UNREADABLE);
    assertThat(parse("")).isEqualTo(NpmManifest.UNREADABLE);
    assertThat(parse("[1]")).isEqualTo(NpmManifest.UNREADABLE);
    assertThat(parse("[".repeat(100_000))).isEqualTo(NpmManifest.UNREADABLE);
    assertThat(parse("{\"a\":" + "[".repeat(100_000))).isEqualTo(NpmManifest.UNREADABLE);
  }
}
