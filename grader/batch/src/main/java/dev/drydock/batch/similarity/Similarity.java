package dev.drydock.batch.similarity;

import dev.drydock.batch.similarity.Alike.Near;
import dev.drydock.batch.similarity.Alike.Same;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;

/**
 * Compares the Dockerfiles that a class wrote for one image. Lines of the starter do not count; the
 * more people wrote a line, the less it counts, as an exercise leads many to the same.
 */
public final class Similarity {

  /** The share from which two Dockerfiles are listed. */
  private static final double NEAR = 0.75;

  /** With fewer lines than this there is too little to compare. */
  private static final int FEWEST_LINES = 3;

  private static final int LISTED = 100;
  private static final int RARE_SHOWN = 10;

  private final Map<InstructionStream, List<String>> byStream = new LinkedHashMap<>();
  private final Map<String, Integer> writers = new HashMap<>();
  private final int compared;

  private Similarity(SortedMap<String, String> byStudent, Collection<String> starters) {
    Set<String> given = new LinkedHashSet<>();
    starters.forEach(text -> given.addAll(InstructionStream.of(text).lines()));
    byStudent.forEach(
        (student, text) -> {
          InstructionStream own = InstructionStream.of(text).without(given);
          byStream.computeIfAbsent(own, stream -> new ArrayList<>()).add(student);
          Set.copyOf(own.lines()).forEach(line -> writers.merge(line, 1, Integer::sum));
        });
    compared = byStudent.size();
  }

  /**
   * Compare.
   *
   * @param byStudent texts of Dockerfiles
   * @param starters texts of the Dockerfiles that were handed out
   */
  public static Alike of(SortedMap<String, String> byStudent, Collection<String> starters) {
    return new Similarity(byStudent, starters).compare();
  }

  private Alike compare() {
    List<Same> same =
        byStream.entrySet().stream()
            .filter(one -> one.getValue().size() > 1 && !one.getKey().lines().isEmpty())
            .map(one -> new Same(one.getValue(), one.getKey().lines().size()))
            .sorted(Comparator.comparingInt((Same one) -> one.students().size()).reversed())
            .toList();
    List<Near> near = near();
    int listed = Math.min(near.size(), LISTED);
    return new Alike(compared, same, near.subList(0, listed), near.size() - listed);
  }

  private List<Near> near() {
    List<Set<String>> sets = new ArrayList<>();
    List<String> names = new ArrayList<>();
    byStream.forEach(
        (stream, students) -> {
          if (stream.lines().size() >= FEWEST_LINES) {
            sets.add(new LinkedHashSet<>(stream.lines()));
            names.add(students.get(0));
          }
        });
    double[] weights = sets.stream().mapToDouble(this::weight).toArray();
    List<Near> near = new ArrayList<>();
    for (int i = 0; i < sets.size(); i++) {
      for (int j = i + 1; j < sets.size(); j++) {
        double shared = shared(sets.get(i), sets.get(j));
        double share = shared / (weights[i] + weights[j] - shared);
        if (share >= NEAR) {
          near.add(
              new Near(
                  names.get(i),
                  names.get(j),
                  (int) Math.floor(share * 100),
                  rare(sets.get(i), sets.get(j))));
        }
      }
    }
    near.sort(Comparator.comparingInt(Near::percent).reversed());
    return near;
  }

  private double weight(Collection<String> lines) {
    return lines.stream().mapToDouble(this::weight).sum();
  }

  private double weight(String line) {
    return Math.log((compared + 1.0) / writers.getOrDefault(line, 1));
  }

  private double shared(Set<String> a, Set<String> b) {
    double shared = 0;
    for (String line : a) {
      shared += b.contains(line) ? weight(line) : 0;
    }
    return shared;
  }

  private List<String> rare(Set<String> a, Set<String> b) {
    return a.stream()
        .filter(b::contains)
        .filter(line -> writers.getOrDefault(line, 1) <= Math.max(2, compared / 10))
        .sorted(Comparator.comparingInt(line -> writers.getOrDefault(line, 1)))
        .limit(RARE_SHOWN)
        .toList();
  }
}
