package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseCatalogue;
import dev.drydock.exercise.ExerciseLoader;
import dev.drydock.site.model.CheckInfos;
import dev.drydock.site.model.Content;
import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.model.Workbook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workbook's own texts: complete, and without broken links. */
class ContentTest {

  private static final Path HOME = Path.of("..").toAbsolutePath().normalize();

  static List<String> ids() {
    return CheckCatalogue.ids();
  }

  @ParameterizedTest
  @MethodSource("ids")
  void everyCheckHasAPageThatSaysWhatWhyHowAndHowToFixIt(String id) {
    String page = Content.bundled().required("checks/" + id + ".md");
    assertThat(page)
        .contains(
            "## How it is judged",
            "## Why it matters",
            "## See it yourself",
            "## How to fix it",
            "## What people believe");
    assertThat(page).doesNotStartWith("# ");
  }

  @Test
  void thereIsNoPageWithoutACheck() throws IOException {
    try (Stream<Path> files = Files.list(HOME.resolve("site/content/checks"))) {
      Set<String> pages =
          files
              .map(file -> file.getFileName().toString().replace(".md", ""))
              .collect(Collectors.toSet());
      pages.remove("intro");
      assertThat(pages).containsExactlyInAnyOrderElementsOf(ids());
    }
  }

  @Test
  void theCourseAsItIsBecomesASite(@TempDir Path folder) throws IOException {
    List<Exercise> exercises = ExerciseCatalogue.of(HOME, ExerciseLoader.forChecks(ids())).all();
    assertThat(exercises).isNotEmpty();
    Set<String> all = exercises.stream().map(Exercise::id).collect(Collectors.toSet());
    Workbook workbook =
        new Workbook(
            "Drydock",
            exercises,
            CheckInfos.all(),
            Content.of(HOME.resolve("site/content")),
            null,
            HOME.resolve("solutions"));
    new SiteBuilder(workbook, new SiteOptions(all, null, "")).build(folder, null);
    assertThat(folder.resolve("exercises").resolve(exercises.get(0).folderName() + ".html"))
        .exists();
    assertThat(folder.resolve("solutions").resolve(exercises.get(0).folderName() + ".html"))
        .exists();
  }
}
