package dev.drydock.engine.host;

import com.github.dockerjava.transport.DockerHttpClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.regex.Pattern;

/**
 * An engine's end of the line, with the words of a real one: it has every image, network and volume
 * it is asked for, starts nothing, and is told by a test what to do instead. It can be late, answer
 * half, break the line, lie, freeze and be gone.
 */
public final class FakeDaemon implements DockerHttpClient {

  /** Half of what is usual where a test waits for the end of somebody's patience. */
  public static final EnginePulse.Limits IMPATIENT =
      new EnginePulse.Limits(
          java.time.Duration.ofMillis(300),
          java.time.Duration.ofSeconds(2),
          java.time.Duration.ofMillis(30));

  /** Silence is noticed soon, and an engine that lives has time. */
  public static final EnginePulse.Limits ATTENTIVE =
      new EnginePulse.Limits(
          java.time.Duration.ofSeconds(2),
          java.time.Duration.ofSeconds(60),
          java.time.Duration.ofMillis(200));

  private static final String RECORDED = "/dev/drydock/engine/daemon/";

  private final List<Rule> rules = new CopyOnWriteArrayList<>();
  private final List<String> asked = new CopyOnWriteArrayList<>();
  private volatile CountDownLatch frozen = new CountDownLatch(0);

  /** What is answered to a request. */
  public interface Answer {
    Response to(Request request) throws IOException;
  }

  private record Rule(Pattern request, Answer answer) {}

  public FakeDaemon() {
    on("GET /_ping", json(200, "OK"));
    on("GET /version", recorded(200, "version.json"));
    on("GET /info", recorded(200, "info.json"));
    on("GET /images/.+/json", recorded(200, "image.json"));
    on("GET /images/json.*", json(200, "[]"));
    on("GET /containers/json.*", json(200, "[]"));
    on("GET /networks(\\?.*)?", json(200, "[]"));
    on("GET /volumes(\\?.*)?", json(200, "{\"Volumes\":[],\"Warnings\":null}"));
    on(
        "GET /networks/.+",
        json(200, "{\"Id\":\"n1\",\"IPAM\":{\"Config\":[{\"Gateway\":\"127.0.0.1\"}]}}"));
    on("POST /networks/create", json(201, "{\"Id\":\"n1\",\"Warning\":\"\"}"));
    on("POST /volumes/create", json(201, "{\"Name\":\"v1\",\"Labels\":{}}"));
    on("POST /containers/create.*", json(201, "{\"Id\":\"c1\",\"Warnings\":[]}"));
    on("DELETE /images/.*", json(200, "[]"));
    on("DELETE /.*", json(204, ""));
  }

  /** Answer requests of this kind so, from now on. */
  public FakeDaemon on(String request, Answer answer) {
    rules.add(0, new Rule(Pattern.compile(request), answer));
    return this;
  }

  /** Answer requests of this kind first so, then as before. */
  public FakeDaemon once(String request, Answer answer) {
    Rule[] rule = new Rule[1];
    rule[0] =
        new Rule(
            Pattern.compile(request),
            asking -> {
              rules.remove(rule[0]);
              return answer.to(asking);
            });
    rules.add(0, rule[0]);
    return this;
  }

  /** Answer nothing any more, as a stopped process does, whose kernel still takes connections. */
  public void freeze() {
    frozen = new CountDownLatch(1);
  }

  /** Go on with everything that was asked meanwhile. */
  public void thaw() {
    frozen.countDown();
  }

  /** What it was asked, in order. */
  public List<String> asked() {
    return List.copyOf(asked);
  }

  /** The engine at the other end, as the grader sees it. */
  public Engine engine(EnginePulse.Limits limits) {
    URI address = URI.create("unix:///fake.sock");
    return Engine.of(
        new EngineHost(address, "a test", null), EngineLine.through(this, address, limits));
  }

  public static Answer json(int status, String body) {
    return bytes(status, body.getBytes(StandardCharsets.UTF_8));
  }

  public static Answer bytes(int status, byte[] body) {
    return request -> new Given(status, new ByteArrayInputStream(body));
  }

  /** An error, in the words that an engine has for it. */
  public static Answer error(int status, String words) {
    return json(status, "{\"message\":\"" + words.replace("\"", "\\\"") + "\"}");
  }

  /** What a real engine answered. */
  public static Answer recorded(int status, String name) {
    return bytes(status, recording(name));
  }

  public static byte[] recording(String name) {
    try (InputStream in = FakeDaemon.class.getResourceAsStream(RECORDED + name)) {
      if (in == null) {
        throw new IllegalArgumentException("there is no recording " + name);
      }
      return in.readAllBytes();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** No connection. */
  public static Answer refuses() {
    return request -> {
      throw new SocketException("Connection refused");
    };
  }

  /** The first bytes of an answer, then a broken line. */
  public static Answer breaksAfter(int bytes, byte[] body) {
    InputStream broken =
        new InputStream() {
          @Override
          public int read() throws IOException {
            throw new SocketException("Connection reset");
          }
        };
    return request ->
        new Given(
            200,
            new SequenceInputStream(new ByteArrayInputStream(Arrays.copyOf(body, bytes)), broken));
  }

  /** The first bytes of an answer, then its end, as if it were all. */
  public static Answer endsAfter(int bytes, byte[] body) {
    return bytes(200, Arrays.copyOf(body, bytes));
  }

  /** Nothing, until the test lets go. */
  public static Answer after(CountDownLatch gate, Answer answer) {
    return request -> {
      await(gate);
      return answer.to(request);
    };
  }

  @Override
  public Response execute(Request request) {
    String line = request.method() + " " + request.path().replaceFirst("^/v[0-9.]+", "");
    asked.add(line);
    try {
      await(frozen);
      for (Rule rule : rules) {
        if (rule.request().matcher(line).matches()) {
          return rule.answer().to(request);
        }
      }
      return error(404, "page not found").to(request);
    } catch (IOException e) {
      throw new RuntimeException(e);
    }
  }

  private static void await(CountDownLatch gate) throws IOException {
    try {
      gate.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
  }

  @Override
  public void close() {
    // there is no line
  }

  private record Given(int status, InputStream body) implements Response {
    @Override
    public int getStatusCode() {
      return status;
    }

    @Override
    public Map<String, List<String>> getHeaders() {
      return Map.of();
    }

    @Override
    public InputStream getBody() {
      return body;
    }

    @Override
    public void close() {
      // nothing is open
    }
  }
}
