package dev.drydock.engine;

import dev.drydock.exercise.RequestSpec;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/**
 * A request that is under way while the container is asked to stop. It asks for the connection to
 * be closed behind the answer: one kept open would hold up a program that lets its connections
 * finish. The client of {@link HttpProbe} cannot ask for that.
 */
final class RequestInFlight {

  private static final Duration TAKEN_UP = Duration.ofMillis(300);

  private final CompletableFuture<Boolean> answered;

  private RequestInFlight(CompletableFuture<Boolean> answered) {
    this.answered = answered;
  }

  /** Send it, and give the program time to take it up: nothing tells from outside when it has. */
  static RequestInFlight begin(URI base, RequestSpec request, Duration limit) {
    RequestInFlight sent =
        new RequestInFlight(CompletableFuture.supplyAsync(() -> isAnswered(base, request, limit)));
    SandboxedContainer.pause(TAKEN_UP.toMillis());
    return sent;
  }

  /** Whether the whole answer came, with the status that is expected. */
  boolean wasAnswered() {
    return answered.join();
  }

  private static boolean isAnswered(URI base, RequestSpec request, Duration limit) {
    try {
      URI uri = base.resolve(RequestSpec.withNonce(request.path(), "stopping"));
      HttpURLConnection connection = (HttpURLConnection) uri.toURL().openConnection();
      connection.setConnectTimeout((int) limit.toMillis());
      connection.setReadTimeout((int) limit.toMillis());
      connection.setInstanceFollowRedirects(false);
      connection.setRequestMethod(request.method());
      connection.setRequestProperty("Connection", "close");
      request.headers().forEach(connection::setRequestProperty);
      String body = request.body();
      if (body != null) {
        connection.setDoOutput(true);
        try (OutputStream out = connection.getOutputStream()) {
          out.write(body.getBytes(StandardCharsets.UTF_8));
        }
      }
      boolean expected = connection.getResponseCode() == request.status();
      try (InputStream answer =
          expected && connection.getErrorStream() != null
              ? connection.getErrorStream()
              : connection.getInputStream()) {
        answer.skip(Long.MAX_VALUE);
      }
      return expected;
    } catch (IOException e) {
      return false;
    }
  }
}
