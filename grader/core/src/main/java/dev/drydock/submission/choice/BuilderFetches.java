package dev.drydock.submission.choice;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Add;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Onbuild;
import dev.drydock.exercise.ImageSpec.BuildNetwork;
import dev.drydock.submission.choice.AllowedImages.Refusal;
import dev.drydock.submission.folder.EntryNames;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * What a Dockerfile makes the builder itself fetch. The network that a build is given or denied is
 * that of its RUN steps alone: the builder fetches with the engine's own.
 */
public final class BuilderFetches {

  /** Whatever follows, it begins like a path: no scheme and no user has such a character. */
  private static final Pattern PATH = Pattern.compile("[^$\\\\`\"':@/.]*[/.].*", Pattern.DOTALL);

  /** A host that is written out, whatever follows it. */
  private static final Pattern WRITTEN_HOST =
      Pattern.compile("[A-Za-z][A-Za-z0-9+.-]*://[^/?#$\\\\`\"']+[/?#].*", Pattern.DOTALL);

  private final BuildNetwork network;
  private final Predicate<String> planted;

  /**
   * @param network of the build
   * @param planted tells the build arguments that the grader sets
   */
  public BuilderFetches(BuildNetwork network, Predicate<String> planted) {
    this.network = network;
    this.planted = planted;
  }

  /** Everything in a Dockerfile that the builder must not fetch, by line. */
  public List<Refusal> refusals(Dockerfile dockerfile) {
    GivenVariables given = new GivenVariables(dockerfile, planted);
    List<Refusal> refusals = new ArrayList<>();
    for (Instruction instruction : dockerfile.instructions()) {
      if (instruction instanceof Add add) {
        for (String source : add.sources()) {
          refusal(dockerfile, given, add, source).ifPresent(refusals::add);
        }
      } else if (instruction instanceof Onbuild onbuild && onbuild.trigger() instanceof Add add) {
        for (String source : add.sources()) {
          // its variables are those of the stages that carry it out
          (source.contains("$")
                  ? uncertain(onbuild, source, "a variable")
                  : refusal(dockerfile, given, onbuild, source))
              .ifPresent(refusals::add);
        }
      }
    }
    return refusals;
  }

  private Optional<Refusal> refusal(
      Dockerfile dockerfile, GivenVariables given, Instruction at, String written) {
    Optional<String> name = given.in(at, written);
    Optional<Refusal> uncertain = name.flatMap(one -> uncertain(at, written, one));
    if (uncertain.isPresent()) {
      return uncertain;
    }
    String source = dockerfile.resolve(at, written).text();
    Optional<RemoteSource> remote = RemoteSource.of(source);
    if (remote.isEmpty()) {
      return Optional.empty();
    }
    if (network == BuildNetwork.NONE) {
      return refusal(
          at,
          source,
          "ADD would fetch '"
              + EntryNames.shown(source)
              + "', but nothing is fetched in this exercise: its builds have no network");
    }
    String host = remote.get().host();
    return NearbyHosts.holds(host)
        ? refusal(
            at,
            source,
            "ADD would fetch from '"
                + EntryNames.shown(host)
                + "', which is the grader's own machine or network: only public hosts are allowed")
        : Optional.empty();
  }

  private Optional<Refusal> uncertain(Instruction at, String written, String name) {
    if (PATH.matcher(written).matches()) {
      return Optional.empty();
    }
    if (network == BuildNetwork.NONE) {
      return refusal(
          at,
          written,
          "what ADD takes from '"
              + EntryNames.shown(written)
              + "' depends on "
              + EntryNames.shown(name)
              + ", which this file does not set: write the file's name, as nothing is fetched in"
              + " this exercise");
    }
    return WRITTEN_HOST.matcher(written).matches()
        ? Optional.empty()
        : refusal(
            at,
            written,
            "what ADD takes from '"
                + EntryNames.shown(written)
                + "' depends on "
                + EntryNames.shown(name)
                + ", which this file does not set: write the file's name, or the host that it is"
                + " fetched from");
  }

  private static Optional<Refusal> refusal(Instruction at, String source, String reason) {
    return Optional.of(new Refusal(at.startLine(), source, reason));
  }
}
