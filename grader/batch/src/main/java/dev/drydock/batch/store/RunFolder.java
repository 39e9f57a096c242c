package dev.drydock.batch.store;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.store.EntryRecord.Standing;
import dev.drydock.evidence.Evidence;
import dev.drydock.files.Fingerprint;
import dev.drydock.files.WholeFile;
import dev.drydock.json.Json;
import dev.drydock.report.EvidenceJson;
import dev.drydock.report.ResultJson;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tools.jackson.core.JacksonException;

/**
 * A RUN folder. Every file is written whole. An entry's evidence is written first, then its result,
 * then its record: an entry whose writing is killed in between is graded again.
 */
public final class RunFolder {

  public static final String MANIFEST = "run.json";
  public static final String RESULTS = "results";
  public static final String EVIDENCE = "evidence";
  public static final String LOGS = "logs";
  public static final String FEEDBACK = "feedback";

  private final Path root;

  private RunFolder(Path root) {
    this.root = root;
  }

  /**
   * The folder to write a run to: a RUN folder, an empty folder, or a new one.
   *
   * @throws RunFolderException when it holds anything else
   */
  public static RunFolder prepare(Path path) {
    Path root = path.toAbsolutePath().normalize();
    if (Files.exists(root) && !Files.isDirectory(root)) {
      throw new RunFolderException(path + " is not a folder");
    }
    if (Files.isDirectory(root) && !isOurs(root)) {
      throw new RunFolderException(
          path + " holds other files and no run; give a new folder, or a RUN folder to resume");
    }
    return new RunFolder(root);
  }

  /**
   * An existing RUN folder.
   *
   * @throws RunFolderException when it is not one
   */
  public static RunFolder open(Path path) {
    Path root = path.toAbsolutePath().normalize();
    if (!Files.isRegularFile(root.resolve(MANIFEST))) {
      throw new RunFolderException(path + " is not a RUN folder: it has no " + MANIFEST);
    }
    return new RunFolder(root);
  }

  private static boolean isOurs(Path root) {
    if (Files.exists(root.resolve(MANIFEST))) {
      return true;
    }
    try (var children = Files.list(root)) {
      return children.allMatch(child -> child.getFileName().toString().startsWith("."));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public Path root() {
    return root;
  }

  /**
   * Keep other runs out, and clear away what a killed one left half-written.
   *
   * @throws RunFolderException when another run has it
   */
  public RunLock lock() {
    RunLock lock = RunLock.take(root);
    try (Stream<Path> files = Files.walk(root)) {
      for (Path part : files.filter(RunFolder::isHalfWritten).toList()) {
        Files.deleteIfExists(part);
      }
    } catch (IOException e) {
      lock.close();
      throw new UncheckedIOException(e);
    }
    return lock;
  }

  private static boolean isHalfWritten(Path file) {
    return file.getFileName().toString().startsWith(".part-");
  }

  /**
   * @throws RunFolderException when it cannot be read as one
   */
  public Optional<RunManifest> manifest() {
    return read(root.resolve(MANIFEST)).map(text -> parse(text, RunManifest.class, MANIFEST));
  }

  public void write(RunManifest manifest) {
    write(root.resolve(MANIFEST), Json.write(manifest));
  }

  /** The stored result; empty when missing or unreadable. */
  public Optional<SubmissionResult> result(String path) {
    return read(resultFile(path)).flatMap(RunFolder::result0);
  }

  /** The stored result, if it is the one in its record. */
  public Optional<SubmissionResult> result(String path, Standing standing) {
    return read(resultFile(path))
        .filter(text -> print(text).equals(standing.resultPrint()))
        .flatMap(RunFolder::result0);
  }

  private static Optional<SubmissionResult> result0(String text) {
    try {
      return Optional.of(ResultJson.read(text));
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Write a result, unless it is already there.
   *
   * @return its print
   */
  public String write(String path, SubmissionResult result) {
    String text = ResultJson.write(result);
    writeChanged(resultFile(path), text);
    return print(text);
  }

  /** The record of an entry; an unreadable one counts as missing. */
  public EntryRecord record(EntryId id, String path) {
    return read(recordFile(path))
        .flatMap(RunFolder::record0)
        .filter(record -> record.schemaVersion() == EntryRecord.SCHEMA_VERSION)
        .orElseGet(() -> EntryRecord.empty(id.student(), id.exercise()));
  }

  private static Optional<EntryRecord> record0(String text) {
    try {
      return Optional.of(Json.mapper().readValue(text, EntryRecord.class));
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  public void write(String path, EntryRecord record) {
    write(recordFile(path), Json.write(record));
  }

  /** Evidence of all images, or empty if any is missing or of another version. */
  public Optional<List<Evidence>> evidence(Standing standing) {
    List<Evidence> all = new ArrayList<>();
    for (String image : standing.images()) {
      Optional<Evidence> one = evidence(standing.collectionKey(), image);
      one.ifPresent(all::add);
    }
    return all.size() == standing.images().size() ? Optional.of(all) : Optional.empty();
  }

  private Optional<Evidence> evidence(String key, String image) {
    try {
      return read(evidenceFile(key, image)).flatMap(EvidenceJson::read);
    } catch (IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  /**
   * Store evidence, one entry per image.
   *
   * @return names of the images
   */
  public List<String> write(String key, List<Evidence> evidence) {
    for (Evidence one : evidence) {
      writeChanged(evidenceFile(key, one.folder()), EvidenceJson.write(one));
    }
    return evidence.stream().map(Evidence::folder).toList();
  }

  public Path resultFile(String path) {
    return below(RESULTS, path + ".json");
  }

  public Path recordFile(String path) {
    return below(LOGS, path + ".json");
  }

  private Path evidenceFile(String key, String image) {
    return below(EVIDENCE, key + "/" + new FileNames().of(image) + ".json");
  }

  /** A path from a file is trusted no more than any other. */
  private Path below(String folder, String path) {
    for (String segment : path.split("/", -1)) {
      String name =
          segment.endsWith(".json") ? segment.substring(0, segment.length() - 5) : segment;
      if (!FileNames.isHarmless(name)) {
        throw new RunFolderException(
            MANIFEST + " names a path that Drydock did not write: " + path);
      }
    }
    return root.resolve(folder).resolve(path);
  }

  private static <T> T parse(String text, Class<T> type, String name) {
    try {
      return Json.mapper().readValue(text, type);
    } catch (JacksonException e) {
      throw new RunFolderException(name + " cannot be read: " + e.getOriginalMessage());
    }
  }

  private static Optional<String> read(Path file) {
    try {
      return Optional.of(Files.readString(file));
    } catch (NoSuchFileException | java.nio.charset.CharacterCodingException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Existing content costs no flush. */
  private static void writeChanged(Path file, String text) {
    if (read(file).filter(text::equals).isEmpty()) {
      write(file, text);
    }
  }

  private static void write(Path file, String text) {
    try {
      WholeFile.write(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String print(String text) {
    return new Fingerprint().add(text).hex();
  }
}
