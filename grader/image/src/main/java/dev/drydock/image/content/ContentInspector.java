package dev.drydock.image.content;

import dev.drydock.image.elf.ElfFile;
import dev.drydock.image.elf.ElfStream;
import dev.drydock.image.layers.FileInspector;
import dev.drydock.image.layers.LimitException;
import dev.drydock.image.layers.PathTree;
import dev.drydock.image.tar.TarEntry;
import dev.drydock.image.tar.TarReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;

/**
 * Sends every file's content through all that take an interest in it, once. What a file is, its
 * first bytes tell; only a few text files are known by their path.
 */
public final class ContentInspector implements FileInspector {

  private static final int HEAD = 512;
  private static final int MAX_TEXT = 1 << 20;
  private static final int MAX_SCRIPT_LINE = 255;

  private final ContentHash hash = new ContentHash();
  private final CanaryScan canaries;
  private final CanaryScan keys =
      new CanaryScan(new CanaryMatcher(Map.of("key", "PRIVATE KEY-----")));
  private final ElfStream elf = new ElfStream();
  private final NpmManifestParser npm = new NpmManifestParser();
  private final ByteArrayOutputStream text = new ByteArrayOutputStream();
  private final byte[] head = new byte[HEAD];
  private final WantedFiles wanted;
  private final ContentNotes notes;

  private int headLength;
  private Form form = Form.UNKNOWN;
  private boolean keepsText;

  public ContentInspector(PathTree paths, CanaryMatcher matcher, ContentNotes notes) {
    this.wanted = new WantedFiles(paths);
    this.canaries = new CanaryScan(matcher);
    this.notes = notes;
  }

  @Override
  public long inspect(int entry, int node, TarEntry header, TarReader tar) throws IOException {
    WantedFiles.Want want = wanted.want(node);
    keepsText = want != WantedFiles.Want.NOTHING && header.storedSize() <= MAX_TEXT;
    reset();
    tar.content(this::take);
    if (form == Form.UNKNOWN) {
      recognise();
    }
    note(entry, want);
    return hash.value();
  }

  private void reset() {
    hash.reset();
    canaries.reset();
    text.reset();
    headLength = 0;
    form = Form.UNKNOWN;
  }

  private void take(byte[] buffer, int offset, int length) {
    hash.accept(buffer, offset, length);
    canaries.accept(buffer, offset, length);
    if (keepsText) {
      text.write(buffer, offset, length);
    }
    int taken = 0;
    if (form == Form.UNKNOWN) {
      taken = Math.min(HEAD - headLength, length);
      System.arraycopy(buffer, offset, head, headLength, taken);
      headLength += taken;
      if (headLength == HEAD) {
        recognise();
      }
    }
    if (form == Form.ELF) {
      elf.accept(buffer, offset + taken, length - taken);
    } else if (form == Form.PEM) {
      keys.accept(buffer, offset + taken, length - taken);
    }
  }

  private void recognise() {
    if (ElfStream.isElf(head, headLength)) {
      form = Form.ELF;
      elf.reset();
      elf.accept(head, 0, headLength);
    } else if (headStartsWith("-----BEGIN ")) {
      form = Form.PEM;
      keys.reset();
      keys.accept(head, 0, headLength);
    } else {
      form = headStartsWith("#!") ? Form.SCRIPT : Form.OTHER;
    }
  }

  private void note(int entry, WantedFiles.Want want) throws LimitException {
    if (!canaries.found().isEmpty()) {
      notes.addCanaries(entry, (BitSet) canaries.found().clone());
    }
    if (form == Form.ELF) {
      ElfFile file = elf.finish();
      if (file != null) {
        notes.addElf(entry, file);
      }
    } else if (form == Form.PEM && !keys.found().isEmpty()) {
      notes.addPrivateKey(entry);
    } else if (form == Form.SCRIPT) {
      notes.addScript(entry, firstLine());
    }
    if (want == WantedFiles.Want.NPM_MANIFEST) {
      notes.addNpmManifest(
          entry, keepsText ? npm.parse(text.toByteArray()) : NpmManifest.UNREADABLE);
    } else if (keepsText) {
      notes.addText(entry, text.toString(StandardCharsets.UTF_8));
    }
  }

  private String firstLine() {
    int end = 2;
    while (end < Math.min(headLength, MAX_SCRIPT_LINE) && head[end] != '\n') {
      end++;
    }
    String line = new String(head, 2, end - 2, StandardCharsets.UTF_8);
    // to the kernel, the carriage return of Windows is part of the last word
    return line.endsWith("\r") ? line.strip() + "\r" : line.strip();
  }

  private boolean headStartsWith(String start) {
    for (int i = 0; i < start.length(); i++) {
      if (i >= headLength || head[i] != start.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private enum Form {
    UNKNOWN,
    ELF,
    PEM,
    SCRIPT,
    OTHER
  }
}
