package dev.drydock.engine.ledger;

import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.command.InspectVolumeResponse;
import com.github.dockerjava.api.exception.DockerException;
import com.github.dockerjava.api.exception.NotFoundException;
import com.github.dockerjava.api.model.Container;
import com.github.dockerjava.api.model.Image;
import com.github.dockerjava.api.model.Network;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Finds what runs left in an engine, by label and by ledger, and removes it. */
public final class Leftovers {

  private static final Logger LOG = LoggerFactory.getLogger(Leftovers.class);

  private final Engine engine;
  private final BridgeRules rules = BridgeRules.ofThisMachine();
  private boolean complete = true;

  public Leftovers(Engine engine) {
    this.engine = engine;
  }

  /** How many of each were removed, or would be. */
  public record Count(int processes, int containers, int images, int networks) {
    Count plus(Count other) {
      return new Count(
          processes + other.processes,
          containers + other.containers,
          images + other.images,
          networks + other.networks);
    }

    public boolean isNothing() {
      return processes + containers + images + networks == 0;
    }

    /** {@code 1 container, 0 images, 2 networks}. */
    public String inTheEngine() {
      return String.join(
          ", ",
          counted(containers, "container"),
          counted(images, "image"),
          counted(networks, "network"));
    }

    private static String counted(int number, String noun) {
      return number + " " + noun + (number == 1 ? "" : "s");
    }
  }

  /** Remove everything of one run, which keeps its ledger where something stays. */
  public Count remove(GraderRun run) {
    complete = true;
    Count count = remove(GraderRun.LABEL + "=" + run.id(), run.notedImages());
    run.keepLedger(!complete);
    return count;
  }

  /**
   * Remove everything of runs that are over, killed ones included. Runs at work are left alone,
   * also those of other users, homes and machines.
   */
  public Count removeDead(DrydockHome home) {
    Count count = removeKilled(home);
    Set<String> alive = new LinkedHashSet<>();
    runFolders(home).forEach(folder -> alive.add(folder.getFileName().toString()));
    for (String runId : labelledRuns()) {
      if (!alive.contains(runId) && !Heartbeat.isAlive(engine, runId)) {
        count = count.plus(remove(GraderRun.LABEL + "=" + runId, List.of()));
      }
    }
    // also where somebody else removed the network
    rules.removeOrphans();
    return count;
  }

  /** Remove everything of this user's runs that were killed. */
  public Count removeKilled(DrydockHome home) {
    Count count = new Count(0, 0, 0, 0);
    for (Path folder : runFolders(home)) {
      if (!isAlive(folder)) {
        int processes = endProcesses(folder);
        String label = GraderRun.LABEL + "=" + folder.getFileName();
        count =
            count
                .plus(new Count(processes, 0, 0, 0))
                .plus(remove(label, GraderRun.lines(folder.resolve(GraderRun.IMAGES))));
        GraderRun.delete(folder);
      }
    }
    return count;
  }

  /** How much was left by runs that are over. */
  public Count countDead(DrydockHome home) {
    Set<String> alive = new LinkedHashSet<>();
    runFolders(home).stream()
        .filter(Leftovers::isAlive)
        .forEach(folder -> alive.add(folder.getFileName().toString()));
    int containers = 0;
    int images = 0;
    int networks = 0;
    for (String runId : labelledRuns()) {
      if (!alive.contains(runId) && !Heartbeat.isAlive(engine, runId)) {
        String label = GraderRun.LABEL + "=" + runId;
        containers += containers(label).size();
        images += images(label).size();
        networks += networks(label).size();
      }
    }
    return new Count(0, containers, images, networks);
  }

  private Count remove(String label, List<String> ledgerImages) {
    DockerClient client = engine.client();
    int containers = 0;
    for (Container container : containers(label)) {
      containers +=
          attempt(
              () ->
                  client
                      .removeContainerCmd(container.getId())
                      .withForce(true)
                      .withRemoveVolumes(true)
                      .exec());
    }
    Set<String> imageIds = new LinkedHashSet<>(ledgerImages);
    imageIds.retainAll(imageIds.isEmpty() ? Set.of() : allImages());
    images(label).forEach(image -> imageIds.add(image.getId()));
    int images = 0;
    for (String image : imageIds) {
      images += attempt(() -> client.removeImageCmd(image).withForce(true).exec());
    }
    // one that another one stood on is refused at first, and goes when that is gone
    imageIds.retainAll(imageIds.isEmpty() ? Set.of() : allImages());
    for (String image : imageIds) {
      images += attempt(() -> client.removeImageCmd(image).withForce(true).exec());
    }
    int networks = 0;
    for (Network network : networks(label)) {
      networks += attempt(() -> client.removeNetworkCmd(network.getId()).exec());
    }
    if (networks > 0) {
      rules.removeOrphans();
    }
    for (InspectVolumeResponse volume : Heartbeat.volumes(engine, label)) {
      attempt(() -> client.removeVolumeCmd(volume.getName()).exec());
    }
    return new Count(0, containers, images, networks);
  }

  private Set<String> labelledRuns() {
    Set<String> runs = new LinkedHashSet<>();
    containers(GraderRun.LABEL).forEach(c -> runs.add(c.getLabels().get(GraderRun.LABEL)));
    images(GraderRun.LABEL).forEach(i -> runs.add(i.getLabels().get(GraderRun.LABEL)));
    networks(GraderRun.LABEL).forEach(n -> runs.add(n.getLabels().get(GraderRun.LABEL)));
    Heartbeat.volumes(engine, GraderRun.LABEL)
        .forEach(volume -> runs.add(volume.getLabels().get(GraderRun.LABEL)));
    return runs;
  }

  private List<Container> containers(String label) {
    return engine
        .client()
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of(label))
        .exec();
  }

  private List<Image> images(String label) {
    return engine
        .client()
        .listImagesCmd()
        .withFilter("label", List.of(label))
        .withShowAll(false)
        .exec();
  }

  /** Ids of everything in the engine: most of a ledger is already gone. */
  private Set<String> allImages() {
    return engine.client().listImagesCmd().withShowAll(true).exec().stream()
        .map(Image::getId)
        .collect(Collectors.toSet());
  }

  private List<Network> networks(String label) {
    return engine.client().listNetworksCmd().withFilter("label", List.of(label)).exec();
  }

  private static boolean isAlive(Path runFolder) {
    if (LedgerLock.isKept(runFolder)) {
      return LedgerLock.isHeld(runFolder, runFolder.getFileName().toString());
    }
    return GraderRun.lines(runFolder.resolve(GraderRun.OWNER)).stream()
        .flatMap(line -> ProcessIdentity.parse(line).stream())
        .anyMatch(identity -> identity.alive().isPresent());
  }

  private static int endProcesses(Path runFolder) {
    List<ProcessHandle> handles =
        GraderRun.lines(runFolder.resolve(GraderRun.PROCESSES)).stream()
            .flatMap(line -> ProcessIdentity.parse(line).stream())
            .flatMap(identity -> identity.alive().stream())
            .toList();
    handles.forEach(ProcessHandle::destroyForcibly);
    return handles.size();
  }

  private static List<Path> runFolders(DrydockHome home) {
    if (!Files.isDirectory(home.runs())) {
      return List.of();
    }
    try (Stream<Path> folders = Files.list(home.runs())) {
      return folders
          .filter(Files::isDirectory)
          .filter(folder -> !folder.getFileName().toString().startsWith("."))
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int attempt(Runnable removal) {
    try {
      removal.run();
      return 1;
    } catch (NotFoundException e) {
      return 0;
    } catch (DockerException | InfrastructureException e) {
      LOG.debug("left for the next clean-up: {}", Engine.firstLine(e));
      complete = false;
      return 0;
    }
  }
}
