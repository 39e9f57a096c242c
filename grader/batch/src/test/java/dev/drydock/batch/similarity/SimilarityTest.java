package dev.drydock.batch.similarity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class SimilarityTest {

  private static final String STARTER = "FROM golang:1.27\nWORKDIR /src\nCOPY . .\nRUN go build\n";

  private static final String ANNA =
      """
      FROM golang:1.27-alpine AS build
      WORKDIR /src
      COPY go.mod ./
      RUN apk add --no-cache tree && go build -trimpath -o /out/me .
      FROM scratch
      COPY --from=build /out/me /me
      ENV FAVOURITE=blue
      CMD ["/me"]
      """;

  private final SortedMap<String, String> texts = new TreeMap<>();

  @Test
  void layoutCommentsAndNamesOfStagesMakeNoDifference() {
    texts.put("anna", ANNA);
    texts.put(
        "ben",
        ANNA.replace("build\nWORKDIR", "Compile\n# mine\nWORKDIR")
            .replace("--from=build", "--from=0")
            .replace(" && ", " \\\n    # really\n  &&   ")
            .replace("CMD", "cmd"));
    Alike alike = compare();
    assertThat(alike.same()).hasSize(1);
    assertThat(alike.same().get(0).students()).containsExactly("anna", "ben");
    assertThat(alike.near()).isEmpty();
  }

  @Test
  void aFewChangedLinesStillLeaveThemAlike() {
    texts.put("anna", ANNA);
    texts.put("ben", ANNA.replace("CMD", "USER 1000\nCMD"));
    others();
    Alike alike = compare();
    assertThat(alike.same()).isEmpty();
    assertThat(alike.near()).hasSize(1);
    assertThat(alike.near().get(0).first()).isEqualTo("anna");
    assertThat(alike.near().get(0).second()).isEqualTo("ben");
    assertThat(alike.near().get(0).percent()).isBetween(75, 99);
    assertThat(alike.near().get(0).rareLines()).contains("ENV FAVOURITE=blue");
  }

  @Test
  void whatTheStarterSaysDoesNotCount() {
    texts.put("anna", STARTER);
    texts.put("ben", STARTER);
    texts.put("carl", STARTER + "USER 1\n");
    assertThat(compare().same()).isEmpty();
    assertThat(compare().near()).isEmpty();
  }

  @Test
  void whatNearlyEverybodyWritesMakesNobodyAlike() {
    String usual = "FROM golang:1.27 AS b\nRUN go build -o /s\nFROM scratch\nCOPY --from=b /s /s\n";
    for (int i = 0; i < 20; i++) {
      texts.put("s" + i, usual + "ENV A%d=%d\nUSER %d\n".formatted(i, i, 1000 + i));
    }
    assertThat(compare().near()).isEmpty();
  }

  @Test
  @Tag("long") // 80,000 pairs
  @Timeout(60)
  void aLargeClassOfHostileTextsIsComparedInTime() {
    for (int i = 0; i < 400; i++) {
      texts.put(
          "s" + i,
          "FROM a AS b" + i + "\n" + "FROM b" + i + "\nRUN ".repeat(500) + "x;".repeat(9_000));
    }
    assertThat(compare().compared()).isEqualTo(400);
  }

  private void others() {
    for (int i = 0; i < 8; i++) {
      texts.put(
          "other" + i,
          "FROM golang:1.27 AS b\nRUN go build -o /bin/%d\nFROM scratch\nCOPY --from=b /bin/%d /x\nCMD [\"/x\", \"%d\"]\n"
              .formatted(i, i, i));
    }
  }

  private Alike compare() {
    return Similarity.of(texts, List.of(STARTER));
  }
}
