package dev.drydock.image;

import dev.drydock.image.anatomy.ImageAnatomy;
import dev.drydock.image.request.ImageReadRequest;
import java.io.IOException;
import java.io.InputStream;
import java.lang.ProcessBuilder.Redirect;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Prints how long reading an image's anatomy takes against {@code docker save > /dev/null}, and the
 * peak of the heap. Arguments: the image, and how often (3). Run it with {@code -Xmx256m}.
 */
public final class AnatomyBenchmark {

  private AnatomyBenchmark() {}

  /** Alternate both, so that neither profits from a warm cache alone; the best of each counts. */
  public static void main(String[] args) throws Exception {
    String image = args[0];
    int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
    double save = Double.MAX_VALUE;
    double read = Double.MAX_VALUE;
    for (int i = 0; i < rounds; i++) {
      double saved = save(image);
      double anatomy = read(image);
      System.out.printf(Locale.ROOT, "save %.2f s, anatomy %.2f s%n", saved, anatomy);
      save = Math.min(save, saved);
      read = Math.min(read, anatomy);
    }
    System.out.printf(
        Locale.ROOT, "best: save %.2f s, anatomy %.2f s, ratio %.2f%n", save, read, read / save);
    System.out.printf(Locale.ROOT, "peak heap %.0f MB%n", peakHeap() / 1e6);
  }

  private static double save(String image) throws IOException, InterruptedException {
    long start = System.nanoTime();
    int code =
        new ProcessBuilder("docker", "save", image)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.INHERIT)
            .start()
            .waitFor();
    if (code != 0) {
      throw new IllegalStateException("docker save exited with " + code);
    }
    return (System.nanoTime() - start) / 1e9;
  }

  private static double read(String image) throws IOException, InterruptedException {
    long start = System.nanoTime();
    Process process =
        new ProcessBuilder("docker", "save", image).redirectError(Redirect.INHERIT).start();
    ImageReadRequest request =
        ImageReadRequest.of(
            "",
            0,
            List.of(),
            Map.of(
                "env-file", "drydock-canary-0123456789abcdef",
                "build-arg", "drydock-canary-fedcba9876543210"));
    ImageAnatomy evidence;
    try (InputStream archive = process.getInputStream()) {
      evidence = new ImageArchiveReader(archive, request).read();
    }
    process.waitFor();
    System.out.printf(
        Locale.ROOT,
        "%d layers, %.1f MB unpacked, %.1f MB compressed%n",
        evidence.layers().size(),
        evidence.sizeBytes() / 1e6,
        evidence.compressedBytes() / 1e6);
    return (System.nanoTime() - start) / 1e9;
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .map(MemoryPoolMXBean::getPeakUsage)
        .mapToLong(usage -> usage.getUsed())
        .sum();
  }
}
