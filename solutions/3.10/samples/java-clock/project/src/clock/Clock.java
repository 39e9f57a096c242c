package clock;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.concurrent.Executors;

/** Answers with the time in the zone that the path names. */
public final class Clock {

  private Clock() {}

  public static void main(String[] arguments) throws IOException {
    int port = Integer.parseInt(System.getenv().getOrDefault("PORT", "8000"));
    HttpServer server = HttpServer.create(new InetSocketAddress(port), 0);
    server.createContext("/", Clock::answer);
    server.setExecutor(Executors.newFixedThreadPool(4));
    // The JVM answers SIGTERM by itself, by running this; it then exits with the signal's own code, 143.
    Runtime.getRuntime().addShutdownHook(new Thread(() -> server.stop(1)));
    server.start();
    System.out.println("clock on port " + port);
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String zone = exchange.getRequestURI().getPath().substring(1);
    try {
      ZonedDateTime now = ZonedDateTime.now(zone.isEmpty() ? ZoneId.of("UTC") : ZoneId.of(zone));
      send(exchange, 200, "{\"zone\":\"" + now.getZone() + "\",\"time\":\"" + now.toLocalTime() + "\"}\n");
    } catch (DateTimeException e) {
      send(exchange, 404, "{\"error\":\"no such zone\"}\n");
    }
  }

  private static void send(HttpExchange exchange, int status, String text) throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", "application/json");
    exchange.sendResponseHeaders(status, body.length);
    try (exchange) {
      exchange.getResponseBody().write(body);
    }
  }
}
