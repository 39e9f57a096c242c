package dev.drydock.engine.job;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/** What an image is run for. */
public sealed interface Job {

  /** Set when running. */
  Map<String, String> env();

  /** How long it may take to answer, or to end. */
  Duration startWithin();

  /**
   * It stays and answers requests.
   *
   * @param port it listens on
   * @param stopWithin how long it may take to stop when asked to
   */
  record Service(
      int port,
      Map<String, String> env,
      Duration startWithin,
      Duration stopWithin,
      List<RequestSpec> requests)
      implements Job {

    public Service {
      env = Map.copyOf(env);
      requests = List.copyOf(requests);
    }
  }

  /** It does its work and exits, once for each case. */
  record Command(Map<String, String> env, Duration startWithin, List<CommandSpec> cases)
      implements Job {

    public Command {
      env = Map.copyOf(env);
      cases = List.copyOf(cases);
    }
  }
}
