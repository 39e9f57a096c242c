package dev.drydock.cli;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.PrintWriter;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Serves a built site to this machine only, to look at it before it is published. */
final class PreviewServer {

  private static final Map<String, String> TYPES =
      Map.of(
          "html", "text/html; charset=utf-8",
          "css", "text/css; charset=utf-8",
          "js", "text/javascript; charset=utf-8",
          "svg", "image/svg+xml",
          "json", "application/json",
          "xml", "application/xml",
          "txt", "text/plain; charset=utf-8");

  private final Path root;

  private PreviewServer(Path root) {
    this.root = root;
  }

  /** Serve until the process is ended. */
  static void serve(Path folder, int port, PrintWriter out) throws IOException {
    PreviewServer site = new PreviewServer(folder.toRealPath());
    try {
      HttpServer server =
          HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 16);
      server.createContext("/", site::answer);
      server.start();
      out.println(
          "serving on http://localhost:" + server.getAddress().getPort() + "/ (Ctrl-C ends)");
      out.flush();
      Thread.currentThread().join();
    } catch (BindException e) {
      throw new UsageException("port " + port + " is taken: expected a free one, --serve PORT");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      Path file = root.resolve("." + exchange.getRequestURI().getPath()).normalize();
      if (file.startsWith(root) && Files.isDirectory(file)) {
        file = file.resolve("index.html");
      }
      boolean found = file.startsWith(root) && Files.isRegularFile(file);
      byte[] body =
          found ? Files.readAllBytes(file) : "not found\n".getBytes(StandardCharsets.UTF_8);
      String name = file.toString();
      String type = TYPES.getOrDefault(name.substring(name.lastIndexOf('.') + 1), "text/plain");
      exchange.getResponseHeaders().set("Content-Type", found ? type : "text/plain");
      exchange.getResponseHeaders().set("Cache-Control", "no-store");
      exchange.sendResponseHeaders(found ? 200 : 404, body.length);
      exchange.getResponseBody().write(body);
    }
  }
}
