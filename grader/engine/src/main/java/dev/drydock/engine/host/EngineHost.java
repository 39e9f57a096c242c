package dev.drydock.engine.host;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.StandardProtocolFamily;
import java.net.URI;
import java.net.UnixDomainSocketAddress;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Address of an engine, and where it came from. Found as the docker CLI finds it, so that CLI and
 * API talk to the same engine: {@code DOCKER_HOST}, then the current context, then the usual
 * sockets.
 *
 * @param source for messages: {@code DOCKER_HOST}, {@code docker context 'desktop'}…
 * @param certificates folder of {@code ca.pem}, {@code cert.pem} and {@code key.pem}, null where it
 *     is asked without TLS
 */
public record EngineHost(URI uri, String source, @Nullable Path certificates) {

  public static final String LOOPBACK = "127.0.0.1";

  private static final int CONNECT_MILLIS = 3_000;

  /** Find it in this process's environment. */
  public static EngineHost resolve() {
    return resolve(System.getenv(), Path.of(System.getProperty("user.home")));
  }

  static EngineHost resolve(Map<String, String> env, Path home) {
    Path config = Path.of(env.getOrDefault("DOCKER_CONFIG", home.resolve(".docker").toString()));
    String named = env.getOrDefault("DOCKER_HOST", "");
    if (!named.isBlank()) {
      boolean secured = !env.getOrDefault("DOCKER_TLS_VERIFY", "").isEmpty();
      Path certificates = Path.of(env.getOrDefault("DOCKER_CERT_PATH", config.toString()));
      return new EngineHost(
          URI.create(named.strip()), "DOCKER_HOST", secured ? certificates : null);
    }
    String context = env.getOrDefault("DOCKER_CONTEXT", currentContext(config));
    if (!context.isBlank() && !context.equals("default")) {
      Path certificates =
          config.resolve("contexts/tls").resolve(contextFolder(context)).resolve("docker");
      return new EngineHost(
          contextHost(config, context),
          "docker context '" + context + "'",
          Files.isDirectory(certificates) ? certificates : null);
    }
    if (System.getProperty("os.name").startsWith("Windows")) {
      return new EngineHost(URI.create("npipe:////./pipe/docker_engine"), "the default pipe", null);
    }
    List<Path> sockets =
        List.of(
            Path.of("/var/run/docker.sock"),
            home.resolve(".docker/run/docker.sock"),
            Path.of(env.getOrDefault("XDG_RUNTIME_DIR", "/run/user/0"), "docker.sock"));
    Path socket = sockets.stream().filter(Files::exists).findFirst().orElse(sockets.get(0));
    return new EngineHost(URI.create("unix://" + socket), "the default socket", null);
  }

  /** The environment that makes the docker CLI use the same engine. */
  public Map<String, String> environment() {
    return certificates == null
        ? Map.of("DOCKER_HOST", uri.toString())
        : Map.of(
            "DOCKER_HOST",
            uri.toString(),
            "DOCKER_TLS_VERIFY",
            "1",
            "DOCKER_CERT_PATH",
            certificates.toString());
  }

  /** Whether the engine's process is on this machine, so that its {@code /proc} can be ours. */
  public boolean isLocalSocket() {
    return "unix".equals(uri.getScheme());
  }

  /**
   * Address of the engine's host for published ports: loopback or, for an engine on another
   * machine, the address it is reached at.
   */
  public String portsAddress() {
    if (isLocalSocket() || uri.getHost() == null) {
      return LOOPBACK;
    }
    try {
      InetAddress address = InetAddress.getByName(uri.getHost());
      return address.isLoopbackAddress() ? LOOPBACK : address.getHostAddress();
    } catch (UnknownHostException e) {
      throw new InfrastructureException(silence(e), e);
    }
  }

  /**
   * Fail within seconds where nothing listens.
   *
   * @throws InfrastructureException saying where it looked and what to do
   */
  public void requireListening() {
    try {
      switch (String.valueOf(uri.getScheme())) {
        case "unix" -> {
          try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
            channel.connect(UnixDomainSocketAddress.of(uri.getPath()));
          }
        }
        case "tcp", "http", "https" -> {
          try (Socket socket = new Socket()) {
            int port = uri.getPort() > 0 ? uri.getPort() : 2375;
            socket.connect(new InetSocketAddress(uri.getHost(), port), CONNECT_MILLIS);
          }
        }
        case "npipe" -> {}
        default ->
            throw new InfrastructureException(
                "no container engine: "
                    + this
                    + " is not an address the grader can use (expected unix://, tcp:// or"
                    + " npipe://)");
      }
    } catch (IOException e) {
      throw new InfrastructureException(silence(e), e);
    }
  }

  /** Why no engine answers, and what to do about it. */
  String silence(IOException e) {
    if (String.valueOf(e.getMessage()).contains("Permission denied")) {
      String user = System.getProperty("user.name");
      return "the engine's socket "
          + this
          + " is closed to "
          + user
          + ": as root, 'usermod -aG docker "
          + user
          + "', then log in again";
    }
    return "no container engine answers at "
        + this
        + ": start Docker, or run './drydock setup' (Debian and Ubuntu, as root)";
  }

  @Override
  public String toString() {
    return uri + " (" + source + ")";
  }

  private static String currentContext(Path config) {
    Path file = config.resolve("config.json");
    if (!Files.isReadable(file)) {
      return "";
    }
    return read(file).path("currentContext").asString("");
  }

  private static URI contextHost(Path config, String context) {
    Path meta =
        config.resolve("contexts/meta").resolve(contextFolder(context)).resolve("meta.json");
    if (!Files.isReadable(meta)) {
      throw new InfrastructureException(
          "no container engine: the docker context '" + context + "' has no " + meta);
    }
    String host = read(meta).path("Endpoints").path("docker").path("Host").asString("");
    return URI.create(host);
  }

  private static JsonNode read(Path file) {
    try {
      return JsonMapper.shared().readTree(Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The CLI names a context's folder by the SHA-256 of its name. */
  static String contextFolder(String text) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
