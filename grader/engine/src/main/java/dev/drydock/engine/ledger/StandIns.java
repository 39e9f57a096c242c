package dev.drydock.engine.ledger;

import com.github.dockerjava.api.command.InspectImageResponse;
import com.github.dockerjava.api.exception.DockerException;
import dev.drydock.engine.host.Engine;
import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The offline stand-ins for official images that {@code setup} made on this machine, by its ledger:
 * a label would not do, as images built on a stand-in inherit it.
 */
public final class StandIns {

  private final Engine engine;
  private final Map<String, String> namesById;

  /** Read the ledger: lines of {@code <image id> <name>}. */
  public StandIns(Engine engine, DrydockHome home) {
    this.engine = engine;
    this.namesById = read(home);
  }

  /** Whether a name of the engine stands for one of them. */
  public boolean contains(String name) {
    return engine
        .image(name)
        .map(InspectImageResponse::getId)
        .filter(namesById::containsKey)
        .isPresent();
  }

  public boolean isEmpty() {
    return namesById.isEmpty();
  }

  /** Remove them all, with every tag that points at them. */
  public int removeAll() {
    int removed = 0;
    for (String id : namesById.keySet()) {
      try {
        if (engine.image(id).isPresent()) {
          engine.client().removeImageCmd(id).withForce(true).exec();
          removed++;
        }
      } catch (DockerException e) {
        throw new InfrastructureException(
            "the stand-in " + namesById.get(id) + " stays: " + Engine.firstLine(e), e);
      }
    }
    return removed;
  }

  private static Map<String, String> read(DrydockHome home) {
    Map<String, String> names = new LinkedHashMap<>();
    try {
      if (Files.isReadable(home.standIns())) {
        for (String line : Files.readAllLines(home.standIns())) {
          String[] words = line.strip().split("\\s+", 2);
          if (words.length == 2) {
            names.putIfAbsent(words[0], words[1]);
          }
        }
      }
      return names;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
