package dev.drydock.engine;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;

/**
 * A small web page for command images to fetch. Its answer is held until {@link #release}, so that
 * the processes of a command that would be over in a moment can be looked at.
 *
 * <p>{@code /page.html} has three links within its own site and two to others; anything else is
 * 404.
 */
final class FixtureServer implements AutoCloseable {

  static final String PAGE =
      """
      <!doctype html><html><head><title>Fixture</title></head><body>
      <a href="/one">one</a> <a href="two.html">two</a> <a href="#three">three</a>
      <a href="https://example.org/">elsewhere</a> <a href="http://example.net/x">further</a>
      </body></html>
      """;

  private final HttpServer server;
  private final ExecutorService workers = Executors.newFixedThreadPool(4);
  private final CountDownLatch released = new CountDownLatch(1);
  private final CountDownLatch asked = new CountDownLatch(1);

  private FixtureServer(HttpServer server) {
    this.server = server;
  }

  /**
   * Start one on an address that containers can reach.
   *
   * @param address of this machine in the containers' network
   */
  static FixtureServer start(String address) {
    try {
      HttpServer server = HttpServer.create(new InetSocketAddress(address, 0), 16);
      FixtureServer fixture = new FixtureServer(server);
      server.createContext("/", fixture::answer);
      server.setExecutor(fixture.workers);
      server.start();
      return fixture;
    } catch (IOException e) {
      throw new InfrastructureException(
          "the fixture server cannot listen on " + address + ": " + e.getMessage(), e);
    }
  }

  int port() {
    return server.getAddress().getPort();
  }

  /** Wait until a request is being held; false when none came in time. */
  boolean awaitRequest(Duration limit) {
    try {
      return asked.await(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting for a request", e);
    }
  }

  /** Let held and later requests be answered. */
  void release() {
    released.countDown();
  }

  @Override
  public void close() {
    release();
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    asked.countDown();
    try (exchange) {
      if (!released.await(30, TimeUnit.SECONDS)) {
        return;
      }
      boolean found = exchange.getRequestURI().getPath().equals("/page.html");
      byte[] body = (found ? PAGE : "not here\n").getBytes(StandardCharsets.UTF_8);
      exchange
          .getResponseHeaders()
          .set("Content-Type", found ? "text/html; charset=utf-8" : "text/plain");
      exchange.sendResponseHeaders(found ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
