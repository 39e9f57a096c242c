package dev.drydock.batch.export;

import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.similarity.Alike;
import dev.drydock.batch.similarity.Similarity;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.Counted;
import dev.drydock.text.Printable;
import dev.drydock.verdict.ImageResult;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A report on similar Dockerfiles, for the instructor. It says what is alike, not why. */
final class SimilarityExport {

  private static final String HEAD =
      """
      Dockerfiles that are alike

      Only the instructions are compared, without comments, layout and stage names. Lines of the
      exercise's starter do not count; the more people wrote a line, the less it counts. A small
      exercise leads many to the same text, and people may have been asked to work together: that
      two texts are alike says nothing about how they came about.
      """;

  private SimilarityExport() {}

  static Exported render(List<Mark> marks, ExportOptions options) {
    SortedMap<String, SortedMap<String, String>> texts = new TreeMap<>();
    for (Mark mark : marks) {
      for (ImageResult image : mark.result().images()) {
        if (!image.dockerfile().text().isBlank()) {
          texts
              .computeIfAbsent(mark.id().exercise() + " " + image.name(), key -> new TreeMap<>())
              .put(mark.id().student(), image.dockerfile().text());
        }
      }
    }
    StringBuilder out = new StringBuilder(HEAD);
    texts.forEach(
        (image, byStudent) -> {
          String exercise = image.substring(0, image.indexOf(' '));
          write(image, Similarity.of(byStudent, options.starters().apply(exercise)), out);
        });
    return Exported.one(Format.SIMILARITY, ConsoleWriter.text(out.toString()), List.of());
  }

  private static void write(String image, Alike alike, StringBuilder out) {
    out.append(
        "\n%s: %s\n"
            .formatted(Printable.line(image, 80), Counted.of(alike.compared(), "Dockerfile")));
    for (Alike.Same same : alike.same()) {
      String students =
          same.students().stream().map(SimilarityExport::name).collect(Collectors.joining(", "));
      String lines = Counted.of(same.ownLines(), "line");
      out.append("  the same, %s of their own: %s\n".formatted(lines, students));
    }
    for (Alike.Near near : alike.near()) {
      out.append(
          "  %d %% alike: %s\n"
              .formatted(near.percent(), name(near.first()) + ", " + name(near.second())));
      near.rareLines()
          .forEach(line -> out.append("      ").append(Printable.line(line, 110)).append('\n'));
    }
    if (alike.notListed() > 0) {
      out.append("  and %s\n".formatted(Counted.of(alike.notListed(), "more pair")));
    }
    if (alike.same().isEmpty() && alike.near().isEmpty()) {
      out.append("  none are alike\n");
    }
  }

  private static String name(String student) {
    return Printable.line(student, 60);
  }
}
