package dev.drydock.site;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.exercise.ExerciseLoader;
import dev.drydock.site.model.CheckInfos;
import dev.drydock.site.model.Content;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;

/** The course as it lies in this checkout. */
public final class RealCourse {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  private RealCourse() {}

  public static Workbook workbook() {
    List<Exercise> exercises =
        ExerciseCatalogue.of(HOME, ExerciseLoader.forChecks(CheckCatalogue.all())).all();
    return new Workbook(
        "Drydock",
        exercises,
        CheckInfos.all(),
        Content.of(HOME.resolve("site/content")),
        HOME.resolve("site/figures"),
        HOME.resolve("solutions"));
  }

  /** With every solution, so that there is a page of each kind. */
  public static SiteBuilder builder() {
    Workbook workbook = workbook();
    return new SiteBuilder(
        workbook,
        new SiteOptions(
            workbook.exercises().stream().map(Exercise::id).collect(Collectors.toSet()), null, ""));
  }
}
