package dev.drydock.dockerfile;

import dev.drydock.dockerfile.source.ProblemCode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Single instructions, put behind a {@code FROM scratch}, and what becomes of them. */
public final class DockerfileLines {

  private DockerfileLines() {}

  /**
   * An instruction.
   *
   * @param code what is wrong with it; null when nothing is
   */
  public record Line(@Nullable ProblemCode code, String text) {}

  /** Those the builder refuses. */
  public static Stream<Line> refused() throws IOException {
    return withCode("refused.txt");
  }

  /** Those with a warning of ours, which the builder takes. */
  public static Stream<Line> warned() throws IOException {
    return withCode("warned.txt");
  }

  /** Those the builder takes. */
  public static Stream<Line> accepted() throws IOException {
    return lines("accepted.txt").map(text -> new Line(null, unescaped(text)));
  }

  private static Stream<Line> withCode(String file) throws IOException {
    return lines(file)
        .map(line -> line.split(" +", 2))
        .map(parts -> new Line(ProblemCode.valueOf(parts[0]), unescaped(parts[1])));
  }

  /** From the class path: other modules' tests read them, too. */
  private static Stream<String> lines(String file) throws IOException {
    try (InputStream in = DockerfileLines.class.getResourceAsStream("/dockerfile-lines/" + file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList().stream();
    }
  }

  private static String unescaped(String text) {
    return text.replace("\\n", "\n").replace("\\t", "\t");
  }
}
