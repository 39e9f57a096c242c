package dev.drydock.submission;

import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.archivers.tar.TarConstants;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipArchiveOutputStream;

/** Writes archives for tests, honest and other ones. */
final class Archives {

  private Archives() {}

  /** Writes entries. */
  interface Content<T> {
    void write(T archive) throws IOException;
  }

  static Path zip(Path file, Content<ZipArchiveOutputStream> content) throws IOException {
    // through a buffer: into a file of its own it would write and seek for each entry
    try (ZipArchiveOutputStream zip =
        new ZipArchiveOutputStream(new BufferedOutputStream(Files.newOutputStream(file)))) {
      content.write(zip);
    }
    return file;
  }

  static Path tar(Path file, Content<TarArchiveOutputStream> content) throws IOException {
    try (TarArchiveOutputStream tar = open(Files.newOutputStream(file))) {
      content.write(tar);
    }
    return file;
  }

  static Path tarGz(Path file, Content<TarArchiveOutputStream> content) throws IOException {
    try (TarArchiveOutputStream tar = open(new GZIPOutputStream(Files.newOutputStream(file)))) {
      content.write(tar);
    }
    return file;
  }

  private static TarArchiveOutputStream open(OutputStream out) {
    TarArchiveOutputStream tar = new TarArchiveOutputStream(out, "UTF-8");
    tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_GNU);
    return tar;
  }

  static void add(ZipArchiveOutputStream zip, String name, String text) throws IOException {
    add(zip, name, text.getBytes(StandardCharsets.UTF_8));
  }

  static void add(ZipArchiveOutputStream zip, String name, byte[] bytes) throws IOException {
    zip.putArchiveEntry(new ZipArchiveEntry(name));
    zip.write(bytes);
    zip.closeArchiveEntry();
  }

  static void addLink(ZipArchiveOutputStream zip, String name, String target) throws IOException {
    ZipArchiveEntry entry = new ZipArchiveEntry(name);
    entry.setUnixMode(0120777);
    zip.putArchiveEntry(entry);
    zip.write(target.getBytes(StandardCharsets.UTF_8));
    zip.closeArchiveEntry();
  }

  static void add(TarArchiveOutputStream tar, String name, String text) throws IOException {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    // keeps the slash that an honest writer would take away
    TarArchiveEntry entry = new TarArchiveEntry(name, true);
    entry.setSize(bytes.length);
    tar.putArchiveEntry(entry);
    tar.write(bytes);
    tar.closeArchiveEntry();
  }

  static void addLink(TarArchiveOutputStream tar, String name, byte type, String target)
      throws IOException {
    TarArchiveEntry entry = new TarArchiveEntry(name, type);
    entry.setLinkName(target);
    tar.putArchiveEntry(entry);
    tar.closeArchiveEntry();
  }

  static void addSpecial(TarArchiveOutputStream tar, String name, byte type) throws IOException {
    tar.putArchiveEntry(new TarArchiveEntry(name, type));
    tar.closeArchiveEntry();
  }

  /** A tar.gz of nested long-name headers, which cost a reader memory and stack. */
  static Path tarOfLongNames(Path file, int count, int size) throws IOException {
    ByteArrayOutputStream header = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = open(header)) {
      TarArchiveEntry entry =
          new TarArchiveEntry(TarConstants.GNU_LONGLINK, TarConstants.LF_GNUTYPE_LONGNAME);
      entry.setSize(0);
      tar.putArchiveEntry(entry);
      tar.closeArchiveEntry();
    }
    byte[] block = Arrays.copyOf(header.toByteArray(), 512);
    byte[] digits = "%011o\0".formatted(size).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, block, 124, 12);
    checksum(block);
    byte[] zeros = new byte[512];
    try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
      for (int i = 0; i < count; i++) {
        out.write(block);
        for (int written = 0; written < size; written += zeros.length) {
          out.write(zeros);
        }
      }
    }
    return file;
  }

  private static void checksum(byte[] block) {
    Arrays.fill(block, 148, 156, (byte) ' ');
    int sum = 0;
    for (byte b : block) {
      sum += b & 0xff;
    }
    byte[] digits = "%06o\0 ".formatted(sum).getBytes(StandardCharsets.US_ASCII);
    System.arraycopy(digits, 0, block, 148, 8);
  }
}
