package dev.drydock.image;

import static dev.drydock.image.TestLayer.layer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.anatomy.DuplicateContent;
import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.image.anatomy.WastedPath.Kind;
import org.junit.jupiter.api.Test;

class ImageWasteTest {

  private static final int KB_800 = 800_000;

  @Test
  void aFolderRemovedInALaterLayerIsWasteToItsLastByte() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().folder("src").file("src/a", 500_000).file("src/deep/b", 300_000))
            .layer(layer().whiteout("src"))
            .read();
    assertThat(image.wastedBytes()).isEqualTo(KB_800);
    assertThat(image.waste())
        .containsExactly(new WastedPath("/src/", KB_800, 2, 0, 1, Kind.REMOVED));
  }

  @Test
  void aRemovedFolderIsNamedItselfAndNotTheFolderItWasIn() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("src/folder/a", 500).file("src/folder/b", 300))
            .layer(layer().whiteout("src/folder"))
            .read();
    assertThat(image.waste())
        .containsExactly(new WastedPath("/src/folder/", 800, 2, 0, 1, Kind.REMOVED));
  }

  @Test
  void twoRemovedFoldersThatWereAllOfTheirFolderAreOneLine() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("src/one/a", 500).file("src/one/b", 300).file("src/two/c", 7))
            .layer(layer().whiteout("src/one").whiteout("src/two"))
            .read();
    assertThat(image.waste()).containsExactly(new WastedPath("/src/", 807, 3, 0, 1, Kind.REMOVED));
  }

  @Test
  void aFileRemovedInALaterLayerIsWaste() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("src/a", KB_800))
            .layer(layer().whiteout("src/a"))
            .read();
    assertThat(image.waste())
        .containsExactly(new WastedPath("/src/a", KB_800, 1, 0, 1, Kind.REMOVED));
  }

  @Test
  void aChownInALaterLayerIsCountedOnceAsMetadata() {
    byte[] one = TestLayer.content(500_000, 1);
    byte[] two = TestLayer.content(300_000, 2);
    ImageAnatomy image =
        new TestImage()
            .layer(layer().folder("app").file("app/a", one).file("app/b", two))
            .layer(
                layer()
                    .folder("app")
                    .file("app/a", one, 0644, 1000, 1000)
                    .file("app/b", two, 0644, 1000, 1000))
            .read();
    assertThat(image.wastedBytes()).isEqualTo(KB_800);
    assertThat(image.waste())
        .containsExactly(new WastedPath("/app/", KB_800, 2, 0, 1, Kind.METADATA));
    assertThat(image.sizeBytes()).isEqualTo(2 * KB_800);
  }

  @Test
  void aSecondCopyThatStaysIsADuplicateAndNoWaste() {
    byte[] content = TestLayer.content(1_800_000, 1);
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("src/a", content))
            .layer(layer().file("app/a", content))
            .read();
    assertThat(image.wastedBytes()).isZero();
    assertThat(image.duplicates())
        .containsExactly(
            new DuplicateContent(
                1_800_000,
                java.util.List.of(
                    new DuplicateContent.Copy("/app/a", 1),
                    new DuplicateContent.Copy("/src/a", 0))));
  }

  @Test
  void anotherContentUnderTheSamePathIsReplaced() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("a", TestLayer.content(700, 1)))
            .layer(layer().file("a", TestLayer.content(700, 2)))
            .read();
    assertThat(image.waste()).containsExactly(new WastedPath("/a", 700, 1, 0, 1, Kind.REPLACED));
  }

  @Test
  void anOpaqueFolderHidesWhatLowerLayersHaveInItAndNotItsOwn() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("d/old", 800).file("e", 5))
            .layer(layer().file("d/new", 300).opaque("d"))
            .read();
    assertThat(image.waste()).containsExactly(new WastedPath("/d/", 800, 1, 0, 1, Kind.REMOVED));
    assertThat(image.sizeBytes()).isEqualTo(1105);
  }

  @Test
  void aWhiteoutDoesNotHideAFileOfItsOwnLayer() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("a", 800))
            .layer(layer().file("a", 300).whiteout("a"))
            .layer(layer().whiteout("a"))
            .read();
    assertThat(image.waste())
        .containsExactly(
            new WastedPath("/a", 800, 1, 0, 1, Kind.REMOVED),
            new WastedPath("/a", 300, 1, 1, 2, Kind.REMOVED));
  }

  @Test
  void whatTheBaseHoldsIsNeverWaste() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("usr/a", 800))
            .layer(layer().whiteout("usr/a").file("usr/b", 90))
            .endOfBase()
            .layer(layer().whiteout("usr/b"))
            .layer(layer().whiteout("usr"))
            .read();
    assertThat(image.wastedBytes()).isZero();
    assertThat(image.layers()).extracting("base").containsExactly(true, true, false, false);
    assertThat(image.ownBytes()).isZero();
  }

  @Test
  void removingOneNameOfAHardLinkedFileWastesNothing() {
    TestImage image =
        new TestImage()
            .layer(layer().file("a", 800).hardLink("b", "a"))
            .layer(layer().whiteout("a"));
    assertThat(image.read().wastedBytes()).isZero();
    assertThat(image.read().sizeBytes()).isEqualTo(800);
  }

  @Test
  void removingTheLastNameOfAHardLinkedFileWastesItsBytesUnderThatName() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("a", 800).hardLink("b", "a"))
            .layer(layer().whiteout("a"))
            .layer(layer().whiteout("b"))
            .read();
    assertThat(image.waste()).containsExactly(new WastedPath("/b", 800, 1, 0, 2, Kind.REMOVED));
  }

  @Test
  void removingAFolderWithBothNamesWastesTheBytesOnce() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("d/a", 800).hardLink("d/b", "./d/a"))
            .layer(layer().whiteout("d"))
            .read();
    assertThat(image.waste()).containsExactly(new WastedPath("/d/", 800, 1, 0, 1, Kind.REMOVED));
  }

  @Test
  void aFileOverAFolderHidesAllInIt() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("d/a", 500).file("d/e/b", 300))
            .layer(layer().symbolicLink("d", "elsewhere"))
            .read();
    assertThat(image.waste()).containsExactly(new WastedPath("/d/", 800, 2, 0, 1, Kind.REMOVED));
  }

  @Test
  void aFolderOverAFolderHidesNothing() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().folder("d").file("d/a", 500))
            .layer(layer().folder("d").file("d/b", 300))
            .read();
    assertThat(image.wastedBytes()).isZero();
  }

  @Test
  void aFolderOverAFileReplacesIt() {
    ImageAnatomy image =
        new TestImage().layer(layer().file("d", 500)).layer(layer().file("d/a", 300)).read();
    assertThat(image.wastedBytes()).isEqualTo(500);
  }

  @Test
  void removedBytesOfTwoLayersAreToldApart() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("d/a", 500))
            .layer(layer().file("d/b", 300))
            .layer(layer().whiteout("d"))
            .read();
    assertThat(image.waste())
        .containsExactly(
            new WastedPath("/d/", 500, 1, 0, 2, Kind.REMOVED),
            new WastedPath("/d/", 300, 1, 1, 2, Kind.REMOVED));
  }

  @Test
  void manyScatteredFilesAreFewLinesWithTheSameSum() {
    TestLayer added = layer();
    TestLayer changed = layer();
    for (int i = 0; i < 200; i++) {
      added.file("app/keep" + i, 10).file("app/x/" + i % 7 + "/drop" + i, 100 + i);
      added.file("app/x/" + i % 7 + "/keep" + i, 1);
      changed.file("app/x/" + i % 7 + "/drop" + i, 5);
    }
    ImageAnatomy image = new TestImage().layer(added).layer(changed).read();
    assertThat(image.waste()).hasSizeLessThanOrEqualTo(40);
    assertThat(image.waste().stream().mapToLong(WastedPath::bytes).sum())
        .isEqualTo(image.wastedBytes())
        .isEqualTo(200 * 100 + 199 * 100);
    assertThat(image.waste().stream().mapToInt(WastedPath::files).sum()).isEqualTo(200);
  }

  @Test
  void ofTwoEntriesForOnePathInOneLayerTheLastCounts() {
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("a", 100).file("a", 800))
            .layer(layer().whiteout("a"))
            .read();
    assertThat(image.wastedBytes()).isEqualTo(800);
    assertThat(image.sizeBytes()).isEqualTo(900);
  }

  @Test
  void hardLinksAreNoDuplicates() {
    ImageAnatomy image =
        new TestImage().layer(layer().file("a", 2_000_000).hardLink("b", "a")).read();
    assertThat(image.duplicates()).isEmpty();
  }

  @Test
  void aMovedFileIsWasteAndNoDuplicate() {
    byte[] content = TestLayer.content(2_000_000, 1);
    ImageAnatomy image =
        new TestImage()
            .layer(layer().file("a", content))
            .layer(layer().whiteout("a").file("b", content))
            .read();
    assertThat(image.wastedBytes()).isEqualTo(2_000_000);
    assertThat(image.duplicates()).isEmpty();
  }
}
