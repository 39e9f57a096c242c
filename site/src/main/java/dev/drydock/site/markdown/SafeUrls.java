package dev.drydock.site.markdown;

import java.util.Locale;
import java.util.regex.Pattern;
import org.commonmark.renderer.html.UrlSanitizer;

/**
 * Lets through http, https and mailto links, relative links, and relative images; all else becomes
 * an empty address. Protocol-relative addresses are not relative.
 */
final class SafeUrls implements UrlSanitizer {

  private static final Pattern SCHEME = Pattern.compile("[a-z][a-z0-9+.-]*:.*", Pattern.DOTALL);
  private static final Pattern ALLOWED =
      Pattern.compile("(?:https?://|mailto:)[^\\s]+", Pattern.DOTALL);

  @Override
  public String sanitizeLinkUrl(String url) {
    String bare = bare(url);
    return ALLOWED.matcher(bare.toLowerCase(Locale.ROOT)).matches() ? bare : relative(bare);
  }

  @Override
  public String sanitizeImageUrl(String url) {
    return relative(bare(url));
  }

  /** Browsers ignore white space and control characters in and around a scheme. */
  private static String bare(String url) {
    return url.replaceAll("[\\p{Cntrl}\\s]+", "");
  }

  private static String relative(String url) {
    boolean absolute =
        url.startsWith("/")
            || url.startsWith("\\")
            || SCHEME.matcher(url.toLowerCase(Locale.ROOT)).matches();
    return absolute ? "" : url;
  }
}
