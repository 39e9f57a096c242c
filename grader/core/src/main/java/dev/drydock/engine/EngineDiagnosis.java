package dev.drydock.engine;

import com.github.dockerjava.api.model.Info;
import dev.drydock.ByteSize;
import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What a machine has, and lacks, for grading: each finding with the command that mends it. */
public final class EngineDiagnosis {

  private static final ByteSize DISK_WANTED = ByteSize.parse("10 GB");
  private static final ByteSize MEMORY_WANTED = ByteSize.parse("2 GB");

  private final DrydockHome home;
  private final Collection<String> baseImages;

  /**
   * @param baseImages names the exercises build on
   */
  public EngineDiagnosis(DrydockHome home, Collection<String> baseImages) {
    this.home = home;
    this.baseImages = List.copyOf(baseImages);
  }

  /** How a finding weighs. */
  public enum Weight {
    GOOD,
    /** Grading works, with a restriction. */
    WARNING,
    /** Grading cannot work. */
    MISSING
  }

  /**
   * One thing that was looked at.
   *
   * @param remedy what to do about it, empty when nothing is to be done
   */
  public record Finding(Weight weight, String subject, String found, String remedy) {}

  /** Look at everything; never throws for what it finds. */
  public List<Finding> examine() {
    List<Finding> findings = new ArrayList<>();
    Engine engine;
    try {
      engine = Engine.connect();
    } catch (InfrastructureException e) {
      findings.add(
          new Finding(Weight.MISSING, "engine", String.valueOf(e.getMessage()), "./drydock setup"));
      return findings;
    }
    Info info = engine.client().infoCmd().exec();
    findings.add(engine(engine));
    Optional<BuildKitTool> buildKit = BuildKitTool.find(engine.host());
    findings.add(builder(buildKit));
    findings.addAll(Honoured.by(engine, info, buildKit.isPresent()).findings());
    if (engine.host().isLocalSocket()) {
      findings.add(disk(info));
    }
    findings.add(memory(info));
    findings.addAll(bases(engine));
    findings.add(leftovers(engine));
    return findings;
  }

  private static Finding engine(Engine engine) {
    String found = engine.version() + " at " + engine.host() + ", images in " + engine.store();
    return engine.majorVersion() >= 23
        ? good("engine", found)
        : new Finding(
            Weight.WARNING,
            "engine",
            found + ": no heredocs in Dockerfiles before 23",
            "install a current engine");
  }

  private static Finding builder(Optional<BuildKitTool> buildKit) {
    return buildKit
        .map(tool -> good("builder", "BuildKit: " + String.join(" ", tool.command().subList(0, 2))))
        .orElseGet(
            () ->
                new Finding(
                    Weight.WARNING,
                    "builder",
                    "the classic builder only: a Dockerfile with --mount or a heredoc cannot be"
                        + " graded",
                    "install docker-buildx, or ./drydock setup"));
  }

  private static Finding disk(Info info) {
    Path root = Path.of(Optional.ofNullable(info.getDockerRootDir()).orElse("/var/lib/docker"));
    try {
      Path there = Files.exists(root) ? root : Path.of("/");
      FileStore store = Files.getFileStore(there);
      ByteSize free = ByteSize.of(store.getUsableSpace());
      String found = free + " free for images in " + there;
      return free.compareTo(DISK_WANTED) >= 0
          ? good("disk", found)
          : new Finding(Weight.WARNING, "disk", found, "docker system prune");
    } catch (IOException e) {
      return new Finding(Weight.WARNING, "disk", "cannot be read: " + e.getMessage(), "");
    }
  }

  private static Finding memory(Info info) {
    @Nullable Long total = info.getMemTotal();
    ByteSize memory = ByteSize.of(total == null ? 0 : total);
    String found = memory + ", " + info.getNCPU() + " processors";
    return memory.compareTo(MEMORY_WANTED) >= 0
        ? good("machine", found)
        : new Finding(Weight.WARNING, "machine", found, "give the engine 2 GB");
  }

  private List<Finding> bases(Engine engine) {
    StandIns standIns = new StandIns(engine, home);
    List<String> missing =
        baseImages.stream().filter(name -> engine.image(name).isEmpty()).toList();
    List<String> offline = baseImages.stream().filter(standIns::contains).toList();
    List<Finding> findings = new ArrayList<>();
    if (missing.isEmpty()) {
      findings.add(good("base images", baseImages.size() + " of " + baseImages.size() + " there"));
    } else {
      findings.add(
          new Finding(
              Weight.WARNING,
              "base images",
              "not there: " + String.join(", ", missing),
              "./drydock setup"));
    }
    if (!offline.isEmpty()) {
      findings.add(
          new Finding(
              Weight.WARNING,
              "stand-ins",
              "made offline in place of the official ones: " + String.join(", ", offline),
              "./drydock clean --bases, then ./drydock setup where a registry answers"));
    }
    return findings;
  }

  private Finding leftovers(Engine engine) {
    Leftovers.Count left = new Leftovers(engine).countDead(home);
    return left.isNothing()
        ? good("leftovers", "none")
        : new Finding(
            Weight.WARNING,
            "leftovers",
            left.containers()
                + " containers, "
                + left.images()
                + " images, "
                + left.networks()
                + " networks of runs that were killed",
            "./drydock clean");
  }

  private static Finding good(String subject, String found) {
    return new Finding(Weight.GOOD, subject, found, "");
  }
}
