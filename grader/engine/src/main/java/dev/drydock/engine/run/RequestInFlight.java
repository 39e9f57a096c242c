package dev.drydock.engine.run;

import dev.drydock.engine.job.RequestSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * A request in flight while the container is asked to stop. It asks for the connection to be closed
 * after the answer: one kept open would hold up a program that lets its connections finish. The
 * client of {@link HttpProbe} cannot ask for that.
 */
final class RequestInFlight {

  private static final Duration TAKEN_UP = Duration.ofMillis(300);

  /** How long an answer may still be on its way once the container has stopped. */
  private static final Duration LAST = Duration.ofSeconds(5);

  private final CompletableFuture<Boolean> answered;

  private RequestInFlight(CompletableFuture<Boolean> answered) {
    this.answered = answered;
  }

  /** Send it, and give the program time to accept it: nothing outside shows when it has. */
  static RequestInFlight begin(URI base, RequestSpec request, Duration limit) {
    CompletableFuture<Boolean> answered = new CompletableFuture<>();
    // not in a pool, where it might wait for others of its kind
    Thread thread =
        new Thread(
            () -> {
              try {
                answered.complete(isAnswered(base, request, limit));
              } catch (RuntimeException e) {
                answered.completeExceptionally(e);
              }
            },
            "request-in-flight");
    thread.setDaemon(true);
    thread.start();
    SandboxedContainer.pause(TAKEN_UP.toMillis());
    return new RequestInFlight(answered);
  }

  /** Whether the whole answer came, with the expected status: asked once it has stopped. */
  boolean wasAnswered() {
    return answered.completeOnTimeout(false, LAST.toMillis(), TimeUnit.MILLISECONDS).join();
  }

  private static boolean isAnswered(URI base, RequestSpec request, Duration limit) {
    try {
      URI uri = base.resolve(RequestSpec.withNonce(request.sent().path(), "stopping"));
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) limit.toMillis());
      connection.setReadTimeout((int) limit.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod(request.sent().method());
      connection.setRequestProperty("Connection", "close");
      request.sent().headers().forEach(connection::setRequestProperty);
      String body = request.sent().body();
      if (body != null) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      int status = connection.getResponseCode();
      try (InputStream answer =
          status >= 400 ? connection.getErrorStream() : connection.getInputStream()) {
        long length = answer == null ? 0 : answer.transferTo(OutputStream.nullOutputStream());
        // this client takes a truncated answer for a whole one
        boolean whole = request.sent().method().equals("HEAD") || length >= promised(connection);
        return whole && status == request.expected().status();
      }
    } catch (IOException e) {
      return false;
    }
  }

  /** The length of the answer's body, if its headers give it. */
  private static long promised(HttpURLConnection connection) {
    return Math.max(0, connection.getContentLengthLong());
  }
}
