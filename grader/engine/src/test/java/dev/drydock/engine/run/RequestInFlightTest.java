package dev.drydock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class RequestInFlightTest {

  private static final byte[] BODY = "hello".getBytes(StandardCharsets.UTF_8);

  private HttpServer server;

  @BeforeEach
  void serve() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/whole", exchange -> answer(exchange, 200, BODY.length));
    server.createContext("/cut-off", exchange -> answer(exchange, 200, 1_000_000));
    server.createContext("/missing", exchange -> answer(exchange, 404, BODY.length));
    server.start();
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aWholeAnswerWithTheStatusExpectedCounts() {
    assertThat(answered("/whole", 200)).isTrue();
    assertThat(answered("/missing", 404)).isTrue();
  }

  @Test
  void anotherStatusDoesNot() {
    assertThat(answered("/whole", 201)).isFalse();
    assertThat(answered("/missing", 200)).isFalse();
  }

  @Test
  void anAnswerThatBreaksOffDoesNot() {
    assertThat(answered("/cut-off", 200)).isFalse();
  }

  private boolean answered(String path, int status) {
    RequestSpec request = new RequestSpec("slow", Sent.get(path), Expected.status(status), true);
    URI base = URI.create("http://localhost:" + server.getAddress().getPort());
    return RequestInFlight.begin(base, request, Duration.ofSeconds(10)).wasAnswered();
  }

  private static void answer(HttpExchange exchange, int status, int length) throws IOException {
    exchange.sendResponseHeaders(status, length);
    exchange.getResponseBody().write(BODY);
    exchange.close();
  }
}
