package dev.drydock.check;

import static dev.drydock.fixture.EvidenceFixtures.evidence;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.evidence.Evidence;
import dev.drydock.verdict.Review;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import java.util.stream.Stream;

/**
 * Prints how many Dockerfiles are read, and read and judged by every static check, in a second: a
 * class of 1,000 made of this repository's own. Argument: the repository.
 */
public final class StaticChecksBenchmark {

  private static final int FILES = 1_000;
  private static final int ROUNDS = 10;

  private StaticChecksBenchmark() {}

  public static void main(String[] args) throws IOException {
    List<Evidence> files = files(Path.of(args[0]));
    print("read", files, file -> Dockerfile.parse(file.dockerfile().text()).instructions().size());
    print("read and judged", files, file -> Review.ofText(file).checks().size());
  }

  private static void print(String what, List<Evidence> files, ToIntFunction<Evidence> work) {
    double best = 0;
    long seen = 0;
    for (int round = 0; round < ROUNDS; round++) {
      long start = System.nanoTime();
      seen += files.stream().mapToInt(work).sum();
      best = Math.max(best, FILES * 1e9 / (System.nanoTime() - start));
    }
    System.out.printf(
        Locale.ROOT,
        "%,d Dockerfiles %s: %,.0f a second when warm (%,d things found)%n",
        files.size(),
        what,
        best,
        seen / ROUNDS);
  }

  private static List<Evidence> files(Path repository) throws IOException {
    List<String> texts = new ArrayList<>();
    for (String folder : List.of("exercises", "solutions")) {
      try (Stream<Path> walk = Files.walk(repository.resolve(folder))) {
        for (Path file :
            walk.filter(path -> path.getFileName().toString().startsWith("Dockerfile"))
                .filter(Files::isRegularFile)
                .sorted()
                .toList()) {
          texts.add(Files.readString(file));
        }
      }
    }
    List<Evidence> files = new ArrayList<>();
    for (int i = 0; i < FILES; i++) {
      String text = texts.get(i % texts.size()) + "\nLABEL number=" + i + "\n";
      files.add(evidence().dockerfile(text).notBuilt().get());
    }
    return files;
  }
}
