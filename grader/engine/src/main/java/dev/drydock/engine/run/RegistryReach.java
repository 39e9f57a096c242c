package dev.drydock.engine.run;

import dev.drydock.engine.EngineSession;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Whether builds get what the builds of most exercises need, npm's registry: asked from within a
 * build. A machine whose browser works may have builds that reach nothing, for want of a proxy, a
 * name server or its certificate.
 */
public final class RegistryReach {

  /** Of those with npm, the smallest. */
  public static final String USUAL_IMAGE = "node:24-alpine";

  private static final List<String> WITH_NPM = List.of(USUAL_IMAGE, "node:24-slim", "node:24");

  /** What npm says of the cause; its last lines name a log that is gone with the build. */
  private static final Pattern CAUSE =
      Pattern.compile("npm (?:error|ERR!) (?:code |.*reason: )(\\S.*)");

  private static final Pattern CERTIFICATE =
      Pattern.compile("npm (?:error|ERR!) code \\w*(?:CERT|ISSUER|SIGNATURE)\\w*");

  /** Whose word npm takes for the registry's certificate. */
  public enum Trust {
    /** Of those that the base image names. */
    OF_THE_IMAGE(""),
    /** Of those that everybody's images know: not of this machine's own. */
    PUBLIC("NODE_EXTRA_CA_CERTS= NODE_OPTIONS= npm_config_cafile= ");

    private final String environment;

    Trust(String environment) {
      this.environment = environment;
    }
  }

  /**
   * Why nothing was reached.
   *
   * @param certificate whether somebody answered whom npm did not trust
   */
  public record Trouble(String words, boolean certificate) {}

  private RegistryReach() {}

  /** An image that is there to ask from. */
  public static Optional<String> image(EngineSession session) {
    return WITH_NPM.stream().filter(name -> session.engine().image(name).isPresent()).findFirst();
  }

  /**
   * Ask.
   *
   * @return empty when it answers
   */
  public static Optional<Trouble> trouble(EngineSession session, String image, Trust trust) {
    return trouble(session, image, trust, true);
  }

  /**
   * @param network whether the build gets one
   */
  static Optional<Trouble> trouble(
      EngineSession session, String image, Trust trust, boolean network) {
    String script = trust.environment + "npm ping --fetch-retries=0\n";
    BuildEvidence build = TrialBuild.of(session, image, script, network);
    return build.status() == BuildEvidence.Status.BUILT
        ? Optional.empty()
        : Optional.of(
            new Trouble(
                why(build),
                build.logTail().stream().anyMatch(line -> CERTIFICATE.matcher(line).find())));
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
