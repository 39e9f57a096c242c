package dev.drydock.report.html;

import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Collects a page as the UTF-8 bytes it is written as. Pages are ASCII but for a few symbols, so
 * most characters are bytes already, and what repeats can be put in as bytes. Whatever a template
 * wrote, no control character and nothing that turns round text gets into a page.
 */
public final class PageWriter extends Writer {

  private byte[] bytes = new byte[1 << 16];
  private int length;

  @Override
  public void write(char[] text, int from, int count) {
    room(count);
    int end = from + count;
    for (int at = from; at < end; at++) {
      char c = text[at];
      if (c >= 0x7F || c < ' ' && c != '\n' && c != '\t') {
        String rest = Texts.clean(new String(text, at, end - at));
        append(rest.getBytes(StandardCharsets.UTF_8));
        return;
      }
      bytes[length++] = (byte) c;
    }
  }

  @Override
  public void write(String text, int from, int count) {
    char[] part = new char[count];
    text.getChars(from, from + count, part, 0);
    write(part, 0, count);
  }

  @Override
  public void write(String text) {
    write(text, 0, text.length());
  }

  @Override
  public void write(int c) {
    write(new char[] {(char) c}, 0, 1);
  }

  /** Put in what has been encoded before. */
  void append(byte[] utf8) {
    room(utf8.length);
    System.arraycopy(utf8, 0, bytes, length, utf8.length);
    length += utf8.length;
  }

  /** How many bytes there are so far. */
  int length() {
    return length;
  }

  /** What was written since there were so many bytes. */
  byte[] since(int start) {
    return Arrays.copyOfRange(bytes, start, length);
  }

  public byte[] toByteArray() {
    return since(0);
  }

  @Override
  public String toString() {
    return new String(bytes, 0, length, StandardCharsets.UTF_8);
  }

  private void room(int more) {
    if (bytes.length - length < more) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + more));
    }
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
