package dev.drydock.exercise;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What holds for a whole course: the content of {@code exercises/course.yaml}, all of it optional.
 *
 * @param officialImages whether any official image may be built on
 * @param moreImages patterns of other images that may be
 * @param standInTags which stand-in takes an image's place where no registry answers
 * @param dates by exercise id
 */
public record Course(
    boolean officialImages,
    List<String> moreImages,
    List<StandInTag> standInTags,
    Map<String, Dates> dates) {

  /** Name of the file, in the folder of the exercises. */
  public static final String FILE_NAME = "course.yaml";

  private static final YamlSchema SCHEMA = YamlSchema.resource("course.schema.json");

  public Course {
    moreImages = List.copyOf(moreImages);
    standInTags = List.copyOf(standInTags);
    dates = Map.copyOf(dates);
  }

  /** A course that says nothing: official images, no stand-ins, no dates. */
  public static Course unspecified() {
    return new Course(true, List.of(), List.of(), Map.of());
  }

  /**
   * Read the course of a Drydock folder; without a file it is {@link #unspecified}.
   *
   * @throws InvalidExercise with every problem found
   */
  public static Course load(Path home) {
    Path file = home.resolve("exercises").resolve(FILE_NAME);
    if (Files.notExists(file)) {
      return unspecified();
    }
    YamlDocument document = YamlDocument.read(file);
    SCHEMA.check(document);
    document.failOnProblems();
    CourseFile wire = YamlDocument.MAPPER.treeToValue(document.root(), CourseFile.class);
    Course course = wire.toCourse(document);
    document.failOnProblems();
    return course;
  }

  /** The stand-in for an image such as {@code golang:1.16-alpine}; the first pattern wins. */
  public Optional<String> standInFor(String image) {
    return standInTags.stream()
        .filter(tag -> Glob.of(tag.pattern()).matches(image))
        .map(StandInTag::standIn)
        .findFirst();
  }

  public Optional<Dates> dates(String exerciseId) {
    return Optional.ofNullable(dates.get(exerciseId));
  }

  /** Images that match {@code pattern} are replaced by {@code standIn}. */
  public record StandInTag(String pattern, String standIn) {}

  /**
   * Dates of an exercise.
   *
   * @param due end of the time for handing in, null when there is none
   * @param solutions from when the solution may be shown, null when always
   */
  public record Dates(@Nullable OffsetDateTime due, @Nullable OffsetDateTime solutions) {}

  /**
   * The wire form.
   *
   * <pre>{@code
   * allowedImages:
   *   official: true
   *   more: [nginxinc/nginx-unprivileged]
   * standInTags:
   *   golang:*-alpine*: golang:1.27-alpine
   *   golang:*: golang:1.27
   * dates:
   *   "3.9": {due: "2026-03-01T23:59:00+02:00", solutions: "2026-03-08T08:00:00+02:00"}
   * }</pre>
   */
  private record CourseFile(
      @Nullable AllowedImages allowedImages,
      @Nullable LinkedHashMap<String, String> standInTags,
      @Nullable LinkedHashMap<String, Moments> dates) {

    private record AllowedImages(@Nullable Boolean official, @Nullable List<String> more) {}

    private record Moments(@Nullable String due, @Nullable String solutions) {}

    private Course toCourse(YamlDocument document) {
      List<StandInTag> tags = new ArrayList<>();
      if (standInTags != null) {
        standInTags.forEach((pattern, standIn) -> tags.add(new StandInTag(pattern, standIn)));
      }
      Map<String, Dates> moments = new LinkedHashMap<>();
      if (dates != null) {
        dates.forEach(
            (id, wire) ->
                moments.put(
                    id,
                    new Dates(
                        moment(wire.due(), "dates." + id + ".due", document),
                        moment(wire.solutions(), "dates." + id + ".solutions", document))));
      }
      List<String> more = allowedImages == null ? null : allowedImages.more();
      return new Course(
          allowedImages == null || !Boolean.FALSE.equals(allowedImages.official()),
          more == null ? List.of() : more,
          tags,
          moments);
    }

    private static @Nullable OffsetDateTime moment(
        @Nullable String text, String key, YamlDocument document) {
      try {
        return text == null ? null : OffsetDateTime.parse(text);
      } catch (DateTimeParseException e) {
        document.problem(key, "no such day or time: '" + text + "'");
        return null;
      }
    }
  }
}
