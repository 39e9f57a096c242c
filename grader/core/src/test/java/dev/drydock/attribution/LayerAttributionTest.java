package dev.drydock.attribution;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.image.TestImage;
import dev.drydock.image.TestLayer;
import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The histories are those that both builders of an engine 28 wrote for these Dockerfiles. */
class LayerAttributionTest {

  private static final String DOCKERFILE =
      """
      ARG BASE=busybox
      FROM ${BASE} AS build
      RUN echo built > /out
      FROM busybox AS mid
      ENV A=1 B=two
      WORKDIR /app
      ARG TOKEN=abc
      COPY a.txt b.txt ./
      RUN echo $TOKEN > t && \\
          # comment
          echo more
      FROM mid
      LABEL x=y
      COPY --from=build /out /app/out
      ADD t.tar /t/
      RUN ["/bin/busybox", "echo", "exec form"]
      RUN true
      RUN --mount=type=cache,target=/c echo cached > /c/x
      COPY --chown=1000:1000 a.txt /z
      VOLUME /data
      EXPOSE 80 81
      SHELL ["/bin/sh", "-ec"]
      RUN echo shell > /s
      STOPSIGNAL SIGINT
      HEALTHCHECK CMD true
      ONBUILD RUN echo x
      USER 1000
      WORKDIR /app/sub
      WORKDIR deeper
      ENTRYPOINT ["/bin/sh"]
      CMD -c "x"
      """;

  /** E: metadata only, L: makes a layer. */
  private static final List<String> BUILDKIT =
      List.of(
          "L COPY /fs/ / # buildkit",
          "E ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "E CMD [\"sh\"]",
          "E ENV A=1 B=two",
          "L WORKDIR /app",
          "E ARG TOKEN=abc",
          "L COPY a.txt b.txt ./ # buildkit",
          "L RUN |1 TOKEN=abc /bin/sh -c echo $TOKEN > t &&     echo more # buildkit",
          "E LABEL x=y",
          "L COPY /out /app/out # buildkit",
          "L ADD t.tar /t/ # buildkit",
          "L RUN |1 TOKEN=abc /bin/busybox echo exec form # buildkit",
          "L RUN |1 TOKEN=abc /bin/sh -c true # buildkit",
          "L RUN |1 TOKEN=abc /bin/sh -c echo cached > /c/x # buildkit",
          "L COPY --chown=1000:1000 a.txt /z # buildkit",
          "E VOLUME [/data]",
          "E EXPOSE [80/tcp 81/tcp]",
          "E SHELL [/bin/sh -ec]",
          "L RUN |1 TOKEN=abc /bin/sh -ec echo shell > /s # buildkit",
          "E STOPSIGNAL SIGINT",
          "E HEALTHCHECK &{[\"CMD-SHELL\" \"true\"] \"0s\" \"0s\" \"0s\" \"0s\" '\\x00'}",
          "E USER 1000",
          "L WORKDIR /app/sub",
          "L WORKDIR /app/sub/deeper",
          "E ENTRYPOINT [\"/bin/sh\"]",
          "E CMD [\"/bin/sh\" \"-ec\" \"-c \\\"x\\\"\"]");

  private static final List<String> CLASSIC =
      List.of(
          "L COPY /fs/ / # buildkit",
          "E ENV PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
          "E CMD [\"sh\"]",
          "E /bin/sh -c #(nop)  ENV A=1 B=two",
          "L /bin/sh -c #(nop) WORKDIR /app",
          "E /bin/sh -c #(nop)  ARG TOKEN=abc",
          "L /bin/sh -c #(nop) COPY multi:e7a5cb8bd388dd7077dbb8ca226085d896c1c8a6e252 in ./ ",
          "L |1 TOKEN=abc /bin/sh -c echo $TOKEN > t &&     echo more",
          "E /bin/sh -c #(nop)  LABEL x=y",
          "L /bin/sh -c #(nop) COPY file:6b9abd32f64348ba6177b6f4ec903d78cef4dc in /app/out ",
          "L /bin/sh -c #(nop) ADD file:f754f6c86d4e063fde9b103219e2abc30401b5f in /t/ ",
          "E /bin/busybox echo exec form",
          "E /bin/sh -c true",
          "L /bin/sh -c #(nop) COPY --chown=1000:1000 file:2cc6f75217b6d0ad0246 in /z ",
          "E /bin/sh -c #(nop)  VOLUME [/data]",
          "E /bin/sh -c #(nop)  EXPOSE 80 81",
          "E /bin/sh -ec #(nop)  SHELL [/bin/sh -ec]",
          "L /bin/sh -ec echo shell > /s",
          "E /bin/sh -ec #(nop)  STOPSIGNAL SIGINT",
          "E /bin/sh -ec #(nop)  HEALTHCHECK &{[CMD-SHELL true] 0s 0s 0s 0s 0}",
          "E /bin/sh -ec #(nop)  ONBUILD RUN echo x",
          "E /bin/sh -ec #(nop)  USER 1000",
          "L /bin/sh -ec #(nop) WORKDIR /app/sub",
          "L /bin/sh -ec #(nop) WORKDIR /app/sub/deeper",
          "E /bin/sh -ec #(nop)  ENTRYPOINT [\"/bin/sh\"]",
          "E /bin/sh -ec #(nop)  CMD [\"/bin/sh\" \"-ec\" \"-c \\\"x\\\"\"]");

  private static ImageAnatomy image(List<String> history, boolean baseKnown) {
    TestImage image = new TestImage();
    for (int i = 0; i < history.size(); i++) {
      String line = history.get(i);
      if (line.startsWith("E ")) {
        image.metadata(line.substring(2));
      } else {
        image.layer(line.substring(2), TestLayer.layer().file("f" + i, 10));
      }
      if (i == 0 && baseKnown) {
        image.endOfBase();
      }
    }
    return image.read();
  }

  private static LayerAttribution attribution(String dockerfile, String... history) {
    return LayerAttribution.of(Dockerfile.parse(dockerfile), image(List.of(history), false));
  }

  @Test
  void everyLayerOfBuildKitFindsItsLine() {
    LayerAttribution attribution =
        LayerAttribution.of(Dockerfile.parse(DOCKERFILE), image(BUILDKIT, true));
    assertThat(attribution.layers())
        .extracting(LayerOrigin::line)
        .containsExactly(null, 6, 8, 9, 14, 15, 16, 17, 18, 19, 23, 28, 29);
    assertThat(attribution.layer(0).base()).isTrue();
    assertThat(attribution.layer(0).instruction()).isEqualTo("COPY /fs/ /");
    assertThat(attribution.layer(3).endLine()).isEqualTo(11);
    assertThat(attribution.layer(3).instruction()).isEqualTo("RUN echo $TOKEN > t && echo more");
    assertThat(attribution.layer(3).stage()).isEqualTo("mid");
    assertThat(attribution.layer(4).copiedFrom()).isEqualTo("build");
    assertThat(attribution.layer(4).fromContext()).isFalse();
    assertThat(attribution.layer(2).fromContext()).isTrue();
    assertThat(attribution.layer(3).fromContext()).isFalse();
    assertThat(attribution.layer(5).fromContext()).isTrue();
    assertThat(attribution.layer(9).instruction()).isEqualTo("COPY --chown=1000:1000 a.txt /z");
  }

  @Test
  void everyLayerOfTheClassicBuilderFindsItsLine() {
    String text = DOCKERFILE.replace("RUN --mount=type=cache,target=/c echo cached > /c/x", "#");
    LayerAttribution attribution =
        LayerAttribution.of(Dockerfile.parse(text), image(CLASSIC, true));
    assertThat(attribution.layers())
        .extracting(LayerOrigin::line)
        .containsExactly(null, 6, 8, 9, 14, 15, 19, 23, 28, 29);
  }

  @Test
  void aBaseThatIsNotKnownDoesNotShiftTheLines() {
    LayerAttribution attribution =
        LayerAttribution.of(Dockerfile.parse(DOCKERFILE), image(BUILDKIT, false));
    assertThat(attribution.layers())
        .extracting(LayerOrigin::line)
        .containsExactly(null, 6, 8, 9, 14, 15, 16, 17, 18, 19, 23, 28, 29);
  }

  @Test
  void theBasesStepsAreNotTakenForTheDockerfiles() {
    List<String> history =
        List.of(
            "L COPY . /app # buildkit", "L /bin/sh -c #(nop) COPY dir:6b9abd32f64348ba in /app ");
    LayerAttribution attribution =
        LayerAttribution.of(Dockerfile.parse("FROM x\nCOPY . /app\n"), image(history, true));
    assertThat(attribution.layers()).extracting(LayerOrigin::line).containsExactly(null, 2);
  }

  @Test
  void stepsOfTheBasesOnbuildHaveNoLine() {
    LayerAttribution attribution =
        attribution(
            "FROM node-onbuild\nCOPY a /a\nRUN make\n",
            "L COPY . /usr/src/app # buildkit",
            "L RUN /bin/sh -c npm install # buildkit",
            "L COPY a /a # buildkit",
            "L RUN /bin/sh -c make # buildkit");
    assertThat(attribution.layers())
        .extracting(LayerOrigin::line)
        .containsExactly(null, null, 2, 3);
    assertThat(attribution.layer(1).instruction()).isEqualTo("RUN npm install");
  }

  @Test
  void twoEqualInstructionsKeepTheirOrder() {
    LayerAttribution attribution =
        attribution(
            "FROM x\nRUN a\nRUN b\nRUN a\n",
            "L RUN /bin/sh -c a # buildkit",
            "L RUN /bin/sh -c b # buildkit",
            "L RUN /bin/sh -c a # buildkit");
    assertThat(attribution.layers()).extracting(LayerOrigin::line).containsExactly(2, 3, 4);
  }

  @Test
  void heredocsAreFound() {
    LayerAttribution attribution =
        attribution(
            "FROM busybox\nRUN <<EOF\necho a > /a\necho b\nEOF\nCOPY <<one.txt <<two.txt /h/\n1\n"
                + "one.txt\n2\ntwo.txt\nRUN cat <<X > /f\ncontent\nX\nCOPY --link a.txt /linked\n",
            "L RUN /bin/sh -c echo a > /a\necho b\n # buildkit",
            "L COPY <<one.txt <<two.txt /h/ # buildkit",
            "L RUN /bin/sh -c cat <<X > /f\ncontent\nX # buildkit",
            "L COPY a.txt /linked # buildkit");
    assertThat(attribution.layers()).extracting(LayerOrigin::line).containsExactly(2, 6, 11, 14);
  }

  @Test
  void variablesAndJsonFormsAreFound() {
    LayerAttribution attribution =
        attribution(
            "FROM x\nENV D=/app\nRUN one\nCOPY [\"a b\", \"$D/\"]\nRUN two\nWORKDIR $D\nRUN three\n",
            "L RUN /bin/sh -c one # buildkit",
            "L COPY a b /app/ # buildkit",
            "L RUN /bin/sh -c two # buildkit",
            "L WORKDIR /app",
            "L RUN /bin/sh -c three # buildkit");
    assertThat(attribution.layers()).extracting(LayerOrigin::line).containsExactly(3, 4, 5, 6, 7);
  }

  @Test
  void aStageCopiedFromByNumberIsNamed() {
    LayerAttribution attribution =
        attribution(
            "FROM x AS build\nFROM y\nCOPY --from=0 /a /a\nCOPY --from=nginx:1 /b /b\n",
            "L COPY /a /a # buildkit",
            "L COPY /b /b # buildkit");
    assertThat(attribution.layers())
        .extracting(LayerOrigin::copiedFrom)
        .containsExactly("build", "nginx:1");
  }

  @Test
  void withoutADockerfileTheHistoryIsShown() {
    LayerAttribution attribution = LayerAttribution.of(image(BUILDKIT, true));
    assertThat(attribution.layer(3).instruction()).isEqualTo("RUN echo $TOKEN > t && echo more");
    assertThat(attribution.layer(3).line()).isNull();
    assertThat(attribution.layer(3).fromContext()).isFalse();
    assertThat(attribution.layer(2).fromContext()).isTrue();
    assertThat(attribution.layer(5).fromContext()).isTrue();
  }

  @Test
  void aLayerWithoutHistoryHasNoInstruction() {
    ImageAnatomy image = new TestImage().layerWithoutHistory(TestLayer.layer().file("a", 1)).read();
    LayerOrigin origin = LayerAttribution.of(Dockerfile.parse("FROM x\n"), image).layer(0);
    assertThat(origin.instruction()).isEmpty();
    assertThat(origin.line()).isNull();
  }

  @Test
  void nodeModulesFromAnotherStageAreNoLeak() {
    ImageAnatomy image =
        new TestImage()
            .layer("COPY /app /app # buildkit", TestLayer.layer().file("app/node_modules/a/x", 5))
            .layer("COPY . /src # buildkit", TestLayer.layer().file("src/node_modules/a/x", 5))
            .read();
    String dockerfile = "FROM x AS build\nFROM y\nCOPY --from=build /app /app\nCOPY . /src\n";
    assertThat(LayerAttribution.of(Dockerfile.parse(dockerfile), image).leaks(image))
        .containsExactly(new LeakedFile("node_modules", "/src/node_modules/", 5, 1, true));
  }

  @Test
  void aVeryLongHistoryIsJoinedInTime() {
    TestImage image = new TestImage();
    StringBuilder text = new StringBuilder("FROM x\n");
    for (int i = 0; i < 20_000; i++) {
      image.metadata("ENV A" + i + "=" + (i % 2 == 0 ? "same" : "other" + i));
      text.append("ENV A").append(i).append("=same\n");
    }
    image.layer("RUN /bin/sh -c last # buildkit", TestLayer.layer().file("a", 1));
    text.append("RUN last\n");
    LayerAttribution attribution =
        LayerAttribution.of(Dockerfile.parse(text.toString()), image.read());
    assertThat(attribution.layer(0).line()).isEqualTo(20_002);
  }
}
