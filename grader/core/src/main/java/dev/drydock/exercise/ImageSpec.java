package dev.drydock.exercise;

import dev.drydock.engine.job.Job;
import dev.drydock.image.ByteSize;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One image of an exercise.
 *
 * @param name of its folder, which is also its build context
 * @param job what the image is run for
 * @param rules checks that are graded or have settings of their own; the others run as advice
 * @param rebuild what the B checks touch, null where they are not asked for
 * @param starterFails ids of the required checks that the starter fails
 */
public record ImageSpec(
    String name,
    Files files,
    Build build,
    Job job,
    List<CheckRule> rules,
    @Nullable Rebuild rebuild,
    List<String> starterFails) {

  public ImageSpec {
    rules = List.copyOf(rules);
    starterFails = List.copyOf(starterFails);
  }

  /** What is asked of an image that belongs to no exercise: nothing. */
  public static ImageSpec unspecified(String name) {
    return new ImageSpec(
        name,
        new Files(Files.DEFAULT_EDITABLE, List.of(), List.of()),
        Build.usual(BuildNetwork.DEFAULT),
        new Job.Command(Map.of(), Duration.ZERO, List.of()),
        List.of(),
        null,
        List.of());
  }

  /** The same image, run for something else. */
  public ImageSpec with(Job other) {
    return new ImageSpec(name, files, build, other, rules, rebuild, starterFails);
  }

  public boolean isService() {
    return job instanceof Job.Service;
  }

  /**
   * What it is run for, where that is known to be a service.
   *
   * @throws IllegalStateException when it is a command
   */
  public Job.Service service() {
    if (job instanceof Job.Service service) {
      return service;
    }
    throw new IllegalStateException(name + " is a command, not a service");
  }

  /** Whether a file, named relative to the image's folder, is taken from a submission. */
  public boolean isEditable(String name) {
    return files.editable().stream().anyMatch(pattern -> Glob.of(pattern).matches(name));
  }

  /** Whether the whole project is the submission, and nothing of the exercise's own is used. */
  public boolean takesWholeProject() {
    return files.editable().contains("**");
  }

  public Optional<CheckRule> rule(String checkId) {
    return rules.stream().filter(rule -> rule.id().equals(checkId)).findFirst();
  }

  /**
   * The files in its folder.
   *
   * @param editable taken from a submission, relative to the image's folder
   * @param salt what is planted in the context before building ({@code .git/}, {@code .env}…)
   * @param generated what the app's own build leaves in the folder; never part of the exercise
   */
  public record Files(List<String> editable, List<String> salt, List<String> generated) {

    /** What a student may change where the exercise says nothing. */
    public static final List<String> DEFAULT_EDITABLE = List.of("Dockerfile", ".dockerignore");

    public Files {
      editable = List.copyOf(editable);
      salt = List.copyOf(salt);
      generated = List.copyOf(generated);
    }
  }

  /**
   * One build of it.
   *
   * @param network of its RUN steps
   * @param within after which it is stopped
   * @param disk which it may write before it is stopped
   */
  public record Build(BuildNetwork network, Duration within, ByteSize disk) {

    public static final Duration USUAL_TIME = Duration.ofMinutes(10);
    public static final ByteSize USUAL_DISK = ByteSize.parse("10 GB");

    /** With the usual bounds. */
    public static Build usual(BuildNetwork network) {
      return new Build(network, USUAL_TIME, USUAL_DISK);
    }
  }

  /**
   * Files touched to see what is built again.
   *
   * @param source one of the app's sources
   * @param manifest names the app's dependencies
   */
  public record Rebuild(String source, String manifest) {}

  /** Network of RUN steps while building. */
  public enum BuildNetwork {
    NONE,
    DEFAULT
  }
}
