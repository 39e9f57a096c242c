package dev.drydock.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.engine.DockerCli;
import dev.drydock.engine.RequiresEngine;
import dev.drydock.image.ImageArchiveReader;
import dev.drydock.image.TestLayer;
import dev.drydock.image.anatomy.CanaryHit;
import dev.drydock.image.anatomy.ExecutableFacts;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.image.anatomy.WastedPath.Kind;
import dev.drydock.image.request.ImageReadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Images that a real engine built and saved, whichever store it keeps them in. */
@RequiresEngine
class ImageAnatomyEngineTest {

  private static final int BYTES = 1_800_000;
  private static final String CANARY = "canary-6b1f0c9a7d";

  @TempDir private Path folder;
  private DockerCli docker;
  private final List<String> images = new ArrayList<>();

  @BeforeEach
  void writeContext() throws Exception {
    docker = new DockerCli(folder);
    docker.assumeBuildKit();
    for (String name : List.of("folder/a", "folder/deep/b", "file", "owned/a", "copied", "keep")) {
      Path file = folder.resolve("context").resolve(name);
      Files.createDirectories(file.getParent());
      Files.write(file, TestLayer.content(BYTES, name.hashCode()));
    }
    Files.writeString(folder.resolve("context/.env"), "TOKEN=" + CANARY + "\n");
  }

  @AfterEach
  void removeImages() throws Exception {
    for (String image : images) {
      docker.run("rmi", "--force", image);
    }
  }

  @Test
  void theFourWasteCasesAreExactAndFindTheirLines() throws Exception {
    String dockerfile =
        """
        FROM busybox
        COPY folder /src/folder
        COPY file /src/file
        COPY owned /app/
        COPY copied /src/copied
        RUN rm -rf /src/folder
        RUN rm /src/file
        RUN chown -R 1000:1000 /app
        RUN cp /src/copied /second
        """;
    ImageAnatomy image = build(dockerfile);
    assertThat(image.waste())
        .extracting(WastedPath::path, WastedPath::bytes, WastedPath::files, WastedPath::kind)
        .containsExactlyInAnyOrder(
            tuple("/src/folder/", 2L * BYTES, 2, Kind.REMOVED),
            tuple("/src/file", (long) BYTES, 1, Kind.REMOVED),
            tuple("/app/a", (long) BYTES, 1, Kind.METADATA));
    assertThat(image.wastedBytes()).isEqualTo(4L * BYTES);
    assertThat(image.duplicates())
        .singleElement()
        .satisfies(duplicate -> assertThat(duplicate.savedBytes()).isEqualTo(BYTES));
    assertThat(image.ownBytes()).isEqualTo(7L * BYTES);

    LayerAttribution attribution = LayerAttribution.of(Dockerfile.parse(dockerfile), image);
    assertThat(attribution.layers())
        .filteredOn(origin -> !origin.base())
        .extracting(LayerOrigin::line)
        .containsExactly(2, 3, 4, 5, 6, 7, 8, 9);
    assertThat(Savings.of(image, attribution, Set.of()))
        .filteredOn(saving -> saving.kind() == Saving.Kind.SET_OWNER_ON_COPY)
        .singleElement()
        .satisfies(
            saving ->
                assertThat(saving.origins()).extracting(LayerOrigin::line).containsExactly(8, 4));
  }

  @Test
  void anOpaqueFolderAndHardLinksAreThoseOfTheEngine() throws Exception {
    ImageAnatomy image =
        build(
            """
            FROM busybox
            COPY folder /d
            RUN rm -rf /d && mkdir /d && echo new > /d/new
            RUN ln /bin/busybox /bin/busybox2 && cp /d/new /l1 && ln /l1 /l2
            RUN rm /l1
            """);
    assertThat(image.waste())
        .extracting(WastedPath::path, WastedPath::bytes)
        .containsExactly(tuple("/d/", 2L * BYTES));
    assertThat(image.files().largest())
        .extracting("path")
        .contains("/l2", "/d/new")
        .doesNotContain("/l1");
  }

  @Test
  void stagesCanariesAndTheEntryPointAreFound() throws Exception {
    String dockerfile =
        """
        FROM busybox AS build
        COPY . /src
        FROM busybox
        ARG TOKEN
        COPY --from=build /src/keep /app/keep
        COPY .env /app/
        RUN rm /app/.env
        USER 4711
        WORKDIR /app
        CMD sleep 1
        """;
    ImageAnatomy image = build(dockerfile, "--build-arg", "TOKEN=" + CANARY);
    assertThat(image.canaries())
        .contains(new CanaryHit("env-file", "file", "/app/.env", image.layers().size() - 3, false))
        .anySatisfy(
            hit -> {
              assertThat(hit.place()).isEqualTo("history");
              assertThat(hit.where()).contains("TOKEN=***").doesNotContain(CANARY);
            });
    assertThat(image.entrypoint().requested()).isEqualTo("/bin/sh");
    assertThat(image.entrypoint().kind())
        .isIn(ExecutableFacts.Kind.ELF_DYNAMIC, ExecutableFacts.Kind.ELF_STATIC);
    assertThat(image.entrypoint().missingLibraries()).isEmpty();
    LayerAttribution attribution = LayerAttribution.of(Dockerfile.parse(dockerfile), image);
    List<LayerOrigin> own = attribution.layers().stream().filter(o -> !o.base()).toList();
    assertThat(own).extracting(LayerOrigin::line).containsExactly(5, 6, 7, 9);
    assertThat(own.get(0).copiedFrom()).isEqualTo("build");
  }

  @Test
  void anImageFromScratchHasNoBase() throws Exception {
    ImageAnatomy image = build("FROM scratch\nCOPY keep /keep\nCMD [\"/keep\"]\n");
    assertThat(image.sizeBytes()).isEqualTo(BYTES);
    assertThat(image.layers()).extracting(ImageLayer::base).containsExactly(false);
    assertThat(image.entrypoint().kind()).isEqualTo(ExecutableFacts.Kind.OTHER);
  }

  private ImageAnatomy build(String dockerfile, String... options) throws Exception {
    Files.writeString(folder.resolve("Dockerfile"), dockerfile);
    Path id = folder.resolve("id.txt");
    List<String> command =
        new ArrayList<>(
            List.of("buildx", "build", "--provenance=false", "--load", "--file", "Dockerfile"));
    command.addAll(List.of("--label", "dev.drydock=test", "--iidfile", id.toString()));
    command.addAll(Arrays.asList(options));
    command.add("context");
    int exit = docker.run(command.toArray(String[]::new));
    assertThat(exit).as(docker.output()).isZero();
    String image = Files.readString(id).strip();
    images.add(image);
    return read(image, dockerfile.startsWith("FROM scratch") ? List.of() : baseDiffIds());
  }

  private List<String> baseDiffIds() throws Exception {
    docker.run("inspect", "--format", "{{join .RootFS.Layers \" \"}}", "busybox");
    return List.of(docker.output().strip().split(" "));
  }

  private static ImageAnatomy read(String image, List<String> base) throws IOException {
    Process save = new ProcessBuilder("docker", "save", image).start();
    try (InputStream archive = save.getInputStream()) {
      ImageReadRequest request = ImageReadRequest.of(image, 0, base, Map.of("env-file", CANARY));
      return new ImageArchiveReader(archive, request).read();
    }
  }
}
