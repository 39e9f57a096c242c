package dev.drydock.attribution;

import static dev.drydock.image.TestLayer.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drydock.attribution.Saving.Kind;
import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.image.TestImage;
import dev.drydock.image.TestLayer;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SavingsTest {

  private static List<Saving> savings(String dockerfile, TestImage image) {
    return savings(dockerfile, image, Set.of());
  }

  private static List<Saving> savings(String dockerfile, TestImage image, Set<String> dev) {
    var evidence = image.read();
    return Savings.of(evidence, LayerAttribution.of(Dockerfile.parse(dockerfile), evidence), dev);
  }

  private static List<Integer> lines(Saving saving) {
    return saving.origins().stream().map(LayerOrigin::line).toList();
  }

  @Test
  void whatAProgramTouchesByTheWayIsToBeWrittenOnce() {
    byte[] content = TestLayer.content(38_200, 1);
    TestImage image =
        new TestImage()
            .layer("COPY . /app # buildkit", layer().file("app/a", content))
            .layer(
                "RUN /bin/sh -c npm prune # buildkit", layer().file("app/a", content, 0600, 0, 0));
    assertThat(savings("FROM x\nCOPY . /app\nRUN npm prune\n", image))
        .extracting(Saving::kind)
        .containsExactly(Kind.WRITE_ONCE);
  }

  @Test
  void aChownSavesTheSecondCopyByTheLineThatCopied() {
    byte[] content = TestLayer.content(38_200, 1);
    TestImage image =
        new TestImage()
            .layer("COPY . /app # buildkit", layer().file("app/a", content).file("app/b", 9))
            .layer(
                "RUN /bin/sh -c chown -R app /app # buildkit",
                layer().file("app/a", content, 0644, 5, 5));
    Saving saving = savings("FROM x\n\nCOPY . /app\nRUN chown -R app /app\n", image).get(0);
    assertThat(saving.kind()).isEqualTo(Kind.SET_OWNER_ON_COPY);
    assertThat(saving.bytes()).isEqualTo(38_200);
    assertThat(saving.path()).isEqualTo("/app/a");
    assertThat(lines(saving)).containsExactly(4, 3);
  }

  @Test
  void theRemedyDependsOnWhoBroughtTheBytes() {
    TestImage image =
        new TestImage()
            .layer("COPY . /src # buildkit", layer().file("src/a", 500))
            .layer("RUN /bin/sh -c fetch # buildkit", layer().file("tmp/b", 300).file("etc/c", 7))
            .layer(
                "RUN /bin/sh -c rm # buildkit",
                layer().whiteout("src").whiteout("tmp/b").file("etc/c", 8));
    String dockerfile = "FROM x\nCOPY . /src\nRUN fetch\nRUN rm\n";
    assertThat(savings(dockerfile, image))
        .extracting(Saving::kind, Saving::bytes, Saving::path, SavingsTest::lines)
        .containsExactly(
            tuple(Kind.DO_NOT_COPY, 500L, "/src/", List.of(4, 2)),
            tuple(Kind.REMOVE_IN_SAME_RUN, 300L, "/tmp/b", List.of(4, 3)),
            tuple(Kind.WRITE_ONCE, 7L, "/etc/c", List.of(4, 3)));
  }

  @Test
  void cachesToolsLeaksDuplicatesAndPackagesAreSavings() {
    byte[] big = TestLayer.content(1_500_000, 1);
    String typescript = "{\"name\":\"typescript\",\"version\":\"5.0.0\"}";
    TestImage image =
        new TestImage()
            .layer("base", layer().file("usr/bin/apt", new byte[90], 0755, 0, 0))
            .endOfBase()
            .layer(
                "RUN /bin/sh -c apt-get install gcc # buildkit",
                layer()
                    .file("usr/bin/gcc", new byte[1000], 0755, 0, 0)
                    .file("var/lib/apt/lists/x", 2000))
            .layer(
                "COPY . . # buildkit", layer().file("app/.git/config", 3000).file("app/data", big))
            .layer(
                "RUN /bin/sh -c npm ci # buildkit",
                layer()
                    .file("app/node_modules/typescript/package.json", typescript)
                    .file("app/node_modules/typescript/lib/tsc.js", 4000)
                    .file("app/copy", big));
    String dockerfile = "FROM x\nRUN apt-get install gcc\nCOPY . .\nRUN npm ci\n";
    assertThat(savings(dockerfile, image, Set.of("typescript", "jest")))
        .extracting(Saving::kind, Saving::bytes, Saving::path, SavingsTest::lines, Saving::names)
        .containsExactly(
            tuple(
                Kind.KEEP_ONE_COPY,
                1_500_000L,
                "/app/",
                List.of(4, 3),
                List.of("/app/copy", "/app/data")),
            tuple(
                Kind.DEV_PACKAGES,
                4000L + typescript.length(),
                "/app/node_modules/typescript/",
                List.of(4),
                List.of("typescript")),
            tuple(Kind.IGNORE_IN_CONTEXT, 3000L, "/app/.git/", List.of(3), List.of("git")),
            tuple(Kind.CLEAN_CACHE, 2000L, "/var/lib/apt/lists/", List.of(2), List.of("apt-lists")),
            tuple(Kind.LEAVE_OUT_TOOL, 1000L, "/usr/bin/gcc", List.of(2), List.of("gcc")));
  }

  @Test
  void whatAProgramFetchedIsNotToBeIgnoredInTheContext() {
    TestImage image =
        new TestImage()
            .layer("RUN /bin/sh -c git clone x # buildkit", layer().file("x/.git/config", 3000));
    assertThat(savings("FROM x\nRUN git clone x\n", image)).isEmpty();
  }

  @Test
  void anEmptyFileThatIsRemovedSavesNothing() {
    TestImage image =
        new TestImage()
            .layer("RUN /bin/sh -c touch /lock # buildkit", layer().file("lock", 0))
            .layer("RUN /bin/sh -c rm /lock # buildkit", layer().whiteout("lock"));
    assertThat(savings("FROM x\nRUN touch /lock\nRUN rm /lock\n", image)).isEmpty();
  }

  @Test
  void manyPathsOfOnePairAreOneSaving() {
    TestLayer added = layer();
    TestLayer removed = layer();
    for (int i = 0; i < 100; i++) {
      added.file("opt/x/drop" + i, 10).file("opt/x/keep" + i, 10);
      removed.whiteout("opt/x/drop" + i);
    }
    TestImage image =
        new TestImage()
            .layer("RUN /bin/sh -c a # buildkit", added)
            .layer("RUN /bin/sh -c b # buildkit", removed);
    List<Saving> savings = savings("FROM x\nRUN a\nRUN b\n", image);
    assertThat(savings).hasSize(1);
    assertThat(savings.get(0).bytes()).isEqualTo(1000);
    assertThat(savings.get(0).files()).isEqualTo(100);
    assertThat(savings.get(0).path()).isEqualTo("/opt/x/");
  }

  @Test
  void aCleanImageSavesNothing() {
    TestImage image = new TestImage().layer("COPY a /a # buildkit", layer().file("a", 5));
    assertThat(savings("FROM scratch\nCOPY a /a\n", image)).isEmpty();
  }
}
