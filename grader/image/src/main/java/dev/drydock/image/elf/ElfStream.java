package dev.drydock.image.elf;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads an ELF file as it streams by, keeping little of it. Linkers put the table of names before
 * the section that says where it is, near the beginning of the file; so the first 32 MiB are kept
 * of a file that has such a section, and what lies further on as soon as it is known. One such
 * stream serves one file after the other.
 */
public final class ElfStream {

  private static final int HEADERS = 16 * 1024;
  private static final int WINDOW = 32 << 20;
  private static final int MAX_DYNAMIC = 64 * 1024;
  private static final int MAX_TEXT = 4096;

  private final KeptBytes kept = new KeptBytes(WINDOW);
  private @Nullable ElfHeader header;
  private @Nullable DynamicSection dynamic;
  private boolean done;
  private boolean looked;

  /** Whether a file that begins so is an ELF file. */
  public static boolean isElf(byte[] start, int length) {
    return ElfHeader.isElf(start, length);
  }

  /** Begin a new file. */
  public void reset() {
    kept.reset();
    header = null;
    dynamic = null;
    done = false;
    looked = false;
  }

  /** Take the next slice of the file. */
  public void accept(byte[] buffer, int offset, int length) {
    if (done) {
      return;
    }
    kept.take(buffer, offset, length);
    if (!looked && kept.filled() >= HEADERS) {
      lookAtHeader();
    }
    if (looked && dynamic == null) {
      lookAtDynamic();
    }
  }

  /** What the file says, once it has ended; null when it is no ELF file after all. */
  public @Nullable ElfFile finish() {
    if (!looked) {
      lookAtHeader();
    }
    if (dynamic == null && !done) {
      lookAtDynamic();
    }
    ElfHeader head = header;
    if (head == null) {
      return null;
    }
    ElfHeader.Segment interpreter = head.interpreter();
    String loader = interpreter == null ? null : kept.text(interpreter.offset(), MAX_TEXT);
    boolean loaderKnown = interpreter == null || loader != null;
    DynamicSection section = dynamic;
    if (section == null) {
      boolean none = head.dynamic() == null;
      return new ElfFile(
          head.machine(), loader, List.of(), List.of(), List.of(), none && loaderKnown);
    }
    List<String> needed = new ArrayList<>();
    section.needed().forEach(offset -> addName(needed, section, offset));
    List<String> rpath = folders(section, section.rpath());
    List<String> runpath = folders(section, section.runpath());
    boolean complete = loaderKnown && needed.size() == section.needed().size();
    return new ElfFile(head.machine(), loader, needed, rpath, runpath, complete);
  }

  private void lookAtHeader() {
    looked = true;
    header = ElfHeader.parse(kept.window(), kept.filled());
    // a static file has nothing more to say
    done = header == null || (header.dynamic() == null && header.interpreter() == null);
    if (header != null && header.dynamic() != null) {
      kept.want(header.dynamic().offset(), dynamicSize(header.dynamic()));
    }
  }

  private void lookAtDynamic() {
    ElfHeader head = header;
    if (head == null || head.dynamic() == null) {
      return;
    }
    ElfHeader.Segment segment = head.dynamic();
    ByteBuffer bytes = kept.get(segment.offset(), dynamicSize(segment));
    if (bytes != null) {
      dynamic = DynamicSection.parse(bytes.order(head.order()), head);
      kept.want(dynamic.stringTable(), dynamic.stringTableSize());
    }
  }

  private static long dynamicSize(ElfHeader.Segment segment) {
    return Math.min(segment.fileSize(), MAX_DYNAMIC);
  }

  private List<String> folders(DynamicSection section, long offset) {
    List<String> text = new ArrayList<>();
    if (offset >= 0) {
      addName(text, section, offset);
    }
    return text.isEmpty() ? List.of() : List.of(text.get(0).split(":"));
  }

  private void addName(List<String> names, DynamicSection section, long offset) {
    String name =
        section.stringTable() < 0 ? null : kept.text(section.stringTable() + offset, MAX_TEXT);
    if (name != null) {
      names.add(name);
    }
  }
}
