package dev.drydock.engine.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.transport.DockerHttpClient;
import com.github.dockerjava.transport.SSLConfig;
import com.github.dockerjava.zerodep.ZerodepDockerHttpClient;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.testcontainers.shaded.com.github.dockerjava.core.DefaultDockerClientConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.DockerClientImpl;
import org.testcontainers.shaded.com.github.dockerjava.core.LocalDirectorySSLConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.RemoteApiVersion;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.MissingNode;

/**
 * The line to an engine, all of whose calls are bounded. Made here, because Testcontainers' own
 * waits without an end, and remembers for the life of the process that an engine once failed.
 */
public final class EngineLine {

  private static final int HTTP_OK = 200;
  private static final Duration CONNECT = Duration.ofSeconds(10);

  /** What docker-java's commands are written for; engines that lack it get what they all know. */
  private static final RemoteApiVersion CURRENT = RemoteApiVersion.VERSION_1_44;

  private static final RemoteApiVersion OLD = RemoteApiVersion.VERSION_1_32;

  private final DockerHttpClient http;
  private final DockerClient client;
  private final EnginePulse pulse;

  private EngineLine(DockerHttpClient http, DockerClient client, EnginePulse pulse) {
    this.http = http;
    this.client = client;
    this.pulse = pulse;
  }

  static EngineLine to(EngineHost host) {
    ZerodepDockerHttpClient.Builder http =
        new ZerodepDockerHttpClient.Builder().dockerHost(host.uri()).connectionTimeout(CONNECT);
    Path certificates = host.certificates();
    SSLConfig secured =
        certificates == null ? null : new LocalDirectorySSLConfig(certificates.toString());
    return through(http.sslConfig(secured).build(), host.uri(), EnginePulse.Limits.USUAL);
  }

  /**
   * @param http by which the engine is reached
   */
  static EngineLine through(DockerHttpClient http, URI address, EnginePulse.Limits limits) {
    EnginePulse pulse = new EnginePulse(() -> ping(http), limits);
    BoundedTransport bounded = new BoundedTransport(http, pulse);
    DockerClient client = client(bounded, address, null);
    String api = client.versionCmd().exec().getApiVersion();
    boolean current = api != null && RemoteApiVersion.parseConfig(api).isGreaterOrEqual(CURRENT);
    return new EngineLine(bounded, client(bounded, address, current ? CURRENT : OLD), pulse);
  }

  private static DockerClient client(
      DockerHttpClient http, URI address, @Nullable RemoteApiVersion api) {
    DefaultDockerClientConfig.Builder config =
        DefaultDockerClientConfig.createDefaultConfigBuilder().withDockerHost(address.toString());
    return DockerClientImpl.getInstance(
        (api == null ? config : config.withApiVersion(api)).build(), http);
  }

  DockerClient client() {
    return client;
  }

  EnginePulse pulse() {
    return pulse;
  }

  /** What docker-java has no command for. */
  JsonNode get(String path) {
    Reply reply = ask(DockerHttpClient.Request.Method.GET, path);
    if (!reply.isGiven()) {
      throw new InfrastructureException(
          "the engine answers " + path + " with status " + reply.status());
    }
    return reply.body();
  }

  /** The same, whatever the status. */
  Reply ask(DockerHttpClient.Request.Method method, String path) {
    DockerHttpClient.Request request =
        DockerHttpClient.Request.builder().method(method).path(path).build();
    try (DockerHttpClient.Response response = http.execute(request)) {
      return new Reply(response.getStatusCode(), body(response));
    }
  }

  /** What stands between an engine and here may answer in other ways than JSON. */
  private static JsonNode body(DockerHttpClient.Response response) {
    try {
      return JsonMapper.shared().readTree(response.getBody());
    } catch (JacksonException e) {
      if (response.getStatusCode() == HTTP_OK) {
        throw e;
      }
      return MissingNode.getInstance();
    }
  }

  record Reply(int status, JsonNode body) {

    boolean isGiven() {
      return status == HTTP_OK;
    }

    /** Why it is not. */
    String refusal() {
      return body.path("message").asString("");
    }
  }

  /** Any answer will do. */
  private static Object ping(DockerHttpClient http) {
    DockerHttpClient.Request request =
        DockerHttpClient.Request.builder()
            .method(DockerHttpClient.Request.Method.GET)
            .path("/_ping")
            .build();
    try (DockerHttpClient.Response response = http.execute(request)) {
      return response.getStatusCode();
    }
  }
}
