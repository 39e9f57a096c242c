package dev.drydock.site.preview;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * Serves a built site on the loopback address. Pages reload by themselves after {@link
 * #siteChanged}: for that, and only here, a script is added to them and allowed to ask this server.
 */
public final class PreviewServer implements AutoCloseable {

  private static final String VERSION = "/.preview/version";
  private static final String SCRIPT = "/.preview/reload.js";
  private static final String RELOAD =
      """
      let seen = null;
      setInterval(async () => {
        try {
          const now = await (await fetch('/.preview/version')).text();
          if (seen !== null && seen !== now) location.reload();
          seen = now;
        } catch (e) { /* the server is gone: keep showing the page */ }
      }, 700);
      """;

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "xml", "application/xml",
          "txt", "text/plain; charset=utf-8",
          "png", "image/png");

  private final Path folder;
  private final HttpServer server;
  private final ExecutorService workers;
  private final AtomicLong version = new AtomicLong();

  private PreviewServer(Path folder, HttpServer server, ExecutorService workers) {
    this.folder = folder;
    this.server = server;
    this.workers = workers;
  }

  /**
   * Start serving.
   *
   * @param port 0 for any that is free
   */
  public static PreviewServer start(Path folder, int port) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    ExecutorService workers = Executors.newFixedThreadPool(4);
    PreviewServer preview = new PreviewServer(folder.toAbsolutePath().normalize(), server, workers);
    server.createContext("/", preview::answer);
    server.setExecutor(workers);
    server.start();
    return preview;
  }

  public URI address() {
    return URI.create("http://localhost:" + server.getAddress().getPort() + "/");
  }

  /** Tell open pages to reload. */
  public void siteChanged() {
    version.incrementAndGet();
  }

  @Override
  public void close() {
    server.stop(0);
    workers.shutdownNow();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String path = exchange.getRequestURI().getPath();
      if (!isLocal(exchange)) {
        // a page of another site may have pointed its own name here
        send(exchange, 403, "txt", "only for localhost");
      } else if (!List.of("GET", "HEAD").contains(exchange.getRequestMethod())) {
        send(exchange, 405, "txt", "only GET");
      } else if (path.equals(VERSION)) {
        send(exchange, 200, "txt", Long.toString(version.get()));
      } else if (path.equals(SCRIPT)) {
        send(exchange, 200, "js", RELOAD);
      } else {
        file(exchange, path);
      }
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private static boolean isLocal(HttpExchange exchange) {
    String host = exchange.getRequestHeaders().getFirst("Host");
    return host != null && host.matches("(localhost|127\\.0\\.0\\.1|\\[::1\\])(:\\d+)?");
  }

  private void file(HttpExchange exchange, String path) throws IOException {
    Path file = resolve(path);
    if (file == null || !Files.isRegularFile(file)) {
      send(exchange, 404, "txt", "no such page: " + path);
      return;
    }
    String name = file.getFileName().toString().toLowerCase(Locale.ROOT);
    String type = name.substring(name.lastIndexOf('.') + 1);
    if (type.equals("html")) {
      send(exchange, 200, type, reloading(Files.readString(file)));
    } else {
      send(exchange, 200, type, Files.readAllBytes(file));
    }
  }

  private @Nullable Path resolve(String path) {
    try {
      String relative = path.substring(1) + (path.endsWith("/") ? "index.html" : "");
      Path file = folder.resolve(relative).normalize();
      return file.startsWith(folder) ? file : null;
    } catch (InvalidPathException e) {
      return null;
    }
  }

  private static String reloading(String page) {
    return page.replaceFirst("default-src 'none';", "default-src 'none'; connect-src 'self';")
        .replaceFirst("</head>", "<script src=\"" + SCRIPT + "\" defer></script></head>");
  }

  private static void send(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    send(exchange, status, type, text.getBytes(StandardCharsets.UTF_8));
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange
        .getResponseHeaders()
        .set("Content-Type", TYPES.getOrDefault(type, "application/octet-stream"));
    exchange.getResponseHeaders().set("Cache-Control", "no-store");
    boolean head = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(status, head || body.length == 0 ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
  }
}
