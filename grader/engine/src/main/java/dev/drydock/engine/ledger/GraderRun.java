package dev.drydock.engine.ledger;

import dev.drydock.engine.host.InfrastructureException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One run of the grader: its id, which labels everything it makes in an engine, and its ledger, a
 * folder that says what to remove if the run is killed. A run that ends by itself removes the
 * folder.
 */
public final class GraderRun implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(GraderRun.class);

  /** Key of the label on everything the grader makes; its value is the run's id. */
  public static final String LABEL = "dev.drydock";

  static final String OWNER = "owner";
  static final String PROCESSES = "processes";
  static final String IMAGES = "images";

  private final DrydockHome home;
  private final String id;
  private final Path folder;
  private final @Nullable LedgerLock lock;
  private final AtomicInteger counter = new AtomicInteger();
  private volatile boolean keepsLedger;

  private GraderRun(DrydockHome home, String id, Path folder, @Nullable LedgerLock lock) {
    this.home = home;
    this.id = id;
    this.folder = folder;
    this.lock = lock;
  }

  /** Begin a run under the user's Drydock folder. */
  public static GraderRun begin(DrydockHome home) {
    byte[] random = new byte[6];
    ThreadLocalRandom.current().nextBytes(random);
    String id = HexFormat.of().formatHex(random);
    try {
      // named only once its owner is recorded: a folder without an owner counts as a killed run's
      Path unnamed = Files.createDirectories(home.runs().resolve("." + id));
      Files.writeString(unnamed.resolve(OWNER), ProcessIdentity.ofThis().text());
      LedgerLock lock = LedgerLock.take(unnamed, id);
      return new GraderRun(home, id, Files.move(unnamed, home.runs().resolve(id)), lock);
    } catch (IOException e) {
      throw new InfrastructureException(
          "cannot write to " + home.folder() + ": " + e.getMessage() + " (set DRYDOCK_HOME)", e);
    }
  }

  /** Where all runs keep their ledgers. */
  public DrydockHome home() {
    return home;
  }

  public String id() {
    return id;
  }

  public Map<String, String> labels() {
    return Map.of(LABEL, id);
  }

  /** A name for a container, an image or a network that no other run uses. */
  public String uniqueName(String what) {
    return "drydock-" + id + "-" + what + "-" + counter.incrementAndGet();
  }

  /** A folder of this run, removed with it. */
  public Path temporaryFolder(String name) {
    try {
      return Files.createDirectory(folder.resolve(name + "-" + counter.incrementAndGet()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Remove a temporary folder before the run's end: a long run must not fill the disk. */
  public void discard(Path temporary) {
    try {
      delete(temporary);
    } catch (UncheckedIOException e) {
      LOG.debug("{} stays until the end of the run", temporary, e);
    }
  }

  public Path temporaryFile(String name) {
    return folder.resolve(name + "-" + counter.incrementAndGet());
  }

  /** A child process that must not outlive the run. */
  public void noteProcess(long pid) {
    ProcessIdentity.of(pid).ifPresent(identity -> append(PROCESSES, identity.text()));
  }

  /** An image made by this run; recorded because labels can be lost. */
  public void noteImage(String imageId) {
    append(IMAGES, imageId);
  }

  List<String> notedImages() {
    return lines(folder.resolve(IMAGES));
  }

  /** What a run's file records; empty if nothing. */
  static List<String> lines(Path file) {
    try {
      return Files.isReadable(file) ? Files.readAllLines(file) : List.of();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the next run has something to remove of this one. */
  void keepLedger(boolean keep) {
    keepsLedger = keep;
  }

  /** End it; a ledger that is kept counts as a killed run's. */
  @Override
  public void close() {
    if (lock != null) {
      lock.close();
    }
    if (!keepsLedger) {
      delete(folder);
    }
  }

  static void delete(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.sorted(Comparator.reverseOrder()).toList()) {
        Files.deleteIfExists(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void append(String file, String line) {
    try {
      Files.write(
          folder.resolve(file),
          List.of(line),
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
