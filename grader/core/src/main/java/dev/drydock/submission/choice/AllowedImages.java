package dev.drydock.submission.choice;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.Frontend;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageUse;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Glob;
import dev.drydock.submission.folder.EntryNames;
import dev.drydock.text.DidYouMean;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which images a Dockerfile may take anything from. Asked before a build, as an engine has images
 * of others too, and takes a short name or an id for any of them.
 */
public final class AllowedImages {

  /** Our own images begin with it, whoever they are made for. */
  private static final String OURS = "drydock";

  private static final Set<String> OFFICIAL = officialNames();

  private final boolean official;
  private final List<String> more;

  private AllowedImages(boolean official, List<String> more) {
    this.official = official;
    this.more = List.copyOf(more);
  }

  /** The images a course allows. */
  public static AllowedImages of(Course course) {
    return new AllowedImages(course.officialImages(), course.moreImages());
  }

  /**
   * Something in a Dockerfile that stands against building it.
   *
   * @param reference as far as it could be resolved
   * @param reason a sentence for the student, without the line
   */
  public record Refusal(int line, String reference, String reason) {

    /** {@code line 3: …}. */
    public String message() {
      return "line " + line + ": " + reason;
    }
  }

  public boolean allows(ImageReference image) {
    return !isOurs(image) && (isOfficial(image) || isNamed(image));
  }

  /** Everything in a Dockerfile that is not allowed, by line; empty when it may be built. */
  public List<Refusal> refusals(Dockerfile dockerfile) {
    List<Refusal> refusals = new ArrayList<>();
    frontend(dockerfile).ifPresent(refusals::add);
    unread(dockerfile).ifPresent(refusals::add);
    dockerfile.instructions(Run.class).forEach(run -> refusals.addAll(rights(run)));
    List<String> stages =
        dockerfile.stages().stream().flatMap(stage -> stage.name().stream()).toList();
    for (Stage stage : dockerfile.stages()) {
      refusal(stage.parent(), stage.startLine(), "FROM " + stage.from().image(), stages)
          .ifPresent(refusals::add);
      for (StageUse use : stage.uses()) {
        String what =
            (use.kind() == StageUse.Kind.COPY ? "COPY --from=" : "mount from=") + use.written();
        refusal(use.origin(), use.instruction().startLine(), what, stages).ifPresent(refusals::add);
      }
    }
    refusals.sort(Comparator.comparingInt(Refusal::line));
    return refusals;
  }

  /** What a builder grants to nobody unless its owner says so, whatever its version. */
  private static List<Refusal> rights(Run run) {
    return run.flags().stream()
        .filter(
            flag ->
                flag.name().equals("security") && "insecure".equals(flag.value())
                    || flag.name().equals("network") && "host".equals(flag.value()))
        .map(flag -> "RUN --" + flag.name() + "=" + flag.value())
        .map(
            asked ->
                new Refusal(
                    run.startLine(), asked, asked + " asks for rights that no build has here"))
        .toList();
  }

  /** What was not read may name any image. */
  private static Optional<Refusal> unread(Dockerfile dockerfile) {
    return dockerfile.problems().stream()
        .filter(problem -> problem.code() == ProblemCode.TOO_MANY_INSTRUCTIONS)
        .findFirst()
        .map(
            problem ->
                new Refusal(
                    problem.line(),
                    "",
                    problem.message() + ", so not all images it is built on are known"));
  }

  private static Optional<Refusal> frontend(Dockerfile dockerfile) {
    Frontend frontend = Frontend.find(dockerfile.text());
    if (frontend == null || frontend.isStandard()) {
      return Optional.empty();
    }
    String image = EntryNames.shown(frontend.image());
    return Optional.of(
        new Refusal(
            frontend.line(),
            image,
            "the syntax line asks for '" + image + "': only docker/dockerfile is allowed here"));
  }

  private Optional<Refusal> refusal(Origin origin, int line, String what, List<String> stages) {
    if (origin instanceof Origin.Invalid invalid) {
      return Optional.of(
          new Refusal(
              line,
              invalid.text(),
              EntryNames.shown(what) + " names no image: " + invalid.reason()));
    }
    if (!(origin instanceof Origin.OfImage of) || allows(of.image())) {
      return Optional.empty();
    }
    String name = of.image().familiar();
    String stage = what.startsWith("FROM ") ? "" : DidYouMean.suffix(name, stages);
    String hint = stage.isEmpty() ? "; " + allowed() : stage;
    return Optional.of(
        new Refusal(line, name, "'" + EntryNames.shown(name) + "' is not an allowed image" + hint));
  }

  /** What to use instead, for messages. */
  private String allowed() {
    List<String> parts = new ArrayList<>();
    if (official) {
      parts.add("official images such as golang or node");
    }
    parts.addAll(more);
    return parts.isEmpty() ? "only scratch is allowed" : "allowed: " + String.join(", ", parts);
  }

  private boolean isOfficial(ImageReference image) {
    return official && image.isOfficial() && OFFICIAL.contains(image.familiarName());
  }

  /** A pattern with a tag is matched with the tag, another one with any. */
  private boolean isNamed(ImageReference image) {
    String name = image.familiarName();
    String withTag = name + image.effectiveTag().map(tag -> ":" + tag).orElse("");
    return more.stream()
        .map(Glob::of)
        .anyMatch(pattern -> pattern.matches(name) || pattern.matches(withTag));
  }

  private static boolean isOurs(ImageReference image) {
    return List.of(image.repository().split("/")).stream().anyMatch(part -> part.startsWith(OURS));
  }

  private static Set<String> officialNames() {
    try (InputStream in = AllowedImages.class.getResourceAsStream("official-images.txt")) {
      if (in == null) {
        throw new IllegalStateException("no resource official-images.txt");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
