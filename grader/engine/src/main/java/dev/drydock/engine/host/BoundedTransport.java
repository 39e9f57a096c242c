package dev.drydock.engine.host;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * The line to an engine, on which no wait is endless: docker-java itself sets no time limit on
 * answers. Every wait on it can be interrupted.
 */
final class BoundedTransport implements DockerHttpClient {

  /** What is answered with a stream that goes on for as long as what it tells of. */
  private static final Pattern STREAMS =
      Pattern.compile(
          "(?:/v[0-9.]+)?/(?:build|events|images/create|images/get|images/.+/get"
              + "|containers/[^/]+/(?:logs|attach|wait))(?:\\?.*)?");

  /** So that one who is told to stop knows what he has just made. */
  private static final Duration GRACE = Duration.ofSeconds(10);

  /** Of an answer that is no stream. */
  private static final int MAX_ANSWER = 64_000_000;

  private final DockerHttpClient engine;
  private final EnginePulse pulse;

  BoundedTransport(DockerHttpClient engine, EnginePulse pulse) {
    this.engine = engine;
    this.pulse = pulse;
  }

  @Override
  public Response execute(Request request) {
    boolean streams = STREAMS.matcher(request.path()).matches();
    return pulse.await(
        () -> {
          Response response = answer(request);
          return streams ? new Streamed(response, pulse) : Whole.of(response);
        },
        request.method().equals("GET") ? Duration.ZERO : GRACE,
        Response::close);
  }

  private Response answer(Request request) {
    try {
      return engine.execute(request);
    } catch (RuntimeException e) {
      throw new EngineUnreachable(e);
    }
  }

  @Override
  public void close() throws IOException {
    engine.close();
  }

  /** An answer that has come completely. */
  private record Whole(int status, Map<String, List<String>> headers, byte[] body)
      implements Response {

    static Response of(Response response) throws IOException {
      try (response) {
        byte[] body = response.getBody().readNBytes(MAX_ANSWER + 1);
        if (body.length > MAX_ANSWER) {
          throw new InfrastructureException("the engine's answer is longer than an answer can be");
        }
        return new Whole(response.getStatusCode(), response.getHeaders(), body);
      }
    }

    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return headers;
    }

    @Override
    public InputStream getBody() {
      return new ByteArrayInputStream(body);
    }

    @Override
    public void close() {
      // it is all here
    }
  }

  /** An answer that is still coming. */
  private record Streamed(Response response, BoundedBody body) implements Response {

    Streamed(Response response, EnginePulse pulse) {
      this(response, new BoundedBody(response, pulse));
    }

    @Override
    public int getStatusCode() {
      return response.getStatusCode();
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return response.getHeaders();
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public void close() {
      body.close();
    }
  }
}
