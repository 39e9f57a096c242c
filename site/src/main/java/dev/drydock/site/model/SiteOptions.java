package dev.drydock.site.model;

import dev.drydock.exercise.Course;
import dev.drydock.exercise.Course.Dates;
import dev.drydock.exercise.Exercise;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * @param releasedSolutions ids of the exercises whose references are part of the site
 * @param lastUpdated shown on every page, null to say nothing; never taken from the clock here, so
 *     that two builds are the same
 * @param address under which the site will be served, for its sitemap and the page a server shows
 *     in place of one that is not there; empty when unknown
 */
public record SiteOptions(
    Set<String> releasedSolutions, @Nullable LocalDate lastUpdated, String address) {

  public static final SiteOptions DEFAULT = new SiteOptions(Set.of(), null, "");

  public SiteOptions {
    releasedSolutions = Set.copyOf(releasedSolutions);
    if (!address.isEmpty() && !address.endsWith("/")) {
      address = address + "/";
    }
  }

  /** The address as it stands in a link from the same server: {@code /drydock/}. */
  public String addressPath() {
    return address.replaceFirst("^https?://[^/]*", "");
  }

  /** Exercises whose solutions the course's dates release by now; without a date, none. */
  public static Set<String> released(Course course, List<Exercise> exercises, Clock clock) {
    OffsetDateTime now = OffsetDateTime.now(clock);
    return exercises.stream()
        .map(Exercise::id)
        .filter(
            id ->
                course
                    .dates(id)
                    .map(Dates::solutions)
                    .filter(from -> !from.isAfter(now))
                    .isPresent())
        .collect(Collectors.toUnmodifiableSet());
  }
}
