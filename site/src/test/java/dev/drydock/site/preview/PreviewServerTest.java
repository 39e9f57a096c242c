package dev.drydock.site.preview;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PreviewServerTest {

  @TempDir Path temp;
  private PreviewServer server;

  @BeforeEach
  void start() throws IOException {
    Path site = Files.createDirectories(temp.resolve("site/checks"));
    Files.writeString(
        temp.resolve("site/index.html"),
        "<head><meta content=\"default-src 'none'; script-src 'self'\"></head>home");
    Files.writeString(site.resolve("index.html"), "checks");
    Files.writeString(temp.resolve("secret.txt"), "secret");
    server = PreviewServer.start(temp.resolve("site"), 0);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private HttpResponse<String> get(String path) throws Exception {
    URI address = URI.create(server.address().toString().replaceAll("/$", "") + path);
    return HttpClient.newHttpClient()
        .send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
  }

  private String raw(String request) throws IOException {
    try (Socket socket = new Socket("localhost", server.address().getPort())) {
      socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void pagesAreServedAndMayAskForReloads() throws Exception {
    HttpResponse<String> home = get("/");
    assertThat(home.statusCode()).isEqualTo(200);
    assertThat(home.body()).contains("home", "reload.js", "connect-src 'self'");
    assertThat(get("/checks/").body()).isEqualTo("checks");
    assertThat(get("/nothing.html").statusCode()).isEqualTo(404);
  }

  @Test
  void versionChangesWithTheSite() throws Exception {
    String before = get("/.preview/version").body();
    server.siteChanged();
    assertThat(get("/.preview/version").body()).isNotEqualTo(before);
  }

  @Test
  void nothingOutsideTheFolderIsServed() throws IOException {
    for (String path : List.of("/../secret.txt", "/%2e%2e/secret.txt", "//../secret.txt")) {
      assertThat(raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"))
          .doesNotContain("secret\n")
          .doesNotContain("200 OK");
    }
  }

  @Test
  void othersNamesAreRefused() throws IOException {
    assertThat(raw("GET / HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n"))
        .startsWith("HTTP/1.1 403");
  }

  @Test
  void watchSeesAFileThatWasNotThere() throws IOException {
    FolderWatch watch = new FolderWatch(List.of(temp.resolve("late.csv")));
    assertThat(watch.changed()).isFalse();
    Files.writeString(temp.resolve("late.csv"), "x");
    assertThat(watch.changed()).isTrue();
    Files.writeString(temp.resolve("other.csv"), "x");
    assertThat(watch.changed()).isFalse();
  }

  @Test
  void watchSeesNewAndChangedFilesOnce() throws IOException {
    FolderWatch watch = new FolderWatch(List.of(temp));
    assertThat(watch.changed()).isFalse();
    Files.writeString(temp.resolve("new.md"), "x");
    assertThat(watch.changed()).isTrue();
    assertThat(watch.changed()).isFalse();
    Files.setLastModifiedTime(temp.resolve("new.md"), FileTime.fromMillis(1));
    assertThat(watch.changed()).isTrue();
    Files.createDirectories(temp.resolve("node_modules"));
    Files.writeString(temp.resolve("node_modules/x"), "x");
    assertThat(watch.changed()).isFalse();
  }
}
