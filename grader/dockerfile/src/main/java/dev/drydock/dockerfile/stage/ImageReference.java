package dev.drydock.dockerfile.stage;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The name of an image, read with the rules of the engine: {@code node:24-alpine}, {@code
 * example.org:5000/team/app@sha256:…}.
 *
 * @param registry host and port; {@link #DEFAULT_REGISTRY} when none is written
 * @param repository full path in the registry: {@code library/node} for {@code node}
 * @param tag null when none is written
 * @param digest {@code sha256:…}; null when none is written
 */
public record ImageReference(
    String registry, String repository, @Nullable String tag, @Nullable String digest) {

  /** The registry of names without a host: the default domain in the grammar of references. */
  public static final String DEFAULT_REGISTRY = String.join(".", "docker", "io");

  /** An older name of the default registry, which clients still log in to. */
  private static final String LEGACY_DEFAULT_REGISTRY = "index." + DEFAULT_REGISTRY;

  private static final String OFFICIAL = "library/";
  private static final int MAX_NAME_LENGTH = 255;

  // Possessive throughout: a hostile name must not make the matcher try again and again.
  private static final Pattern PATH =
      Pattern.compile(
          "[a-z0-9]++(?:(?:\\.|__?|-++)[a-z0-9]++)*+(?:/[a-z0-9]++(?:(?:\\.|__?|-++)[a-z0-9]++)*+)*+");
  private static final Pattern HOST =
      Pattern.compile(
          "(?:[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?)*"
              + "|\\[[A-Fa-f0-9:]++\\])(?::[0-9]++)?");
  private static final Pattern TAG = Pattern.compile("[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}");
  private static final Pattern DIGEST =
      Pattern.compile("sha256:[0-9a-f]{64}|sha384:[0-9a-f]{96}|sha512:[0-9a-f]{128}");
  private static final Pattern IDENTIFIER = Pattern.compile("[0-9a-f]{64}");

  /**
   * Check the parts.
   *
   * @param registry host and port; {@link #DEFAULT_REGISTRY} when none is written
   * @param repository full path in the registry: {@code library/node} for {@code node}
   * @param tag null when none is written
   * @param digest {@code sha256:…}; null when none is written
   * @throws IllegalArgumentException when the parts do not make a name
   */
  public ImageReference {
    String defect = defect(registry, repository, tag, digest);
    if (defect != null) {
      throw new IllegalArgumentException(defect);
    }
  }

  /**
   * Parse a name as written in a FROM or on a command line.
   *
   * @param text the name, variables substituted
   * @return its parts
   * @throws IllegalArgumentException when it is not a name; the message quotes the text and says
   *     why
   */
  public static ImageReference parse(String text) {
    if (text.length() > 2 * MAX_NAME_LENGTH + 512) {
      throw new IllegalArgumentException("the image name is too long: " + text.length());
    }
    if (IDENTIFIER.matcher(text).matches()) {
      throw new IllegalArgumentException("'" + text + "' is an image id, not a name");
    }
    String rest = text;
    String digest = null;
    int at = rest.indexOf('@');
    if (at >= 0) {
      digest = rest.substring(at + 1);
      rest = rest.substring(0, at);
    }
    String tag = null;
    int colon = rest.lastIndexOf(':');
    if (colon > rest.lastIndexOf('/')) {
      tag = rest.substring(colon + 1);
      rest = rest.substring(0, colon);
    }
    String registry = DEFAULT_REGISTRY;
    int slash = rest.indexOf('/');
    if (slash >= 0 && isHost(rest.substring(0, slash))) {
      registry = rest.substring(0, slash);
      rest = rest.substring(slash + 1);
    }
    if (registry.equals(LEGACY_DEFAULT_REGISTRY)) {
      registry = DEFAULT_REGISTRY;
    }
    boolean official = registry.equals(DEFAULT_REGISTRY) && rest.indexOf('/') < 0;
    String repository = official ? OFFICIAL + rest : rest;
    String defect = rest.isEmpty() ? "it has no name" : defect(registry, repository, tag, digest);
    if (defect != null) {
      throw new IllegalArgumentException("'" + text + "' is no image name: " + defect);
    }
    return new ImageReference(registry, repository, tag, digest);
  }

  /**
   * Parse a name that may not be one.
   *
   * @param text anything
   * @return its parts; empty where {@link #parse} fails
   */
  public static Optional<ImageReference> tryParse(String text) {
    try {
      return Optional.of(parse(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /** The first part of a name is a host when it cannot be part of a path. */
  private static boolean isHost(String part) {
    return part.indexOf('.') >= 0
        || part.indexOf(':') >= 0
        || part.equals("localhost")
        || !part.equals(part.toLowerCase(Locale.ROOT));
  }

  private static @Nullable String defect(
      String registry, String repository, @Nullable String tag, @Nullable String digest) {
    if (!repository.equals(repository.toLowerCase(Locale.ROOT))) {
      return "a name is in lower case";
    }
    if (repository.length() > MAX_NAME_LENGTH || registry.length() > MAX_NAME_LENGTH) {
      return "it is longer than " + MAX_NAME_LENGTH + " characters";
    }
    if (!PATH.matcher(repository).matches()) {
      return "a name consists of letters and digits, with single . _ - / between them";
    }
    if (!HOST.matcher(registry).matches()) {
      return "'" + registry + "' is no host name";
    }
    if (tag != null && !TAG.matcher(tag).matches()) {
      return tag.isEmpty() ? "the tag is empty" : "'" + tag + "' is no tag";
    }
    if (digest != null && !DIGEST.matcher(digest).matches()) {
      return "the digest is not sha256: and 64 hexadecimal digits";
    }
    return null;
  }

  /** {@return whether it is one of the curated images, whose names have no owner} */
  public boolean isOfficial() {
    return registry.equals(DEFAULT_REGISTRY)
        && repository.startsWith(OFFICIAL)
        && repository.indexOf('/', OFFICIAL.length()) < 0;
  }

  /**
   * {@return the short name people write, without tag and digest: {@code node}, {@code team/app}}
   */
  public String familiarName() {
    if (isOfficial()) {
      return repository.substring(OFFICIAL.length());
    }
    return registry.equals(DEFAULT_REGISTRY) ? repository : registry + "/" + repository;
  }

  /** {@return the short name, with tag and digest where they are written} */
  public String familiar() {
    return familiarName() + suffix(tag);
  }

  /** {@return the full name; with the tag {@code latest} when it has neither tag nor digest} */
  public String canonical() {
    String name = registry + "/" + repository;
    return name + suffix(tag == null && digest == null ? "latest" : tag);
  }

  private String suffix(@Nullable String shownTag) {
    return (shownTag == null ? "" : ":" + shownTag) + (digest == null ? "" : "@" + digest);
  }

  /** {@return the tag in force: {@code latest} when neither tag nor digest is written} */
  public Optional<String> effectiveTag() {
    return Optional.ofNullable(tag == null && digest == null ? "latest" : tag);
  }

  /**
   * {@return whether a later build may silently get another image: there is no digest, and no tag
   * but {@code latest}}
   */
  public boolean isUnpinned() {
    return digest == null && (tag == null || tag.equals("latest"));
  }

  @Override
  public String toString() {
    return familiar();
  }
}
