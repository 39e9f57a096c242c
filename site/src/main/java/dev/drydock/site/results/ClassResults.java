package dev.drydock.site.results;

import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * The results of a class, and the secret its pseudonyms and addresses are made with. The same
 * secret gives the same names and addresses in every build.
 */
public final class ClassResults {

  private final SortedMap<String, Map<String, SubmissionResult>> byStudent = new TreeMap<>();
  private final Map<String, List<SubmissionResult>> byExercise = new TreeMap<>();
  private final Map<String, Identity> identities;
  private final Path addressFile;
  private final Set<String> onBoard;
  private final Function<SubmissionResult, Assessment> assessments;

  /**
   * Who a student is to others.
   *
   * @param pseudonym in public tables
   * @param address part of the path of the student's own pages
   */
  public record Identity(String pseudonym, String address) {}

  /**
   * @param results each with its student's name
   * @param secret of the workbook, kept outside every output; 16 bytes at least
   * @param addressFile where the list of students' addresses goes, outside every output
   * @param onBoard students who asked to be on the leaderboards
   * @param assessments what stands beside each of them
   */
  public ClassResults(
      List<SubmissionResult> results,
      byte[] secret,
      Path addressFile,
      Set<String> onBoard,
      Function<SubmissionResult, Assessment> assessments) {
    for (SubmissionResult result : results) {
      String student = result.student();
      if (student == null) {
        throw new IllegalArgumentException("a result of " + result.exercise() + " has no student");
      }
      byStudent.computeIfAbsent(student, name -> new TreeMap<>()).put(result.exercise(), result);
    }
    byStudent
        .values()
        .forEach(
            own ->
                own.forEach(
                    (exercise, result) ->
                        byExercise.computeIfAbsent(exercise, id -> new ArrayList<>()).add(result)));
    this.identities = Identities.of(byStudent.keySet(), secret);
    this.addressFile = addressFile;
    this.onBoard = Set.copyOf(onBoard);
    this.assessments = assessments;
  }

  /** All students, by name. */
  public List<String> students() {
    return List.copyOf(byStudent.keySet());
  }

  public Optional<SubmissionResult> result(String student, String exercise) {
    return Optional.ofNullable(byStudent.getOrDefault(student, Map.of()).get(exercise));
  }

  /** All results of one student, by exercise. */
  public List<SubmissionResult> of(String student) {
    return List.copyOf(byStudent.getOrDefault(student, Map.of()).values());
  }

  /** Whose it is; a result of a class has a student. */
  static String student(SubmissionResult result) {
    return Objects.requireNonNull(result.student());
  }

  /** All results of one exercise, by student. */
  public List<SubmissionResult> results(String exercise) {
    return byExercise.getOrDefault(exercise, List.of());
  }

  public Identity identity(String student) {
    Identity identity = identities.get(student);
    if (identity == null) {
      throw new IllegalArgumentException("no student of that name: " + student);
    }
    return identity;
  }

  /** What stands beside one of these results. */
  public Assessment assessment(SubmissionResult result) {
    return assessments.apply(result);
  }

  public boolean onBoard(String student) {
    return onBoard.contains(student);
  }

  public Path addressFile() {
    return addressFile;
  }

  /** Student, pseudonym and path of the own page, separated by tabs, one student a line. */
  public String addressTable() {
    StringBuilder out = new StringBuilder("student\tpseudonym\tpage\n");
    for (String student : byStudent.keySet()) {
      Identity identity = identity(student);
      // only what would break the table: a name is looked for as it is
      out.append(student.replaceAll("[\\p{Cntrl}]", "\uFFFD"))
          .append('\t')
          .append(identity.pseudonym())
          .append('\t')
          .append("students/" + identity.address() + "/index.html")
          .append('\n');
    }
    return out.toString();
  }
}
