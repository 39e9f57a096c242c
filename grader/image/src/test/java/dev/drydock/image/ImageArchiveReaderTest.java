package dev.drydock.image;

import static dev.drydock.image.TestLayer.layer;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.image.TestImage.Layout;
import dev.drydock.image.anatomy.HistoryEntry;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.ImageLayer;
import dev.drydock.image.anatomy.PathSize;
import dev.drydock.image.request.ImageArchiveException;
import dev.drydock.image.request.ImageArchiveException.Reason;
import dev.drydock.image.request.ImageLimits;
import dev.drydock.image.request.ImageReadRequest;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

class ImageArchiveReaderTest {

  private static TestImage sample() {
    return new TestImage()
        .layer("ADD rootfs.tar / # buildkit", layer().folder("etc").file("etc/motd", 4000))
        .endOfBase()
        .metadata("ENV A=b")
        .layer("COPY . /app # buildkit", layer().folder("app").file("app/main", 3000))
        .layer("RUN /bin/sh -c step # buildkit", layer().whiteout("app/main").file("app/b", 20))
        .metadata("CMD [\"/app/b\"]")
        .config("Cmd", List.of("/app/b"))
        .config("Env", List.of("A=b"));
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void everyLayoutGivesTheSameAnatomy(Layout layout) {
    ImageAnatomy image = sample().read(layout);
    assertThat(image.sizeBytes()).isEqualTo(7020);
    assertThat(image.ownBytes()).isEqualTo(3020);
    assertThat(image.wastedBytes()).isEqualTo(3000);
    assertThat(image.layers()).extracting(ImageLayer::historyIndex).containsExactly(0, 2, 3);
    assertThat(image.layers()).extracting(ImageLayer::base).containsExactly(true, false, false);
    assertThat(image.history()).hasSize(5).contains(new HistoryEntry("ENV A=b", true));
    assertThat(image.config().cmd()).containsExactly("/app/b");
    assertThat(image.architecture()).isEqualTo("amd64");
    assertThat(image.layers().get(0).heaviest()).containsExactly(new PathSize("/etc/motd", 4000));
  }

  @Test
  void aFileIsReadWithoutKnowingItsBase(@TempDir Path folder) throws IOException {
    Path archive = Files.write(folder.resolve("image.tar"), sample().archive(Layout.DOCKER));
    ImageAnatomy image = ImageArchiveReader.read(archive);
    assertThat(image.layers()).extracting(ImageLayer::base).containsOnly(false);
    assertThat(image.layers())
        .extracting(image::createdBy)
        .containsExactly(
            "ADD rootfs.tar / # buildkit",
            "COPY . /app # buildkit",
            "RUN /bin/sh -c step # buildkit");
  }

  @Test
  void aLayerWithoutHistoryWasCreatedByNobodyKnown() {
    ImageAnatomy image =
        new TestImage()
            .layerWithoutHistory(layer().file("a", 1))
            .layer("COPY b", layer().file("b", 1))
            .read();
    assertThat(image.layers()).extracting(image::createdBy).containsExactly("", "COPY b");
  }

  @Test
  void everyLayoutButTheCompressedGivesEqualEvidence() {
    ImageAnatomy docker = sample().read(Layout.DOCKER);
    assertThat(sample().read(Layout.LEGACY)).isEqualTo(docker);
    assertThat(sample().read(Layout.OCI)).isEqualTo(docker);
  }

  @Test
  void theEvidenceSurvivesAJsonRoundTrip() {
    JsonMapper json = JsonMapper.builder().build();
    ImageAnatomy image = sample().read();
    assertThat(json.readValue(json.writeValueAsString(image), ImageAnatomy.class)).isEqualTo(image);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void theSameLayerTwiceIsTwoLayers(Layout layout) {
    byte[] tar = layer().file("a", 100).toBytes();
    ImageAnatomy image =
        new TestImage().layer("one", tar).layer("other", tar).layer("third", tar).read(layout);
    assertThat(image.sizeBytes()).isEqualTo(300);
    assertThat(image.layers()).extracting(ImageLayer::index).containsExactly(0, 1, 2);
    assertThat(image.wastedBytes()).isEqualTo(200);
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void anEmptyLayerIsALayerWithoutEntries(Layout layout) {
    ImageAnatomy image = new TestImage().layer(layer()).layer(layer().file("a", 1)).read(layout);
    assertThat(image.layers()).extracting(ImageLayer::entries).containsExactly(0, 1);
  }

  @Test
  void thousandsOfLayersAreRead() {
    TestImage image = new TestImage();
    for (int i = 0; i < 5_000; i++) {
      image.layer(layer().file("d" + i % 100 + "/f" + i % 10, 10));
    }
    ImageAnatomy evidence = image.read(Layout.LEGACY);
    assertThat(evidence.layers()).hasSize(5_000);
    assertThat(evidence.sizeBytes()).isEqualTo(50_000);
    // a path is d<n>/f<n mod 10>: a hundred files survive
    assertThat(evidence.wastedBytes()).isEqualTo(50_000 - 100 * 10);
  }

  @Test
  void ofSeveralImagesTheOneAskedForIsRead() throws IOException {
    TestImage wanted = sample();
    byte[] other = new TestImage().layer(layer().file("x", 1)).archive(Layout.OCI);
    byte[] both = concatenated(wanted.archive(Layout.LEGACY), other, new byte[1024]);
    ImageAnatomy image = wanted.requestedId(wanted.configDigest()).read(both);
    assertThat(image.sizeBytes()).isEqualTo(7020);
  }

  @Test
  void anArchiveWithoutAnImageIsIncomplete() {
    byte[] archive = layer().file("readme", "hello").toBytes();
    assertThatThrownBy(() -> new TestImage().read(archive))
        .isInstanceOfSatisfying(
            ImageArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.INCOMPLETE))
        .hasMessageContaining("holds no image");
  }

  @Test
  void aMissingLayerIsNamed() {
    byte[] config = "{\"rootfs\":{\"diff_ids\":[\"sha256:aa\"]}}".getBytes();
    byte[] manifest = "[{\"Config\":\"c.json\",\"Layers\":[\"aa/layer.tar\"]}]".getBytes();
    byte[] archive = layer().file("c.json", config).file("manifest.json", manifest).toBytes();
    assertThatThrownBy(() -> new TestImage().read(archive))
        .isInstanceOf(ImageArchiveException.class)
        .hasMessage("layer aa/layer.tar is not in the archive");
  }

  @Test
  void aManifestThatIsNotJsonIsMalformed() {
    byte[] archive = layer().file("manifest.json", "[{\"Config\":").toBytes();
    assertThatThrownBy(() -> new TestImage().read(archive))
        .isInstanceOfSatisfying(
            ImageArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED))
        .hasMessageContaining("manifest.json");
  }

  @ParameterizedTest
  @EnumSource(Layout.class)
  void anArchiveCutOffAnywhereIsNeverTakenForAWholeOne(Layout layout) {
    byte[] archive = sample().archive(layout);
    int whole = endOfLastFile(archive);
    for (int length = 0; length <= whole; length += length % 512 == 0 ? 1 : 511) {
      byte[] cut = Arrays.copyOf(archive, length);
      assertThatThrownBy(() -> sample().read(cut))
          .as("cut at %d of %d", length, whole)
          .isInstanceOf(ImageArchiveException.class);
    }
  }

  @Test
  void aCutOffArchiveSaysWhatItWasReading() {
    TestImage image = new TestImage().layer(layer().file("a", 100_000));
    byte[] cut = Arrays.copyOf(image.archive(Layout.DOCKER), 50_000);
    assertThatThrownBy(() -> image.read(cut))
        .isInstanceOfSatisfying(
            ImageArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.TRUNCATED))
        .hasMessageStartingWith("the image archive is damaged in blobs/sha256/")
        .hasMessageContaining("ends in the middle of a file at byte");
  }

  @Test
  void aFailingStreamIsNoDamagedArchive() {
    InputStream failing =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new IOException("engine gone");
          }
        };
    ImageReadRequest request = ImageReadRequest.of("", 0, List.of(), Map.of());
    assertThatThrownBy(() -> new ImageArchiveReader(failing, request).read())
        .isExactlyInstanceOf(IOException.class)
        .hasMessage("engine gone");
  }

  @Test
  void aStreamThatGivesFewBytesAtATimeIsReadAllTheSame() throws IOException {
    byte[] archive = sample().archive(Layout.OCI_GZIP);
    assertThat(readSlowly(archive, 7).sizeBytes()).isEqualTo(7020);
  }

  @Test
  void theEstimateIsTheSameHoweverTheStreamComes() throws IOException {
    byte[] tar = layer().file("a", TestLayer.content(3_000_000, 1)).toBytes();
    // as the engine pads it
    byte[] padded = Arrays.copyOf(tar, tar.length + 100_000);
    TestImage image = new TestImage().layer("x", padded);
    assertThat(readSlowly(image.archive(Layout.DOCKER), 512).compressedBytes())
        .isEqualTo(image.read().compressedBytes());
  }

  private static ImageAnatomy readSlowly(byte[] archive, int atOnce) throws IOException {
    InputStream slow =
        new ByteArrayInputStream(archive) {
          @Override
          public synchronized int read(byte[] target, int offset, int length) {
            return super.read(target, offset, Math.min(length, atOnce));
          }
        };
    ImageReadRequest request = ImageReadRequest.of("", 0, List.of(), Map.of());
    return new ImageArchiveReader(slow, request).read();
  }

  @Test
  void aLayerOfSeveralGzipMembersIsReadToItsEnd() throws IOException {
    byte[] tar = layer().file("a", 5000).file("b", 70_000).toBytes();
    byte[] members =
        concatenated(
            TestImage.gzip(Arrays.copyOf(tar, 600)),
            TestImage.gzip(Arrays.copyOfRange(tar, 600, 40_000)),
            TestImage.gzip(Arrays.copyOfRange(tar, 40_000, tar.length)));
    assertThat(readLegacy(members).sizeBytes()).isEqualTo(75_000);
  }

  @Test
  void aZstdLayerMayBeginWithASkippableFrame() throws IOException {
    byte[] skippable = {0x5e, 0x2a, 0x4d, 0x18, 4, 0, 0, 0, 1, 2, 3, 4};
    byte[] frame = com.github.luben.zstd.Zstd.compress(layer().file("a", 5000).toBytes());
    assertThat(readLegacy(concatenated(skippable, frame)).sizeBytes()).isEqualTo(5000);
  }

  @Test
  void damagedCompressionIsADamagedArchive() {
    byte[] gzip = TestImage.gzip(layer().file("a", 50_000).toBytes());
    Arrays.fill(gzip, 20_000, 20_100, (byte) 0x55);
    assertThatThrownBy(() -> readLegacy(gzip))
        .isInstanceOf(ImageArchiveException.class)
        .hasMessageContaining("layer.tar");
    byte[] zstd = com.github.luben.zstd.Zstd.compress(layer().file("a", 50_000).toBytes());
    assertThatThrownBy(() -> readLegacy(Arrays.copyOf(zstd, 20_000)))
        .isInstanceOf(ImageArchiveException.class)
        .hasMessageContaining("layer.tar");
  }

  @Test
  void tooManyEntriesAreRefused() {
    TestLayer many = layer();
    for (int i = 0; i < 101; i++) {
      many.file("f" + i, "");
    }
    ImageLimits limits = new ImageLimits(100, 10, 1 << 30, 1 << 20, 1 << 20);
    TestImage image = new TestImage().layer(many).limits(limits);
    assertThatThrownBy(image::read).hasRootCauseMessage("it has more than 100 entries");
  }

  @Test
  void aBombIsRefusedWhileItUnpacks() {
    TestImage bomb = new TestImage().layer(layer().file("zeros", new byte[5_000_000]));
    bomb.limits(new ImageLimits(100, 10, 1 << 20, 1 << 20, 1 << 20));
    assertThatThrownBy(() -> bomb.read(bomb.archive(Layout.OCI_GZIP)))
        .isInstanceOfSatisfying(
            ImageArchiveException.class, e -> assertThat(e.reason()).isEqualTo(Reason.LIMIT))
        .hasMessage("the image is refused: it unpacks to more than 1048576 bytes");
  }

  @Test
  void tooMuchJsonIsRefused() {
    TestImage image = sample().limits(new ImageLimits(100, 10, 1 << 30, 1 << 20, 100));
    assertThatThrownBy(() -> image.read(image.archive(Layout.DOCKER)))
        .hasMessageContaining("JSON documents take more than 100 bytes");
  }

  @Test
  void tooManyLayersAreRefused() {
    TestImage image = sample().limits(new ImageLimits(100, 2, 1 << 30, 1 << 20, 1 << 20));
    assertThatThrownBy(() -> image.read(image.archive(Layout.DOCKER)))
        .hasMessage("it has more than 2 layers");
  }

  @Test
  void layersOfAnImportedBaseHaveNoHistory() {
    ImageAnatomy image =
        new TestImage()
            .layerWithoutHistory(layer().file("a", 1))
            .layer("COPY b / # buildkit", layer().file("b", 1))
            .metadata("CMD x")
            .read();
    assertThat(image.layers()).extracting(ImageLayer::historyIndex).containsExactly(-1, 0);
  }

  @Test
  void aBaseThatIsNotUnderneathIsNoBase() throws IOException {
    TestImage image = sample();
    ImageReadRequest request = ImageReadRequest.of("", 0, List.of("sha256:other"), Map.of());
    InputStream archive = new ByteArrayInputStream(image.archive(Layout.DOCKER));
    assertThat(new ImageArchiveReader(archive, request).read().layers())
        .extracting(ImageLayer::base)
        .containsOnly(false);
  }

  @Test
  void theCompressedSizeIsTheStoredOneWhereLayersAreStoredCompressed() {
    TestLayer random = layer().file("a", 300_000);
    byte[] tar = random.toBytes();
    TestImage image = new TestImage().layer("x", tar);
    assertThat(image.read(Layout.OCI_GZIP).compressedBytes()).isEqualTo(TestImage.gzip(tar).length);
    assertThat(image.read(Layout.DOCKER).compressedBytes()).isBetween(290_000L, 310_000L);
  }

  @Test
  void theCompressedSizeOfPlainLayersIsEstimated() {
    byte[] mixed = new byte[6_000_000];
    for (int part = 0; part < 6; part += 2) {
      byte[] noise = TestLayer.content(1_000_000, part);
      System.arraycopy(noise, 0, mixed, part * 1_000_000, noise.length);
    }
    byte[] tar = layer().file("mixed", mixed).toBytes();
    long real = TestImage.gzip(tar).length;
    assertThat(new TestImage().layer("x", tar).read().compressedBytes())
        .isBetween(real * 90 / 100, real * 110 / 100);
  }

  /** An archive of one layer, stored as given. */
  private static ImageAnatomy readLegacy(byte[] layer) throws IOException {
    byte[] config = "{\"rootfs\":{\"diff_ids\":[\"sha256:aa\"]}}".getBytes();
    byte[] manifest = "[{\"Config\":\"c.json\",\"Layers\":[\"aa/layer.tar\"]}]".getBytes();
    byte[] archive =
        layer()
            .file("aa/layer.tar", layer)
            .file("c.json", config)
            .file("manifest.json", manifest)
            .toBytes();
    return new TestImage().read(archive);
  }

  /** Archives one behind the other without the zero blocks between, or any bytes. */
  private static byte[] concatenated(byte[]... parts) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      boolean tar = part.length > 512 && part[257] == 'u';
      all.write(part, 0, tar ? endOfLastFile(part) : part.length);
    }
    return all.toByteArray();
  }

  private static int endOfLastFile(byte[] archive) {
    int end = archive.length;
    while (end > 0 && archive[end - 1] == 0) {
      end--;
    }
    return (end + 511) / 512 * 512;
  }
}
