package dev.drydock.engine.run;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.build.BuildRequest;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.engine.host.Progress;
import dev.drydock.image.ByteSize;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/** A build of the grader's own, to see what a RUN step of anybody's can do on this engine. */
final class TrialBuild {

  private static final Duration TIME = Duration.ofSeconds(60);
  private static final ByteSize DISK = ByteSize.parse("1 GB");

  private TrialBuild() {}

  /**
   * Have a build carry out a script; nothing of it stays.
   *
   * @param image that is there, with a shell
   * @param network whether the build gets one
   */
  static BuildEvidence of(EngineSession session, String image, String script, boolean network) {
    Path folder = session.run().temporaryFolder("trial");
    try {
      Files.writeString(folder.resolve("script"), script);
      Path file = folder.resolve("Dockerfile");
      Files.writeString(file, "FROM " + image + "\nCOPY script /script\nRUN sh /script\n");
      String tag = session.run().uniqueName("trial");
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
      return build;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      session.run().discard(folder);
    }
  }
}
