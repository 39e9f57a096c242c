package dev.drydock.image.tar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.image.TestLayer;
import dev.drydock.image.tar.TarEntry.Type;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class TarReaderTest {

  private static final String LONG = "a/".repeat(150) + "name-with-ümlaut";

  @Test
  void longNamesAreReadFromPaxRecordsAndFromGnuHeaders() throws IOException {
    for (TestLayer layer : List.of(new TestLayer(), new TestLayer().gnu())) {
      byte[] tar = layer.file(LONG, "x").symbolicLink("short", "y/" + LONG).toBytes();
      List<TarEntry> entries = entries(tar);
      assertThat(entries.get(0).nameText()).isEqualTo(LONG);
      assertThat(entries.get(1).nameText()).isEqualTo("short");
      assertThat(entries.get(1).type()).isEqualTo(Type.SYMBOLIC_LINK);
    }
  }

  @Test
  void namesSplitByUstarAreJoined() throws IOException {
    byte[] block = header("name", '0', 0);
    byte[] prefix = "some/folder".getBytes(StandardCharsets.UTF_8);
    System.arraycopy("ustar\0".getBytes(StandardCharsets.UTF_8), 0, block, 257, 6);
    System.arraycopy(prefix, 0, block, 345, prefix.length);
    assertThat(entries(sealed(block)).get(0).nameText()).isEqualTo("some/folder/name");
  }

  @Test
  void oldArchivesMarkFoldersByASlashOnly() throws IOException {
    byte[] tar = concatenated(sealed(header("d/", '\0', 0)), sealed(header("f", '\0', 0)));
    assertThat(entries(tar)).extracting(TarEntry::type).containsExactly(Type.DIRECTORY, Type.FILE);
  }

  @Test
  void linksHaveNoContentWhateverTheirHeaderSays() throws IOException {
    byte[] tar = concatenated(sealed(header("l", '1', 700)), sealed(header("f", '0', 0)));
    assertThat(entries(tar)).extracting(TarEntry::size).containsExactly(0L, 0L);
  }

  @Test
  void sizesBeyondEightGigabytesAreBinary() throws IOException {
    byte[] block = header("huge", 'S', 0);
    // real size of an old GNU sparse file, none of it stored: 9 GB in base 256
    long size = 9_000_000_000L;
    block[483] = (byte) 0x80;
    for (int i = 0; i < 8; i++) {
      block[483 + 11 - i] = (byte) (size >>> (8 * i));
    }
    TarEntry entry = entries(sealed(block)).get(0);
    assertThat(entry.size()).isEqualTo(size);
    assertThat(entry.storedSize()).isZero();
  }

  @Test
  void extraMapBlocksOfASparseFileAreSkipped() throws IOException {
    byte[] block = header("sparse", 'S', 512);
    block[482] = 1;
    octal(block, 483, 12, 1_000_000);
    byte[] more = new byte[512];
    more[504] = 1;
    byte[] last = new byte[512];
    byte[] data = new byte[512];
    Arrays.fill(data, (byte) 'x');
    byte[] tar = concatenated(sealed(block), more, last, data, sealed(header("next", '0', 0)));
    List<TarEntry> entries = entries(tar);
    assertThat(entries).extracting(TarEntry::nameText).containsExactly("sparse", "next");
    assertThat(entries.get(0).size()).isEqualTo(1_000_000);
  }

  @Test
  void aSparseFileInPaxFormHasItsRealNameAndSize() throws IOException {
    byte[] records =
        paxRecords(
            "GNU.sparse.major=1",
            "GNU.sparse.minor=0",
            "GNU.sparse.name=real/name",
            "GNU.sparse.realsize=7000000000000");
    byte[] tar =
        concatenated(
            sealed(header("PaxHeader", 'x', records.length)),
            padded(records),
            sealed(header("GNUSparseFile.1/name", '0', 512)),
            new byte[512]);
    TarEntry entry = entries(tar).get(0);
    assertThat(entry.nameText()).isEqualTo("real/name");
    assertThat(entry.size()).isEqualTo(7_000_000_000_000L);
    assertThat(entry.storedSize()).isEqualTo(512);
  }

  @Test
  void aPaxSizeOverridesTheHeaders() throws IOException {
    byte[] records = paxRecords("size=600", "uid=4000000000");
    byte[] tar =
        concatenated(
            sealed(header("x", 'x', records.length)),
            padded(records),
            sealed(header("f", '0', 5)),
            new byte[1024],
            sealed(header("next", '0', 0)));
    List<TarEntry> entries = entries(tar);
    assertThat(entries.get(0).size()).isEqualTo(600);
    assertThat(Integer.toUnsignedLong(entries.get(0).uid())).isEqualTo(4_000_000_000L);
    assertThat(entries.get(1).nameText()).isEqualTo("next");
  }

  @Test
  void aGlobalHeaderIsSkipped() throws IOException {
    byte[] records = paxRecords("comment=0123456789");
    byte[] tar =
        concatenated(
            sealed(header("pax_global_header", 'g', records.length)),
            padded(records),
            sealed(header("f", '0', 0)));
    assertThat(entries(tar)).extracting(TarEntry::nameText).containsExactly("f");
  }

  @Test
  void anArchiveWithoutItsZeroBlocksEndsAtItsEnd() throws IOException {
    assertThat(entries(sealed(header("f", '0', 0)))).hasSize(1);
    assertThat(entries(new byte[0])).isEmpty();
  }

  @Test
  void badHeadersAreNamedWithTheirPlace() {
    byte[] broken = sealed(header("f", '0', 0));
    broken[3] ^= 1;
    byte[] tar = concatenated(sealed(header("e", '0', 0)), broken);
    assertThatThrownBy(() -> entries(tar))
        .isInstanceOf(TarException.class)
        .hasMessage("has no tar header at byte 512");
  }

  @Test
  void aNameOfManyMegabytesIsRefused() {
    byte[] tar = sealed(header("x", 'L', 900_000_000));
    assertThatThrownBy(() -> entries(tar))
        .isInstanceOf(TarException.class)
        .hasMessageContaining("900000000 bytes");
  }

  @Test
  void badPaxRecordsAreRefused() {
    for (String record : List.of("5 a=b", "99 path=x\n", "x=y\n", "7 path\n", "3 \n", "0 a=b\n")) {
      byte[] data = record.getBytes(StandardCharsets.UTF_8);
      byte[] tar =
          concatenated(
              sealed(header("x", 'x', data.length)), padded(data), sealed(header("f", '0', 0)));
      assertThatThrownBy(() -> entries(tar)).as(record).isInstanceOf(TarException.class);
    }
  }

  @Test
  void anArchiveThatEndsInAFileIsTruncated() {
    byte[] tar = concatenated(sealed(header("f", '0', 5000)), new byte[1000]);
    assertThatThrownBy(() -> entries(tar))
        .isInstanceOfSatisfying(TarException.class, e -> assertThat(e.isTruncated()).isTrue());
  }

  @Test
  void noiseIsNeverMoreThanAnException() {
    Random random = new Random(7);
    byte[] good = new TestLayer().file(LONG, "x").hardLink("b", LONG).file("c", 3000).toBytes();
    for (int i = 0; i < 5_000; i++) {
      byte[] tar = good.clone();
      for (int n = random.nextInt(6); n >= 0; n--) {
        tar[random.nextInt(tar.length)] = (byte) random.nextInt(256);
      }
      reseal(tar, random);
      try {
        entries(tar);
      } catch (IOException e) {
        assertThat(e).isInstanceOf(TarException.class);
      }
    }
  }

  private static List<TarEntry> entries(byte[] tar) throws IOException {
    TarReader reader = new TarReader(new ByteArrayInputStream(tar));
    List<TarEntry> entries = new ArrayList<>();
    for (TarEntry entry = reader.next(); entry != null; entry = reader.next()) {
      entries.add(entry);
    }
    return entries;
  }

  /** Make checksums right again, so that the damage is looked at. */
  private static void reseal(byte[] tar, Random random) {
    for (int at = 0; at + 512 <= tar.length; at += 512) {
      if (tar[at + 257] == 'u' && random.nextBoolean()) {
        byte[] block = sealed(Arrays.copyOfRange(tar, at, at + 512));
        System.arraycopy(block, 0, tar, at, 512);
      }
    }
  }

  private static byte[] header(String name, char type, long size) {
    byte[] block = new byte[512];
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    System.arraycopy(bytes, 0, block, 0, bytes.length);
    octal(block, 100, 8, 0644);
    octal(block, 124, 12, size);
    block[156] = (byte) type;
    return block;
  }

  private static void octal(byte[] block, int offset, int length, long value) {
    byte[] text = String.format("%0" + (length - 1) + "o", value).getBytes();
    System.arraycopy(text, 0, block, offset, text.length);
  }

  private static byte[] sealed(byte[] block) {
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    octal(block, 148, 7, sum);
    return block;
  }

  private static byte[] paxRecords(String... records) {
    StringBuilder all = new StringBuilder();
    for (String record : records) {
      int length = record.length() + 3;
      while (String.valueOf(length).length() + record.length() + 2 != length) {
        length++;
      }
      all.append(length).append(' ').append(record).append('\n');
    }
    return all.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] padded(byte[] data) {
    return Arrays.copyOf(data, (data.length + 511) / 512 * 512);
  }

  private static byte[] concatenated(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }
}
