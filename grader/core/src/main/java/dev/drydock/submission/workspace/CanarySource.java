package dev.drydock.submission.workspace;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Secret values that depend on a course's secret, a submission and a name, and on nothing else. */
final class CanarySource {

  private static final String ALGORITHM = "HmacSHA256";
  private static final int BYTES = 20;

  private final SecretKeySpec key;
  private final String submissionKey;

  CanarySource(byte[] secret, String submissionKey) {
    this.key = new SecretKeySpec(secret, ALGORITHM);
    this.submissionKey = submissionKey;
  }

  /** Forty hexadecimal digits behind a mark that a person recognises. */
  String value(String name) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(key);
      byte[] code = mac.doFinal((submissionKey + "\0" + name).getBytes(StandardCharsets.UTF_8));
      return "canary_" + HexFormat.of().formatHex(code, 0, BYTES);
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("every Java has " + ALGORITHM, e);
    }
  }
}
