package dev.drydock.exercise;

import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
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
 * @param editable files taken from a submission, relative to the image's folder
 * @param salt what is planted in the context before building ({@code .git/}, {@code .env}…)
 * @param generated what the app's own build leaves in the folder; never part of the exercise
 * @param buildNetwork network of its RUN steps
 * @param port the service listens on, null for a command
 * @param env set when running
 * @param startWithin how long it may take to answer
 * @param stopWithin how long it may take to stop when asked to
 * @param rules checks that are graded or have settings of their own; the others run as advice
 * @param rebuild what the B checks touch, null where they are not asked for
 * @param starterFails ids of the required checks that the starter fails
 * @param buildBounds at which a build is stopped
 */
public record ImageSpec(
    String name,
    List<String> editable,
    List<String> salt,
    List<String> generated,
    BuildNetwork buildNetwork,
    @Nullable Integer port,
    Map<String, String> env,
    Duration startWithin,
    Duration stopWithin,
    List<RequestSpec> requests,
    List<CommandSpec> commands,
    List<CheckRule> rules,
    @Nullable Rebuild rebuild,
    List<String> starterFails,
    BuildBounds buildBounds) {

  /** What a student may change where the exercise says nothing. */
  public static final List<String> DEFAULT_EDITABLE = List.of("Dockerfile", ".dockerignore");

  public ImageSpec {
    editable = List.copyOf(editable);
    salt = List.copyOf(salt);
    generated = List.copyOf(generated);
    env = Map.copyOf(env);
    requests = List.copyOf(requests);
    commands = List.copyOf(commands);
    rules = List.copyOf(rules);
    starterFails = List.copyOf(starterFails);
  }

  /** What is asked of an image that belongs to no exercise: nothing. */
  public static ImageSpec unspecified(String name) {
    return new ImageSpec(
        name,
        DEFAULT_EDITABLE,
        List.of(),
        List.of(),
        BuildNetwork.DEFAULT,
        null,
        Map.of(),
        Duration.ZERO,
        Duration.ZERO,
        List.of(),
        List.of(),
        List.of(),
        null,
        List.of());
  }

  /** With the usual bounds. */
  public ImageSpec(
      String name,
      List<String> editable,
      List<String> salt,
      List<String> generated,
      BuildNetwork buildNetwork,
      @Nullable Integer port,
      Map<String, String> env,
      Duration startWithin,
      Duration stopWithin,
      List<RequestSpec> requests,
      List<CommandSpec> commands,
      List<CheckRule> rules,
      @Nullable Rebuild rebuild,
      List<String> starterFails) {
    this(
        name,
        editable,
        salt,
        generated,
        buildNetwork,
        port,
        env,
        startWithin,
        stopWithin,
        requests,
        commands,
        rules,
        rebuild,
        starterFails,
        BuildBounds.USUAL);
  }

  /** What it is run for. */
  public Job job() {
    return port == null
        ? new Job.Command(env, startWithin, commands)
        : new Job.Service(port, env, startWithin, stopWithin, requests);
  }

  public boolean isService() {
    return port != null;
  }

  public Optional<CheckRule> rule(String checkId) {
    return rules.stream().filter(rule -> rule.id().equals(checkId)).findFirst();
  }

  /** Whether a file, named relative to the image's folder, is taken from a submission. */
  public boolean isEditable(String name) {
    return editable.stream().anyMatch(pattern -> Glob.of(pattern).matches(name));
  }

  /** Whether the whole project is the submission, and nothing of the exercise's own is used. */
  public boolean takesWholeProject() {
    return editable.contains("**");
  }

  /**
   * Files touched to see what is built again.
   *
   * @param source one of the app's sources
   * @param manifest names the app's dependencies
   */
  public record Rebuild(String source, String manifest) {}

  /**
   * What one build may take.
   *
   * @param within its time
   * @param disk what it may write
   */
  public record BuildBounds(Duration within, ByteSize disk) {

    public static final BuildBounds USUAL =
        new BuildBounds(Duration.ofMinutes(10), ByteSize.parse("10 GB"));
  }

  /** Network of RUN steps while building. */
  public enum BuildNetwork {
    NONE,
    DEFAULT
  }
}
