package dev.drydock.files;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** SHA-256 over fields; each goes in with its length, so that no two lists look the same. */
public final class Fingerprint {

  private final MessageDigest digest;

  public Fingerprint() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  public Fingerprint add(byte[] field) {
    digest.update(ByteBuffer.allocate(Long.BYTES).putLong(0, field.length));
    digest.update(field);
    return this;
  }

  public Fingerprint add(String field) {
    return add(field.getBytes(StandardCharsets.UTF_8));
  }

  /** In hexadecimal; nothing can be added afterwards. */
  public String hex() {
    return HexFormat.of().formatHex(digest.digest());
  }
}
