package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.stage.ImageReference;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FrontendTest {

  @Test
  void isTheImageOfTheSyntaxLine() {
    Frontend frontend = Frontend.find("# syntax = docker/dockerfile:1.7-labs --x\nFROM a\n");

    assertThat(frontend).isEqualTo(new Frontend("docker/dockerfile:1.7-labs", 1));
    assertThat(frontend.isStandard()).isTrue();
    assertThat(frontend.isLabs()).isTrue();
    assertThat(frontend.version()).contains(new FrontendVersion(1, 7));
  }

  @Test
  void ofAMajorVersionAsksForNoMinorOne() {
    Frontend frontend =
        Frontend.find(
            "#syntax=" + ImageReference.DEFAULT_REGISTRY + "/docker/dockerfile:1\nFROM a\n");

    assertThat(frontend.isStandard()).isTrue();
    assertThat(frontend.isLabs()).isFalse();
    assertThat(frontend.version()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "FROM a\n# syntax=evil/x\n",
        "\n# syntax=evil/x\nFROM a\n",
        "# a comment\n# syntax=evil/x\nFROM a\n",
        "FROM a",
        ""
      })
  void isNoneWhereTheBuilderFindsNone(String text) {
    assertThat(Frontend.find(text)).isNull();
    assertThat(Frontend.withoutRequest(text)).isEqualTo(text);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# syntax=evil/x\nFROM a\n",
        "\uFEFF# syntax=evil/x\nFROM a\n",
        "#\tSYNTAX=evil/x\r\nFROM a\r\n",
        "#!/bin/x\n# syntax=evil/x\nFROM a\n",
        "//syntax=evil/x\nFROM a\n",
        "# escape=`\n# syntax=evil/x\nFROM a\n",
        "# any=thing\n# syntax=evil/x\nFROM a\n",
        "# syntax=docker/dockerfile:1\n# syntax=evil/x\nFROM a\n",
        "{\"syntax\": \"evil/x\"}",
        "# syntax=docker/dockerfile-upstream:master\nFROM a\n",
        "# syntax=docker/dockerfile:1@sha256:0\nFROM a\n",
        "# syntax=DOCKER/dockerfile\nFROM a\n"
      })
  void isForeignInWhateverFormItIsAskedFor(String text) {
    assertThat(Frontend.find(text)).isNotNull();
    assertThat(Frontend.find(text).isStandard()).isFalse();
  }

  @Nested
  class TheTextForTheBuilder {

    @Test
    void hasAPlainCommentInstead() {
      assertThat(Frontend.withoutRequest("# syntax=docker/dockerfile:1\nFROM a\n"))
          .isEqualTo("# (syntax) docker/dockerfile:1\nFROM a\n");
    }

    @Test
    void keepsTheOtherDirectivesInForce() {
      String text =
          "\uFEFF# syntax=docker/dockerfile:1\r\n# escape=`\r\nFROM a\r\nRUN x `\r\n y\r\n";
      String neutral = Frontend.withoutRequest(text);

      assertThat(neutral)
          .isEqualTo(
              "\uFEFF# escape=`\r\n# (syntax) docker/dockerfile:1\r\nFROM a\r\nRUN x `\r\n y\r\n");
      assertThat(Dockerfile.parse(neutral).instructions())
          .isEqualTo(Dockerfile.parse(text).instructions());
      assertThat(Frontend.find(neutral)).isNull();
    }

    @Test
    void keepsEveryLineInItsPlace() {
      String text = "#!/x\n# syntax=docker/dockerfile:1\n# check=skip=all\n# escape=`\n\nFROM a";
      String neutral = Frontend.withoutRequest(text);

      assertThat(neutral.lines()).hasSameSizeAs(text.lines().toList());
      assertThat(neutral).endsWith("\n\nFROM a").startsWith("#!/x\n");
    }
  }
}
