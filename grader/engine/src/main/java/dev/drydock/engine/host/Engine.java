package dev.drydock.engine.host;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Info;
import com.github.dockerjava.api.model.Version;
import com.github.dockerjava.api.model.VersionComponent;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/**
 * An engine that answers.
 *
 * @param line by which it is reached
 * @param version such as {@code 28.5.2}
 * @param store where it keeps images: {@code overlay2}, or {@code containerd} for the containerd
 *     image store
 * @param remapsUsers whether users have different ids in its containers than on its host
 */
public record Engine(
    EngineHost host, EngineLine line, String version, String store, boolean remapsUsers) {

  /**
   * Connect to the engine of this machine.
   *
   * @throws InfrastructureException when none answers, or one that is not Docker
   */
  public static Engine connect() {
    EngineHost host = EngineHost.resolve();
    host.requireListening();
    try {
      return of(host, EngineLine.to(host));
    } catch (RuntimeException e) {
      if (e instanceof InfrastructureException && !(e instanceof EngineUnreachable)) {
        throw e;
      }
      String refused =
          host.isLocalSocket()
              ? ""
              : "it refuses this client (DOCKER_TLS_VERIFY and DOCKER_CERT_PATH name the"
                  + " certificates): ";
      throw new InfrastructureException(
          "the container engine at " + host + " does not answer: " + refused + firstLine(root(e)),
          e);
    }
  }

  static Engine of(EngineHost host, EngineLine line) {
    requireDocker(line.client().versionCmd().exec(), host);
    Info info = line.client().infoCmd().exec();
    return new Engine(host, line, plain(info.getServerVersion()), store(info), remapsUsers(info));
  }

  /** For its calls, all of which are bounded. */
  public DockerClient client() {
    return line.client();
  }

  /** Through which other ways of calling it wait. */
  public EnginePulse pulse() {
    return line.pulse();
  }

  /** Bytes of what BuildKit has put into its cache since then, 0 where there is no BuildKit. */
  long cachedSince(Instant since) {
    return buildCache().records().stream()
        .filter(record -> since.isBefore(record.created()))
        .mapToLong(BuildCache.Record::bytes)
        .sum();
  }

  public BuildCache buildCache() {
    return new BuildCache(line);
  }

  /** Whether it answers within a time; a frozen engine is not waited for. */
  public boolean answers(Duration within) {
    CompletableFuture<Void> ping =
        CompletableFuture.runAsync(() -> client().pingCmd().exec(), Engine::inBackground);
    try {
      ping.get(within.toMillis(), TimeUnit.MILLISECONDS);
      return true;
    } catch (ExecutionException | TimeoutException e) {
      return false;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  private static void inBackground(Runnable task) {
    Thread thread = new Thread(task, "ping");
    thread.setDaemon(true);
    thread.start();
  }

  /** Major part of the version, 0 when it has none. */
  public int majorVersion() {
    String major = version.split("\\.", 2)[0];
    return major.chars().allMatch(Character::isDigit) && !major.isEmpty()
        ? Integer.parseInt(major)
        : 0;
  }

  /** The image under a name or id, if the engine has it. */
  public Optional<InspectImageResponse> image(String reference) {
    try {
      return Optional.of(client().inspectImageCmd(reference).exec());
    } catch (NotFoundException e) {
      return Optional.empty();
    }
  }

  /** The image as {@code docker save} gives it. The caller closes the stream. */
  public InputStream save(String imageId) {
    try {
      return client().saveImageCmd(imageId).exec();
    } catch (NotFoundException e) {
      throw new Interference("the image was removed while it was looked at", e);
    }
  }

  /** Names of all named images. */
  public List<String> imageNames() {
    return client().listImagesCmd().exec().stream()
        .flatMap(image -> Stream.ofNullable(image.getRepoTags()).flatMap(Stream::of))
        .filter(name -> !name.contains("<none>"))
        .sorted()
        .toList();
  }

  /** The image's {@code sha256:…}, if the engine has it. */
  public Optional<String> idOf(String reference) {
    return image(reference).map(InspectImageResponse::getId);
  }

  /**
   * What an engine says of an image.
   *
   * @param layers their diff-ids, bottom first
   */
  public record ImageFacts(long bytes, List<String> layers) {}

  /** Empty when the engine does not have it. */
  public Optional<ImageFacts> facts(String reference) {
    return image(reference)
        .map(
            image ->
                new ImageFacts(
                    Objects.requireNonNullElse(image.getSize(), 0L),
                    Optional.ofNullable(image.getRootFS())
                        .map(fs -> fs.getLayers())
                        .map(List::copyOf)
                        .orElse(List.of())));
  }

  /** The engine's size of an image, 0 when it does not have it. */
  public long sizeOf(String reference) {
    return facts(reference).map(ImageFacts::bytes).orElse(0L);
  }

  /** Diff-ids of an image's layers, bottom first; empty when the engine does not have it. */
  public List<String> layersOf(String reference) {
    return facts(reference).map(ImageFacts::layers).orElse(List.of());
  }

  /** Others have the same API, but build and run images differently. */
  private static void requireDocker(Version version, EngineHost host) {
    List<VersionComponent> components =
        Optional.ofNullable(version.getComponents()).orElse(List.of());
    if (components.stream().anyMatch(one -> String.valueOf(one.getName()).contains("Podman"))) {
      throw new InfrastructureException(
          "the engine at "
              + host
              + " is Podman "
              + version.getVersion()
              + ", whose images and containers differ from Docker's: start Docker (Engine"
              + " 23 or newer, or Desktop), or set DOCKER_HOST to it");
    }
  }

  /** In a rootless engine, {@code ps} also shows the containers' ids. */
  private static boolean remapsUsers(Info info) {
    return info.getSecurityOptions() != null
        && info.getSecurityOptions().stream().anyMatch(option -> option.startsWith("name=userns"));
  }

  private static String plain(String version) {
    return version.replaceFirst("[+~-].*", "");
  }

  private static String store(Info info) {
    boolean containerd =
        info.getDriverStatuses() != null
            && info.getDriverStatuses().stream()
                .anyMatch(pair -> pair.toString().contains("io.containerd.snapshotter"));
    return containerd ? "containerd" : String.valueOf(info.getDriver());
  }

  private static Throwable root(Throwable e) {
    return e.getCause() == null ? e : root(e.getCause());
  }

  public static String firstLine(Throwable e) {
    String message = String.valueOf(e.getMessage());
    return message.lines().findFirst().orElse(e.getClass().getSimpleName());
  }
}
