package dev.drydock.engine;

import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.Progress;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks from within a build what the builds of most exercises need: npm's registry. A machine whose
 * browser works may have builds that reach nothing, for want of a proxy, a name server or its
 * certificate.
 */
final class BuildNetworkProbe {

  private static final List<String> WITH_NPM = List.of("node:24-alpine", "node:24-slim", "node:24");
  private static final Duration TIME = Duration.ofSeconds(60);
  private static final ByteSize DISK = ByteSize.parse("1 GB");

  /** What npm says of the cause; its last lines name a log that is gone with the build. */
  private static final Pattern CAUSE =
      Pattern.compile("npm (?:error|ERR!) (?:code |.*reason: )(\\S.*)");

  private final EngineSession session;

  BuildNetworkProbe(EngineSession session) {
    this.session = session;
  }

  /** An image to ask from; without one nothing can be said. */
  Optional<String> image() {
    return WITH_NPM.stream().filter(name -> session.engine().image(name).isPresent()).findFirst();
  }

  /**
   * Build.
   *
   * @param network whether the build gets one
   * @return why nothing was reached, empty when it was
   */
  Optional<String> trouble(String image, boolean network) {
    Path folder = session.run().temporaryFolder("probe");
    try {
      Path file = folder.resolve("Dockerfile");
      Files.writeString(file, "FROM " + image + "\nRUN npm ping --fetch-retries=0\n");
      String tag = session.run().uniqueName("probe");
      BuildRequest request =
          new BuildRequest(
                  folder,
                  file,
                  tag,
                  session.run().labels(),
                  Map.of(),
                  BuildRequest.Steps.usual(network),
                  BuildRequest.Limits.of(TIME, DISK))
              .uncached();
      BuildEvidence build = session.builder().attempt(request, Progress.NONE).evidence();
      session.removeImage(tag);
      return build.status() == BuildEvidence.Status.BUILT
          ? Optional.empty()
          : Optional.of(why(build));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      session.run().discard(folder);
    }
  }

  private static String why(BuildEvidence build) {
    return build.logTail().stream()
        .map(CAUSE::matcher)
        .filter(Matcher::find)
        .map(found -> found.group(1))
        .reduce((code, reason) -> reason)
        .orElse(build.message());
  }
}
