package dev.drydock.cli;

import com.github.dockerjava.api.DockerClient;
import dev.drydock.engine.host.BoundedProcess;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.ledger.DrydockHome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What one run of a grader's process made in the engine and nobody has removed. */
final class EngineObjects {

  private final DockerClient docker = Engine.connect().client();
  private final String run;

  private EngineObjects(String run) {
    this.run = run;
  }

  /** Of the run that a process has begun; waits until it has. */
  static EngineObjects of(Process grader) throws Exception {
    Await.until(() -> runOf(grader).isPresent());
    return new EngineObjects(runOf(grader).orElseThrow());
  }

  /** By its ledger, whose owner is the process, or one that it started in its place. */
  private static Optional<String> runOf(Process grader) throws IOException {
    Set<String> owners =
        Stream.concat(Stream.of(grader.toHandle()), grader.descendants())
            .map(process -> process.pid() + " ")
            .collect(Collectors.toSet());
    Path runs = DrydockHome.resolve().folder().resolve("runs");
    if (!Files.isDirectory(runs)) {
      return Optional.empty();
    }
    try (Stream<Path> ledgers = Files.list(runs)) {
      return ledgers
          .filter(ledger -> owners.stream().anyMatch(owner -> isOwner(ledger, owner)))
          .map(ledger -> ledger.getFileName().toString())
          .filter(name -> !name.startsWith("."))
          .findFirst();
    }
  }

  private static boolean isOwner(Path ledger, String owner) {
    try {
      return Files.readString(ledger.resolve("owner")).startsWith(owner);
    } catch (IOException e) {
      return false; // another run, which has just ended
    }
  }

  /** Whether a container of somebody's image is there; the grader's helpers do not count. */
  boolean hasContainer() {
    return docker
        .listContainersCmd()
        .withShowAll(true)
        .withLabelFilter(List.of("dev.drydock=" + run))
        .exec()
        .stream()
        .flatMap(one -> Stream.of(one.getNames()))
        .anyMatch(name -> !name.contains("-helper-"));
  }

  Set<String> all() {
    List<String> label = List.of("dev.drydock=" + run);
    return Stream.of(
            docker.listContainersCmd().withShowAll(true).withLabelFilter(label).exec().stream()
                .map(one -> "container " + one.getId()),
            docker.listNetworksCmd().withFilter("label", label).exec().stream()
                .map(one -> "network " + one.getId()),
            docker.listImagesCmd().withFilter("label", label).exec().stream()
                .map(one -> "image " + one.getId()),
            rules())
        .flatMap(all -> all)
        .collect(Collectors.toSet());
  }

  /** Those of this machine's firewall; none where this process may not ask. */
  private Stream<String> rules() {
    return Stream.of("/usr/sbin/iptables", "/usr/sbin/ip6tables")
        .filter(tool -> Files.isExecutable(Path.of(tool)))
        .map(tool -> List.of(tool, "-w", "5", "-t", "mangle", "-S"))
        .map(command -> BoundedProcess.capture(command, Map.of(), Duration.ofSeconds(20)))
        .flatMap(output -> output.text().lines())
        .filter(line -> line.contains("drydock:" + run))
        .map(line -> "rule " + line);
  }
}
