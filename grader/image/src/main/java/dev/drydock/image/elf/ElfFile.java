package dev.drydock.image.elf;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an ELF file's headers say.
 *
 * @param machine {@code x86-64}, {@code aarch64}, {@code arm}, {@code 386}, {@code riscv64}… or
 *     {@code machine-<number>}
 * @param interpreter the dynamic loader it asks for, null when it asks for none
 * @param needed libraries it loads, by name
 * @param rpath folders to look in first, as written ({@code $ORIGIN/../lib}); not used by the
 *     loader when there is a runpath
 * @param runpath folders to look in after LD_LIBRARY_PATH
 * @param complete false when the file is so unusual that its list of libraries could not be read
 */
public record ElfFile(
    String machine,
    @Nullable String interpreter,
    List<String> needed,
    List<String> rpath,
    List<String> runpath,
    boolean complete) {

  public ElfFile {
    needed = List.copyOf(needed);
    rpath = List.copyOf(rpath);
    runpath = List.copyOf(runpath);
  }

  /** Whether it loads anything: without an interpreter a position-independent file does not. */
  public boolean isDynamic() {
    return interpreter != null || !needed.isEmpty();
  }

  /** Bytes it takes to keep this, roughly. */
  public long weight() {
    long characters = interpreter == null ? 0 : interpreter.length();
    for (List<String> list : List.of(needed, rpath, runpath)) {
      characters += list.stream().mapToLong(text -> text.length() + 40L).sum();
    }
    return 100 + 2 * characters;
  }
}
