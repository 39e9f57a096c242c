package dev.drydock.submission.choice;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A source of ADD that the builder fetches by itself: a URL, or a Git repository in any of the
 * spellings that some builder takes.
 *
 * @param host which it asks, in lower case, as a client reads it: no user, no port, no brackets
 */
record RemoteSource(String host) {

  private static final Pattern URL =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://([^/?#]*).*", Pattern.DOTALL);

  /** {@code git@host:path}, as {@code scp} and Git write it. */
  private static final Pattern SCP =
      Pattern.compile("[^/:@]+@(\\[[^]]*]|[^/:@]+):.*", Pattern.DOTALL);

  private static final Pattern PORT = Pattern.compile(":[0-9]*$");

  /** Dots of other scripts, which end a label of a host name like the usual one. */
  private static final Pattern DOTS = Pattern.compile("[\u3002\uff0e\uff61]");

  /**
   * Read a source.
   *
   * @param source with its variables substituted
   * @return empty for a file of the build context
   */
  static Optional<RemoteSource> of(String source) {
    String text = source.strip();
    Matcher url = URL.matcher(text);
    if (url.matches()) {
      String authority = url.group(1);
      String place = authority.substring(authority.lastIndexOf('@') + 1);
      return Optional.of(new RemoteSource(plain(PORT.matcher(place).replaceFirst(""))));
    }
    Matcher scp = SCP.matcher(text);
    return scp.matches() ? Optional.of(new RemoteSource(plain(scp.group(1)))) : Optional.empty();
  }

  /** Clients decode percent signs, and fold wide digits and letters to the usual ones. */
  private static String plain(String written) {
    String host = written;
    try {
      host = URLDecoder.decode(written.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      // a percent sign that begins no code, as before the zone of an address
    }
    host = DOTS.matcher(Normalizer.normalize(host, Normalizer.Form.NFKC)).replaceAll(".");
    host = host.replaceAll("[\\[\\]\u00ad\u200b-\u200d\u2060\ufeff]", "");
    return host.toLowerCase(Locale.ROOT);
  }
}
