package dev.drydock.exercise;

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
 * @param buildNetwork network of its RUN steps
 * @param port the service listens on, null for a command
 * @param env set when running
 * @param startWithin how long it may take to answer
 * @param stopWithin how long it may take to stop when asked to
 * @param rules checks that are graded or have settings of their own; the others run as advice
 * @param starterFails ids of the required checks that the starter fails
 */
public record ImageSpec(
    String name,
    List<String> editable,
    List<String> salt,
    BuildNetwork buildNetwork,
    @Nullable Integer port,
    Map<String, String> env,
    Duration startWithin,
    Duration stopWithin,
    List<RequestSpec> requests,
    List<CommandSpec> commands,
    List<CheckRule> rules,
    List<String> starterFails) {

  public ImageSpec {
    editable = List.copyOf(editable);
    salt = List.copyOf(salt);
    env = Map.copyOf(env);
    requests = List.copyOf(requests);
    commands = List.copyOf(commands);
    rules = List.copyOf(rules);
    starterFails = List.copyOf(starterFails);
  }

  public boolean isService() {
    return port != null;
  }

  public Optional<CheckRule> rule(String checkId) {
    return rules.stream().filter(rule -> rule.id().equals(checkId)).findFirst();
  }

  /** Network of RUN steps while building. */
  public enum BuildNetwork {
    NONE,
    DEFAULT
  }
}
