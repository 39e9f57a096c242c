package dev.drydock.engine;

import java.net.URI;
import org.testcontainers.dockerclient.DockerClientProviderStrategy;
import org.testcontainers.dockerclient.InvalidConfigurationException;
import org.testcontainers.dockerclient.TransportConfig;

/**
 * Makes Testcontainers use the engine that {@link EngineHost} found, before any of its own guesses.
 * Loaded by Testcontainers through {@code META-INF/services}.
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
    return TransportConfig.builder().dockerHost(host.uri()).build();
  }

  /**
   * Ports are published on the loopback interface of the engine's host. Testcontainers' own rule
   * takes a machine with {@code /.dockerenv} for a container and starts looking for its gateway.
   */
  @Override
  public synchronized String getDockerHostIpAddress() {
    URI uri = host.uri();
    return "tcp".equals(uri.getScheme()) ? uri.getHost() : "localhost";
  }
}
