package dev.drydock.site;

import dev.drydock.site.model.SiteOptions;
import dev.drydock.site.results.ClassResults;
import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Set;

/** Builds the sample site into a folder, to be looked at: {@code SamplePages FOLDER}. */
final class SamplePages {

  private SamplePages() {}

  public static void main(String[] arguments) throws IOException {
    Path folder = Path.of(arguments[0]);
    SiteBuilder builder =
        new SiteBuilder(
            SampleCourse.in(folder.resolve("course")),
            new SiteOptions(Set.of(), LocalDate.of(2026, 3, 1), ""));
    ClassResults results = SampleCourse.results(folder.resolve("addresses.tsv"), 48);
    builder.build(folder.resolve("site"), results);
    builder.buildOverview(folder.resolve("overview"), results, SampleCourse.REPORTS);
  }
}
