package dev.drydock.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class EnginePathsTest {

  @Test
  void pathsAreShownAsTheyAreInTheImage() {
    assertThat(
            EnginePaths.hidden(
                "failed to walk /var/lib/docker/tmp/buildkit-mount29/out: lstat"
                    + " /x/overlay2/zkkqvhcg99dg495dsghoj5awf/diff/out/a: file name too long"))
        .isEqualTo("failed to walk /out: lstat /out/a: file name too long");
  }

  @Test
  void aPathOfManyFoldersIsCut() {
    String deep = "/out" + "/dddddddd".repeat(3000);
    assertThat(EnginePaths.hidden("lstat " + deep + ": file name too long"))
        .hasSizeLessThan(200)
        .startsWith("lstat /out/dddddddd/")
        .endsWith("…: file name too long");
  }

  @Test
  void otherPathsStay() {
    String words = "\"/src/overlay2/notes\": not found, see /home/me/snapshots";
    assertThat(EnginePaths.hidden(words)).isEqualTo(words);
  }
}
