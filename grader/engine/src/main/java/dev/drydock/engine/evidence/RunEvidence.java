package dev.drydock.engine.evidence;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of the image, from start to stop.
 *
 * @param startError the engine's words when the container could not be started, null otherwise
 * @param readyMillis from start to the first answer, null when it never answered
 * @param exchanges declared requests and what came back
 * @param processes of the container while it was answering (or while its command was waiting)
 * @param pid1 the process the engine started, null when the container had ended
 * @param sockets listening TCP sockets in the container's network
 * @param socketsKnown false where they could not be read (an engine out of sight, without a helper)
 * @param command outcome of an image whose job is a command, null for a service
 * @param stop how it ended when asked to, null when it was no longer running
 * @param earlyExitCode exit code of a service that ended by itself, null otherwise
 * @param outOfMemory the kernel ended it at its memory limit
 * @param health {@code healthy}, {@code unhealthy}, {@code starting}, or empty without HEALTHCHECK
 * @param logTail last lines of its output, terminal escapes removed; of a service that never
 *     answered, those before it was asked to stop
 */
public record RunEvidence(
    @Nullable String startError,
    @Nullable Long readyMillis,
    List<Exchange> exchanges,
    List<ContainerProcess> processes,
    @Nullable Long pid1,
    List<ListeningSocket> sockets,
    boolean socketsKnown,
    @Nullable CommandRun command,
    @Nullable StopEvidence stop,
    @Nullable Integer earlyExitCode,
    boolean outOfMemory,
    String health,
    List<String> logTail) {

  public RunEvidence {
    exchanges = List.copyOf(exchanges);
    processes = List.copyOf(processes);
    sockets = List.copyOf(sockets);
    logTail = List.copyOf(logTail);
  }

  /** The engine would not start it. */
  public static RunEvidence notStarted(String words) {
    return new Builder().startError(words).seen();
  }

  /** Whether it answered at all on the exercise's port. */
  public boolean answered() {
    return readyMillis != null;
  }

  /**
   * One HTTP request and its answer.
   *
   * @param request name of the declared request
   * @param nonce the value sent in {@code X-Nonce}
   * @param nonceReturned the value that came back in it, null when none did
   * @param status 0 when no answer came
   * @param headers {@code name: value}, names in lower case, capped
   * @param body as text, capped
   * @param error why no answer came, empty otherwise
   */
  public record Exchange(
      String request,
      String nonce,
      @Nullable String nonceReturned,
      int status,
      List<String> headers,
      String body,
      String error) {
    public Exchange {
      headers = List.copyOf(headers);
    }
  }

  /** One process as the engine's host sees it. */
  public record ContainerProcess(long pid, long parent, long uid, long gid, String arguments) {}

  /**
   * @param address {@code 0.0.0.0}, {@code ::}, {@code 127.0.0.1}…
   */
  public record ListeningSocket(String address, int port) {}

  /** A command image's declared runs. */
  public record CommandRun(List<CommandResult> results) {
    public CommandRun {
      results = List.copyOf(results);
    }
  }

  /**
   * @param name of the declared case
   * @param exitCode null when it did not end in time
   */
  public record CommandResult(
      String name, @Nullable Integer exitCode, String standardOutput, String standardError) {}

  /**
   * @param signal that was sent, such as {@code SIGTERM}
   * @param millis from the signal to the end of its first process
   * @param exitCode 137 when it had to be killed
   * @param killed whether it outlived the time given
   * @param inFlightAnswered whether the in-flight request was answered, null when there was none
   */
  public record StopEvidence(
      String signal,
      long millis,
      int exitCode,
      boolean killed,
      @Nullable Boolean inFlightAnswered) {}

  /** Builder for a run: whatever is not set was not observed. */
  public static final class Builder {

    private @Nullable String startError;
    private @Nullable Long readyMillis;
    private List<Exchange> exchanges = List.of();
    private List<ContainerProcess> processes = List.of();
    private @Nullable Long pid1;
    private @Nullable List<ListeningSocket> sockets;
    private @Nullable CommandRun command;
    private @Nullable StopEvidence stop;
    private @Nullable Integer earlyExitCode;
    private boolean outOfMemory;
    private String health = "";
    private List<String> logTail = List.of();

    public Builder startError(@Nullable String words) {
      startError = words;
      return this;
    }

    public Builder answered(@Nullable Long afterMillis, List<Exchange> answers) {
      readyMillis = afterMillis;
      exchanges = answers;
      return this;
    }

    public Builder processes(List<ContainerProcess> found, @Nullable Long first) {
      processes = found;
      pid1 = first;
      return this;
    }

    /**
     * @param found null where they could not be read
     */
    public Builder sockets(@Nullable List<ListeningSocket> found) {
      sockets = found;
      return this;
    }

    public Builder command(@Nullable CommandRun outcome) {
      command = outcome;
      return this;
    }

    /**
     * @param asked how it ended when asked to, null when it was no longer running
     * @param code of a service that ended by itself, null otherwise
     */
    public Builder ended(@Nullable StopEvidence asked, @Nullable Integer code) {
      stop = asked;
      earlyExitCode = code;
      return this;
    }

    public Builder outOfMemory(boolean atItsLimit) {
      outOfMemory = atItsLimit;
      return this;
    }

    public Builder health(String status) {
      health = status;
      return this;
    }

    public Builder logTail(List<String> lines) {
      logTail = lines;
      return this;
    }

    public RunEvidence seen() {
      return new RunEvidence(
          startError,
          readyMillis,
          exchanges,
          processes,
          pid1,
          sockets == null ? List.of() : sockets,
          sockets != null,
          command,
          stop,
          earlyExitCode,
          outOfMemory,
          health,
          logTail);
    }
  }
}
