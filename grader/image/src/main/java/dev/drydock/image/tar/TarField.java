package dev.drydock.image.tar;

import java.util.Arrays;

/** Fields of a tar header block. */
final class TarField {

  private TarField() {}

  /** A number, octal text or (first bit set) big-endian binary, -1 when it is neither. */
  static long number(byte[] block, int offset, int length) {
    return (block[offset] & 0x80) != 0
        ? binary(block, offset, length)
        : octal(block, offset, length);
  }

  private static long binary(byte[] block, int offset, int length) {
    long value = block[offset] & 0x7f;
    for (int i = offset + 1; i < offset + length; i++) {
      if (value >>> 55 != 0) {
        return -1;
      }
      value = value << 8 | block[i] & 0xff;
    }
    return value;
  }

  private static long octal(byte[] block, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end && (block[at] == ' ' || block[at] == 0)) {
      at++;
    }
    long value = 0;
    while (at < end && block[at] != ' ' && block[at] != 0) {
      int digit = block[at++] - '0';
      if (digit < 0 || digit > 7) {
        return -1;
      }
      value = value << 3 | digit;
    }
    return value;
  }

  /** The bytes up to the first zero. */
  static byte[] text(byte[] block, int offset, int length) {
    int end = offset;
    while (end < offset + length && block[end] != 0) {
      end++;
    }
    return Arrays.copyOfRange(block, offset, end);
  }

  /** Whether the block is a header: its checksum, signed or unsigned, is right. */
  static boolean checksumHolds(byte[] block, int start) {
    long stored = number(block, start + 148, 8);
    long unsigned = 0;
    long signed = 0;
    for (int i = 0; i < 512; i++) {
      byte b = i >= 148 && i < 156 ? (byte) ' ' : block[start + i];
      unsigned += b & 0xff;
      signed += b;
    }
    return stored == unsigned || stored == signed;
  }

  static boolean isZero(byte[] block, int start) {
    for (int i = start; i < start + 512; i++) {
      if (block[i] != 0) {
        return false;
      }
    }
    return true;
  }
}
