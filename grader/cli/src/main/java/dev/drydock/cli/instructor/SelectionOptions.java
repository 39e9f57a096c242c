package dev.drydock.cli.instructor;

import dev.drydock.batch.entry.Selection;
import dev.drydock.batch.store.RunFolder;
import dev.drydock.batch.store.RunFolderException;
import dev.drydock.batch.store.RunManifest;
import dev.drydock.batch.store.RunManifest.EntryLine;
import dev.drydock.cli.call.UsageException;
import dev.drydock.text.DidYouMean;
import java.nio.file.Path;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Option;

/** Options shared by several commands: which entries of a run to take. */
final class SelectionOptions {

  @Option(names = "--exercise", paramLabel = "ID", description = "Only these exercises.")
  List<String> exercises = List.of();

  @Option(names = "--student", paramLabel = "NAME", description = "Only these students.")
  private List<String> students = List.of();

  @Option(names = "--failed", description = "Only those that have not passed, for any reason.")
  private boolean failed;

  /**
   * The selection among the students of a class.
   *
   * @throws UsageException if a named one does not exist
   */
  Selection of(Collection<String> known, String where) {
    Set<String> names = new TreeSet<>(known);
    for (String student : students) {
      if (!names.contains(student)) {
        throw new UsageException(
            "there is no student '"
                + student
                + "' in "
                + where
                + DidYouMean.suffix(student, names));
      }
    }
    return new Selection(Set.copyOf(students), Set.of(), failed);
  }

  /**
   * The selection among the entries of a run.
   *
   * @throws UsageException if a named student or exercise is not in it
   */
  Selection in(Path run) {
    RunManifest manifest =
        RunFolder.open(run)
            .manifest()
            .orElseThrow(() -> new RunFolderException(run + " is not a RUN folder"));
    Selection byStudent =
        of(manifest.entries().stream().map(EntryLine::student).toList(), run.toString());
    Set<String> known =
        manifest.entries().stream().map(EntryLine::exercise).collect(Collectors.toSet());
    Set<String> ids = new LinkedHashSet<>();
    for (String exercise : exercises) {
      String id = known.contains(exercise) ? exercise : idOf(exercise);
      if (!known.contains(id)) {
        throw new UsageException(
            "there is no exercise '"
                + exercise
                + "' in "
                + run
                + "; it has "
                + String.join(", ", new TreeSet<>(known)));
      }
      ids.add(id);
    }
    return new Selection(byStudent.students(), ids, failed);
  }

  /** An exercise may be named by its folder: {@code exercises/3.9-multi-stage-backend}. */
  private static String idOf(String folder) {
    Path name = Path.of(folder).getFileName();
    return name == null ? folder : name.toString().replaceFirst("-.*", "");
  }
}
