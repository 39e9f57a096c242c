package dev.drydock.check;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** stub until the model is there */
public final class FinalStage {
  public @Nullable Integer userLine() {
    return null;
  }

  public @Nullable Integer startLine() {
    return null;
  }

  public @Nullable Integer fromLine() {
    return null;
  }

  public @Nullable Integer healthcheckLine() {
    return null;
  }

  public List<Exposed> exposed() {
    return List.of();
  }

  public record Exposed(int port, String protocol, int line) {
    public String shown() {
      return port + "/" + protocol;
    }
  }
}
