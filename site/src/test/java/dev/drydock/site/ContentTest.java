package dev.drydock.site;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.site.model.Content;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The workbook's own texts are complete. */
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
}
