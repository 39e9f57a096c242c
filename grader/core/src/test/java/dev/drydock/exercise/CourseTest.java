package dev.drydock.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.file.Path;
import java.time.OffsetDateTime;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CourseTest {

  @TempDir Path home;

  @Test
  void withoutAFileOfficialImagesAreAllowed() {
    assertThat(Course.load(home)).isEqualTo(Course.unspecified());
    assertThat(Course.unspecified().officialImages()).isTrue();
  }

  @Test
  void theFirstPatternThatFitsGivesTheStandIn() {
    Course course =
        course(
            """
            standInTags:
              golang:*-alpine*: golang:1.27-alpine
              golang:*: golang:1.27
              node:lts-alpine: node:24-alpine
            """);

    assertThat(course.standInFor("golang:1.16-alpine3.15")).hasValue("golang:1.27-alpine");
    assertThat(course.standInFor("golang:1.16")).hasValue("golang:1.27");
    assertThat(course.standInFor("node:lts-alpine")).hasValue("node:24-alpine");
    assertThat(course.standInFor("node:lts")).isEmpty();
  }

  @Test
  void imagesAndDatesAreRead() {
    Course course =
        course(
            """
            allowedImages:
              official: false
              more: [nginxinc/nginx-unprivileged, "distroless/*"]
            dates:
              "3.9": {due: 2026-03-01T23:59:00+02:00}
            """);

    assertThat(course.officialImages()).isFalse();
    assertThat(course.moreImages()).containsExactly("nginxinc/nginx-unprivileged", "distroless/*");
    assertThat(course.dates("3.9"))
        .hasValue(new Course.Dates(OffsetDateTime.parse("2026-03-01T23:59:00+02:00"), null));
    assertThat(course.dates("3.8")).isEmpty();
  }

  @Test
  void everyProblemIsTold() {
    InvalidExercise thrown =
        catchThrowableOfType(
            InvalidExercise.class,
            () ->
                course(
                    """
                    standInTag: {}
                    dates:
                      "3.9": {due: tomorrow}
                      week 1: {due: 2026-03-01T23:59:00Z}
                    """));

    assertThat(thrown.problems())
        .extracting(problem -> problem.line() + " " + problem.key() + ": " + problem.message())
        .containsExactly(
            "1 standInTag: is not a key of a course; did you mean 'standInTags'?",
            "3 dates.3.9.due: expected a moment with its offset, such as"
                + " 2026-03-01T23:59:00+02:00, found 'tomorrow'",
            "4 dates.week 1: expected an exercise's number in quotes, such as \"3.9\"");
  }

  @Test
  void aDayThatDoesNotExistIsTold() {
    InvalidExercise thrown =
        catchThrowableOfType(
            InvalidExercise.class, () -> course("dates: {\"3.9\": {due: 2026-02-30T23:59:00Z}}"));

    assertThat(thrown).hasMessageContaining("no such day or time");
  }

  private Course course(String yaml) {
    ExerciseFolder.file(home, "exercises/course.yaml", yaml);
    return Course.load(home);
  }
}
