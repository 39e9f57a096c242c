package dev.drydock.engine;

import com.github.dockerjava.api.model.Info;
import dev.drydock.engine.build.BuildKitTool;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.EngineDisk;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.engine.ledger.Leftovers;
import dev.drydock.engine.ledger.StandIns;
import dev.drydock.image.ByteSize;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** What a machine has, and lacks, for grading: each finding with the command that fixes it. */
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

  /** How serious a finding is. */
  public enum Weight {
    GOOD,
    /** Grading works, with a restriction. */
    WARNING,
    /** Grading cannot work. */
    MISSING
  }

  /**
   * One thing that was examined.
   *
   * @param remedy what to do about it, empty if nothing
   */
  public record Finding(Weight weight, String subject, String found, String remedy) {}

  /** Examine everything; never throws for what it finds. */
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
    findings.addAll(EnforcedLimits.by(engine, info, buildKit.isPresent()).findings());
    disk(engine, info).ifPresent(findings::add);
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
            found + ": too old for heredocs in Dockerfiles (needs 23)",
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

  /** Nothing where it cannot be seen, which is a separate finding. */
  private static Optional<Finding> disk(Engine engine, Info info) {
    OptionalLong bytes = EngineDisk.of(engine).free();
    if (bytes.isEmpty()) {
      return Optional.empty();
    }
    ByteSize free = ByteSize.of(bytes.getAsLong());
    String found = free + " free for images in " + info.getDockerRootDir();
    return Optional.of(
        free.compareTo(DISK_WANTED) >= 0
            ? good("disk", found)
            : new Finding(Weight.WARNING, "disk", found, "docker system prune"));
  }

  private static Finding memory(Info info) {
    @Nullable Long total = info.getMemTotal();
    ByteSize memory = ByteSize.of(total == null ? 0 : total);
    Integer processors = info.getNCPU();
    boolean one = processors != null && processors == 1;
    String found = memory + ", " + processors + (one ? " processor" : " processors");
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
              "made offline to replace the official ones: " + String.join(", ", offline),
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
            left.inTheEngine() + " left by killed runs",
            "./drydock clean");
  }

  private static Finding good(String subject, String found) {
    return new Finding(Weight.GOOD, subject, found, "");
  }
}
