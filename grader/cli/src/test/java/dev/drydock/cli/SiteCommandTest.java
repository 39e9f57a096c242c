package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.drydock.report.ResultJson;
import dev.drydock.report.html.SampleResults;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** This repository's own course. */
class SiteCommandTest {

  @TempDir private Path folder;
  private final InProcess drydock = new InProcess();

  @Test
  void withAnAddressThereIsASitemap() throws Exception {
    assertThat(site("--address", "https://course.example/drydock")).as(drydock.err()).isZero();
    assertThat(folder.resolve("public/sitemap.xml"))
        .content()
        .contains("<loc>https://course.example/drydock/glossary.html</loc>");
  }

  @Test
  void withoutAnAddressThereIsNone() {
    assertThat(site()).isZero();
    assertThat(folder.resolve("public/sitemap.xml")).doesNotExist();
  }

  @Test
  void aCloneSaysWhenItWasLastUpdated() throws Exception {
    assumeTrue(Files.isDirectory(Binary.COURSE.resolve(".git")), "not a clone");
    assertThat(site()).isZero();
    assertThat(folder.resolve("public/index.html"))
        .content()
        .containsPattern("Last updated <time datetime=\"20\\d\\d-\\d\\d-\\d\\d\">");
  }

  @Test
  void anAddressThatIsNoneIsNamed() {
    assertThat(site("--address", "course.example")).isEqualTo(2);
    assertThat(drydock.err()).contains("--address course.example: expected");
    assertThat(folder.resolve("public")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"--overview", "--board"})
  void whatShowsResultsAsksForTheRunTheyAreOf(String option) {
    assertThat(site(option, folder.resolve("somewhere").toString())).isEqualTo(2);
    assertThat(drydock.err()).contains(option + ": needs --run RUN");
    assertThat(folder.resolve("public")).doesNotExist();
  }

  @ParameterizedTest
  @ValueSource(strings = {"public", "public/teacher", "teacher/../public/x", "."})
  void namesAreNeverWrittenIntoThePublicSite(String overview) throws Exception {
    Path run = Files.createDirectories(folder.resolve("run/results")).getParent();
    String named = folder.resolve(overview).toString();
    assertThat(site("--run", run.toString(), "--overview", named)).isEqualTo(2);
    assertThat(drydock.err()).contains("it shows names, expected a folder outside");
    assertThat(folder.resolve("public")).doesNotExist();
  }

  @Test
  void theBoardShowsWhoAskedUnderAPseudonym() throws Exception {
    Path run = folder.resolve("run");
    Files.createDirectories(run.resolve("results/ada"));
    Files.writeString(
        run.resolve("results/ada/3.9.json"),
        ResultJson.write(SampleResults.passing("ada", 6_000_000)));
    Path board = Files.writeString(folder.resolve("board.txt"), "ada\n");
    assertThat(site("--run", run.toString(), "--board", board.toString()))
        .as(drydock.err())
        .isZero();
    assertThat(folder.resolve("public/results/3.9-multi-stage-backend.html"))
        .content()
        .contains("Lightest hulls")
        .doesNotContain("ada<");
    Files.writeString(board, "adda\n");
    assertThat(site("--run", run.toString(), "--board", board.toString())).isEqualTo(2);
    assertThat(drydock.err()).contains("--board: 'adda' is not in");
  }

  private int site(String... options) {
    String[] arguments = new String[options.length + 3];
    arguments[0] = "site";
    arguments[1] = "--out";
    arguments[2] = folder.resolve("public").toString();
    System.arraycopy(options, 0, arguments, 3, options.length);
    return drydock.run(Binary.COURSE, arguments);
  }
}
