package dev.drydock.image.elf;

import static dev.drydock.image.elf.TestElf.elf;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ElfStreamTest {

  private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

  @ParameterizedTest
  @CsvSource({
    "62, true, x86-64",
    "183, true, aarch64",
    "40, false, arm",
    "3, false, 386",
    "243, true, riscv64",
    "9999, true, machine-9999"
  })
  void everyMachineIsRead(int code, boolean wide, String name) {
    byte[] file =
        elf()
            .machine(code, wide, ByteOrder.LITTLE_ENDIAN)
            .interpreter(LOADER)
            .needed("libc.so.6", "libm.so.6")
            .runpath("$ORIGIN/../lib:/opt/lib")
            .toBytes();
    ElfFile elf = read(file, 4096);
    assertThat(elf.machine()).isEqualTo(name);
    assertThat(elf.interpreter()).isEqualTo(LOADER);
    assertThat(elf.needed()).containsExactly("libc.so.6", "libm.so.6");
    assertThat(elf.runpath()).containsExactly("$ORIGIN/../lib", "/opt/lib");
    assertThat(elf.rpath()).isEmpty();
    assertThat(elf.complete()).isTrue();
    assertThat(elf.isDynamic()).isTrue();
  }

  @Test
  void bigEndianFilesAreRead() {
    byte[] file = elf().machine(22, true, ByteOrder.BIG_ENDIAN).needed("libc.so.6").toBytes();
    assertThat(read(file, 100).machine()).isEqualTo("s390x");
    assertThat(read(file, 100).needed()).containsExactly("libc.so.6");
  }

  @Test
  void aStaticFileLoadsNothing() {
    ElfFile elf = read(elf().toBytes(), 4096);
    assertThat(elf.isDynamic()).isFalse();
    assertThat(elf.complete()).isTrue();
  }

  @Test
  void aStaticPositionIndependentFileLoadsNothingThoughItHasADynamicSection() {
    ElfFile elf = read(elf().rpath("/x").toBytes(), 4096);
    assertThat(elf.isDynamic()).isFalse();
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 511, 65_536, 262_144})
  void slicesOfAnySizeGiveTheSame(int slice) {
    byte[] file = elf().interpreter(LOADER).needed("liba.so").gaps(300_000, 5_000).toBytes();
    assertThat(read(file, slice).needed()).containsExactly("liba.so");
  }

  @Test
  void aDynamicSectionFarBehindItsNamesIsRead() {
    byte[] file = elf().needed("liba.so", "libb.so").gaps(9_000_000, 40_000_000).toBytes();
    assertThat(read(file, 262_144).needed()).containsExactly("liba.so", "libb.so");
  }

  @Test
  void namesBehindTheDynamicSectionAreRead() {
    byte[] near = elf().needed("liba.so").namesLast().gaps(1_000, 1_000).toBytes();
    assertThat(read(near, 4096).needed()).containsExactly("liba.so");
    byte[] far = elf().needed("liba.so").namesLast().gaps(40_000_000, 2_000_000).toBytes();
    assertThat(read(far, 262_144).needed()).containsExactly("liba.so");
  }

  @Test
  void namesOutOfReachAreSaidToBe() {
    byte[] file = elf().interpreter(LOADER).needed("a.so").gaps(35_000_000, 1_000_000).toBytes();
    ElfFile elf = read(file, 262_144);
    assertThat(elf.complete()).isFalse();
    assertThat(elf.interpreter()).isEqualTo(LOADER);
  }

  @Test
  void oneStreamServesManyFiles() {
    ElfStream stream = new ElfStream();
    for (int i = 0; i < 3; i++) {
      byte[] file = elf().needed("lib" + i + ".so").gaps(100_000 * i, 0).toBytes();
      assertThat(read(stream, file, 4096).needed()).containsExactly("lib" + i + ".so");
    }
  }

  @Test
  void noiseIsNeverMoreThanAnIncompleteFile() {
    Random random = new Random(3);
    byte[] good = elf().interpreter(LOADER).needed("liba.so").runpath("/x").toBytes();
    ElfStream stream = new ElfStream();
    for (int i = 0; i < 50_000; i++) {
      byte[] file = good.clone();
      for (int n = random.nextInt(8); n >= 0; n--) {
        file[4 + random.nextInt(file.length - 4)] =
            (byte) (random.nextBoolean() ? 0xff : random.nextInt());
      }
      stream.reset();
      stream.accept(file, 0, file.length);
      stream.finish();
    }
  }

  private static ElfFile read(byte[] file, int slice) {
    return read(new ElfStream(), file, slice);
  }

  private static ElfFile read(ElfStream stream, byte[] file, int slice) {
    stream.reset();
    for (int at = 0; at < file.length; at += slice) {
      stream.accept(file, at, Math.min(slice, file.length - at));
    }
    return stream.finish();
  }
}
