package dev.drydock.engine;

import dev.drydock.engine.host.EngineHost;
import java.nio.file.Path;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.InvalidConfigurationException;
import org.testcontainers.dockerclient.TransportConfig;
import org.testcontainers.shaded.com.github.dockerjava.core.LocalDirectorySSLConfig;

/**
 * Makes Testcontainers use the engine that {@link EngineHost} found. With {@code DOCKER_HOST} set,
 * Testcontainers follows it by itself; otherwise this strategy, if named by {@code
 * TESTCONTAINERS_DOCKER_CLIENT_STRATEGY}, comes before its own guesses and the engine it remembers.
 */
public final class ResolvedEngineStrategy extends DockerClientProviderStrategy {

  private final EngineHost host = EngineHost.resolve();

  @Override
  public String getDescription() {
    return "the engine at " + host;
  }

  @Override
  protected int getPriority() {
    return 10_000;
  }

  @Override
  protected boolean isPersistable() {
    return false;
  }

  @Override
  public TransportConfig getTransportConfig() throws InvalidConfigurationException {
    Path certificates = host.certificates();
    return TransportConfig.builder()
        .dockerHost(host.uri())
        .sslConfig(
            certificates == null ? null : new LocalDirectorySSLConfig(certificates.toString()))
        .build();
  }

  /**
   * Testcontainers' own rule takes a machine with {@code /.dockerenv} for a container and starts
   * looking for its gateway.
   */
  @Override
  public synchronized String getDockerHostIpAddress() {
    return host.portsAddress();
  }
}
