package dev.drydock.image.content;

/**
 * The head of an installed package's {@code package.json}.
 *
 * @param name empty when it has none or does not parse
 * @param version empty when it has none or does not parse
 */
public record NpmManifest(String name, String version) {

  static final NpmManifest UNREADABLE = new NpmManifest("", "");
}
