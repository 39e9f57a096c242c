package dev.drydock.engine.run;

import com.github.dockerjava.api.exception.DockerException;
import dev.drydock.engine.EngineSession;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineHost;
import dev.drydock.engine.host.InfrastructureException;
import java.time.Duration;

/**
 * A small web page for a command to fetch, on the loopback interface of the network its container
 * joins. The answer is held until {@link #release}, so that even a short-lived command's processes
 * can be inspected.
 *
 * <p>{@code /page.html} has three links within its own site and two to others; anything else is
 * 404.
 */
final class FixtureServer implements AutoCloseable {

  private static final String NAME = "fixture";
  private static final int PORT = 8080;

  private static final String UNSERVED = "the page for the program to fetch cannot be served: ";

  private static final Duration START = Duration.ofSeconds(30);
  private static final int LOOK_MILLIS = 50;

  /** Each connection is answered by its own process; the signal lets them continue. */
  private static final String SCRIPT =
      """
      cat >/page.html <<'END'
      <!doctype html><html><head><title>Fixture</title></head><body>
      <a href="/one">one</a> <a href="two.html">two</a> <a href="#three">three</a>
      <a href="https://example.org/">elsewhere</a> <a href="http://example.net/x">further</a>
      </body></html>
      END
      echo 'not here' >/other
      cat >/answer <<'END'
      read -r method path version
      while read -r line && [ -n "${line%?}" ]; do :; done
      echo asked >&2
      until [ -e /released ]; do sleep 0.1; done
      case $path in
        /page.html) status='200 OK' type='text/html; charset=utf-8' body=/page.html ;;
        *) status='404 Not Found' type=text/plain body=/other ;;
      esac
      printf 'HTTP/1.1 %s\\r\\nContent-Type: %s\\r\\n' "$status" "$type"
      printf 'Content-Length: %d\\r\\nConnection: close\\r\\n\\r\\n' "$(wc -c <$body)"
      cat $body
      END
      trap ': >/released' USR1
      nc -ll -p PORT -e sh /answer &
      until netstat -ltn | grep -q ':PORT '; do sleep 0.1; done
      echo listening
      while kill -0 $! 2>/dev/null; do wait $!; done
      """
          .replace("PORT", String.valueOf(PORT));

  private final HelperContainer helper;

  private FixtureServer(HelperContainer helper) {
    this.helper = helper;
  }

  /**
   * Start one in the run's network.
   *
   * @throws InfrastructureException when it does not listen
   */
  static FixtureServer start(EngineSession session) {
    try {
      HelperContainer helper =
          HelperContainer.start(
              session,
              SCRIPT,
              place ->
                  session.network().join(place).withExtraHosts(NAME + ":" + EngineHost.LOOPBACK));
      return new FixtureServer(helper).listening();
    } catch (DockerException e) {
      throw new InfrastructureException(UNSERVED + Engine.firstLine(e), e);
    }
  }

  private FixtureServer listening() {
    boolean listens = false;
    try {
      listens = awaitLine("listening", START);
      if (!listens) {
        throw new InfrastructureException(UNSERVED + String.join(" ", helper.output()));
      }
      return this;
    } finally {
      if (!listens) {
        close();
      }
    }
  }

  /** Where it is reached from a container that joins its network. */
  static String address() {
    return "http://" + NAME + ":" + PORT;
  }

  /** Container whose network is to be joined. */
  String containerId() {
    return helper.id();
  }

  /** Wait until a request is being held; false when none came in time. */
  boolean awaitRequest(Duration limit) {
    return awaitLine("asked", limit);
  }

  /** Let held and later requests be answered. */
  void release() {
    try {
      helper.signal("USR1");
    } catch (DockerException e) {
      throw new InfrastructureException(UNSERVED + Engine.firstLine(e), e);
    }
  }

  @Override
  public void close() {
    helper.close();
  }

  private boolean awaitLine(String line, Duration limit) {
    long end = System.nanoTime() + limit.toNanos();
    while (!helper.output().contains(line)) {
      if (System.nanoTime() >= end) {
        return false;
      }
      SandboxedContainer.pause(LOOK_MILLIS);
    }
    return true;
  }
}
