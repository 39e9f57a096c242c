package dev.drydock.image.elf;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Just enough of an ELF file for its headers to be read. */
public final class TestElf {

  private static final long LOADED_AT = 0x400000;

  private int machine = 62;
  private boolean wide = true;
  private ByteOrder order = ByteOrder.LITTLE_ENDIAN;
  private String interpreter = "";
  private final List<String> needed = new ArrayList<>();
  private String rpath = "";
  private String runpath = "";
  private int gapBeforeNames;
  private int gapBeforeDynamic;
  private boolean namesLast;

  public static TestElf elf() {
    return new TestElf();
  }

  public TestElf machine(int code, boolean is64, ByteOrder byteOrder) {
    machine = code;
    wide = is64;
    order = byteOrder;
    return this;
  }

  public TestElf interpreter(String path) {
    interpreter = path;
    return this;
  }

  public TestElf needed(String... names) {
    needed.addAll(List.of(names));
    return this;
  }

  public TestElf rpath(String folders) {
    rpath = folders;
    return this;
  }

  public TestElf runpath(String folders) {
    runpath = folders;
    return this;
  }

  /** Bytes of code and data before the names, and between them and the dynamic section. */
  public TestElf gaps(int beforeNames, int beforeDynamic) {
    gapBeforeNames = beforeNames;
    gapBeforeDynamic = beforeDynamic;
    return this;
  }

  /** The names behind the dynamic section, as patchelf leaves them. */
  public TestElf namesLast() {
    namesLast = true;
    return this;
  }

  public byte[] toBytes() {
    boolean dynamic = !needed.isEmpty() || !rpath.isEmpty() || !runpath.isEmpty();
    int headerSize = wide ? 64 : 52;
    int segmentSize = wide ? 56 : 32;
    int segments = 1 + (interpreter.isEmpty() ? 0 : 1) + (dynamic ? 1 : 0);
    byte[] loader = (interpreter + "\0").getBytes(StandardCharsets.UTF_8);
    Names names = new Names();
    long loaderAt = headerSize + (long) segments * segmentSize;
    long first = loaderAt + loader.length + gapBeforeNames;
    ByteBuffer draft = dynamicSection(names, 0);
    long dynamicAt = namesLast ? first : first + names.size() + gapBeforeDynamic;
    long namesAt = namesLast ? first + draft.capacity() + gapBeforeDynamic : first;
    ByteBuffer section = dynamicSection(new Names(), LOADED_AT + namesAt);
    long end = Math.max(dynamicAt + section.capacity(), namesAt + names.size());

    ByteBuffer file = ByteBuffer.allocate((int) end).order(order);
    file.put(new byte[] {0x7f, 'E', 'L', 'F'});
    file.put((byte) (wide ? 2 : 1)).put((byte) (order == ByteOrder.BIG_ENDIAN ? 2 : 1));
    file.putShort(18, (short) machine);
    if (wide) {
      file.putLong(32, headerSize);
    } else {
      file.putInt(28, headerSize);
    }
    file.putShort(wide ? 54 : 42, (short) segmentSize);
    file.putShort(wide ? 56 : 44, (short) segments);
    int at = headerSize;
    at = segment(file, at, 1, 0, LOADED_AT, end);
    if (!interpreter.isEmpty()) {
      at = segment(file, at, 3, loaderAt, LOADED_AT + loaderAt, loader.length);
    }
    if (dynamic) {
      segment(file, at, 2, dynamicAt, LOADED_AT + dynamicAt, section.capacity());
      file.put((int) dynamicAt, section.array());
      file.put((int) namesAt, names.bytes.toByteArray());
    }
    file.put((int) loaderAt, loader);
    return file.array();
  }

  private int segment(ByteBuffer file, int at, int type, long offset, long address, long size) {
    file.putInt(at, type);
    if (wide) {
      file.putLong(at + 8, offset).putLong(at + 16, address).putLong(at + 32, size);
    } else {
      file.putInt(at + 4, (int) offset).putInt(at + 8, (int) address).putInt(at + 16, (int) size);
    }
    return at + (wide ? 56 : 32);
  }

  private ByteBuffer dynamicSection(Names names, long namesAddress) {
    List<long[]> tags = new ArrayList<>();
    needed.forEach(name -> tags.add(new long[] {1, names.add(name)}));
    if (!rpath.isEmpty()) {
      tags.add(new long[] {15, names.add(rpath)});
    }
    if (!runpath.isEmpty()) {
      tags.add(new long[] {29, names.add(runpath)});
    }
    tags.add(new long[] {5, namesAddress});
    tags.add(new long[] {10, names.size()});
    tags.add(new long[] {0, 0});
    ByteBuffer section = ByteBuffer.allocate(tags.size() * (wide ? 16 : 8)).order(order);
    for (long[] tag : tags) {
      if (wide) {
        section.putLong(tag[0]).putLong(tag[1]);
      } else {
        section.putInt((int) tag[0]).putInt((int) tag[1]);
      }
    }
    return section;
  }

  private static final class Names {

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    Names() {
      bytes.write(0);
    }

    long add(String name) {
      long at = bytes.size();
      bytes.writeBytes((name + "\0").getBytes(StandardCharsets.UTF_8));
      return at;
    }

    int size() {
      return bytes.size();
    }
  }
}
