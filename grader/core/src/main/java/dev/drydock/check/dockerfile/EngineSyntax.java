package dev.drydock.check.dockerfile;

import dev.drydock.dockerfile.FrontendVersion;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The version of the Dockerfile syntax that the BuildKit inside an engine reads, by the engines'
 * release notes: 20.10 has 1.2, 23 has 1.4, and so on up to 29 with 1.20.
 */
final class EngineSyntax {

  private static final Pattern VERSION = Pattern.compile("(\\d{1,3})\\.(\\d{1,3}).*");

  private EngineSyntax() {}

  /** None for the classic builder, and when the engine's version cannot be read. */
  static Optional<FrontendVersion> of(BuildEvidence build) {
    Matcher version = VERSION.matcher(build.engine());
    return build.builder().equals("buildkit") && version.matches()
        ? Optional.of(
            new FrontendVersion(
                1, minor(Integer.parseInt(version.group(1)), Integer.parseInt(version.group(2)))))
        : Optional.empty();
  }

  private static int minor(int major, int release) {
    if (major >= 29) {
      return 20;
    }
    return switch (major) {
      case 28 -> 14 + Math.min(release, 5);
      case 27 -> 8;
      case 26 -> 7;
      case 25 -> 6;
      case 24 -> 5;
      case 23 -> 4;
      case 20 -> 2;
      default -> 1;
    };
  }
}
