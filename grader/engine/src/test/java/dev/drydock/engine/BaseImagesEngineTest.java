package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.StandIns;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** The real engine pulls from a registry of one image, which takes its time to answer. */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class BaseImagesEngineTest {

  private static final String MANIFEST = "application/vnd.docker.distribution.manifest.v2+json";
  private static final String LAYER = "application/vnd.docker.image.rootfs.diff.tar.gzip";
  private static final String CONFIG = "application/vnd.docker.container.image.v1+json";

  private final Map<String, byte[]> blobs = new HashMap<>();
  private final String repository = "drydock-test/" + UUID.randomUUID();
  private byte[] manifest = new byte[0];
  private String manifestDigest = "";
  private HttpServer registry;
  private Engine engine;
  private BaseImages bases;

  @BeforeEach
  void start(@TempDir Path home) throws Exception {
    registry = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    registry.setExecutor(Executors.newCachedThreadPool());
    registry.createContext("/", this::answer);
    registry.start();
    image();
    engine = Engine.connect();
    bases =
        new BaseImages(
            engine, new StandIns(engine, new DrydockHome(home)), name -> Optional.empty());
  }

  @AfterEach
  void stop() {
    registry.stop(0);
    if (engine.image(name("1")).isPresent()) {
      engine.client().removeImageCmd(name("1")).exec();
    }
  }

  @Test
  void aMissingImageIsPulledHoweverLongTheRegistryThinks() throws Exception {
    assertThat(bases.require(List.of(name("1")))).isEmpty();
    assertThat(bases.id(name("1"))).isPresent();
  }

  @Test
  void aNameTheRegistryDoesNotKnowIsTheWritersToMend() {
    assertThatThrownBy(() -> bases.require(List.of(name("2"))))
        .isInstanceOf(BaseImages.UnknownImage.class)
        .hasMessageContaining(name("2"));
  }

  @Test
  void noRegistryIsOurs() {
    registry.stop(0);
    assertThatThrownBy(() -> bases.require(List.of(name("1"))))
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining(name("1"));
  }

  private String name(String tag) {
    return "localhost:" + registry.getAddress().getPort() + "/" + repository + ":" + tag;
  }

  private void image() throws Exception {
    byte[] tar = new byte[1024];
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
      gzip.write(tar);
    }
    byte[] config =
        """
        {"architecture":"amd64","os":"linux","config":{},"history":[{"created_by":"%s"}],
         "rootfs":{"type":"layers","diff_ids":["%s"]}}"""
            .formatted(repository, digest(tar))
            .getBytes(StandardCharsets.UTF_8);
    manifest =
        """
        {"schemaVersion":2,"mediaType":"%s","config":%s,"layers":[%s]}"""
            .formatted(MANIFEST, blob(CONFIG, config), blob(LAYER, packed.toByteArray()))
            .getBytes(StandardCharsets.UTF_8);
    manifestDigest = digest(manifest);
  }

  private String blob(String type, byte[] content) throws Exception {
    blobs.put(digest(content), content);
    return "{\"mediaType\":\"%s\",\"size\":%d,\"digest\":\"%s\"}"
        .formatted(type, content.length, digest(content));
  }

  private static String digest(byte[] content) throws Exception {
    return "sha256:"
        + HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
  }

  private void answer(HttpExchange exchange) throws IOException {
    String path = exchange.getRequestURI().getPath();
    String last = path.substring(path.lastIndexOf('/') + 1);
    if (path.equals("/v2/")) {
      send(exchange, 200, "application/json", "{}".getBytes(StandardCharsets.UTF_8));
    } else if (path.endsWith("/manifests/1") || path.endsWith("/manifests/" + manifestDigest)) {
      think();
      send(exchange, 200, MANIFEST, manifest);
    } else if (blobs.containsKey(last)) {
      think();
      send(exchange, 200, "application/octet-stream", blobs.get(last));
    } else {
      send(
          exchange,
          404,
          "application/json",
          "{\"errors\":[{\"code\":\"MANIFEST_UNKNOWN\",\"message\":\"manifest unknown\"}]}"
              .getBytes(StandardCharsets.UTF_8));
    }
  }

  /** The slowness is what is tested: no condition could be awaited instead. */
  private static void think() {
    try {
      TimeUnit.MILLISECONDS.sleep(400);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void send(HttpExchange exchange, int status, String type, byte[] body)
      throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    boolean head = exchange.getRequestMethod().equals("HEAD");
    if (head) {
      exchange.getResponseHeaders().set("Content-Length", String.valueOf(body.length));
    }
    exchange.sendResponseHeaders(status, head ? -1 : body.length);
    if (!head) {
      exchange.getResponseBody().write(body);
    }
    exchange.close();
  }
}
