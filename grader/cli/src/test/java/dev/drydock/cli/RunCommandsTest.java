package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.json.Json;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code regrade} and {@code export} on a run that is there. */
class RunCommandsTest {

  private static final String SMALL = "size 5000000";
  private static final String LARGE = "size 9000000";
  private static final String LOST = "engine fails";

  @TempDir private Path home;
  private RunFixture course;
  private final InProcess drydock = new InProcess();

  @BeforeEach
  void course() {
    course = new RunFixture(home);
  }

  @Test
  void regradeJudgesByTheExerciseAsItIsNowAndSaysWhatChanged() throws Exception {
    Path run = course.student("alice", SMALL).student("bob", LARGE).graded();
    course.exercise("10 MB");
    assertThat(drydock("regrade", run.toString())).isZero();
    assertThat(drydock.out())
        .contains("bob 3.9: 1 of 4, not passed → 4 of 4, passed")
        .contains("2 judged again, 1 of them changed; 0 kept as they were, 0 not graded")
        .doesNotContain("alice");
    var result = Json.mapper().readTree(Files.readString(run.resolve("results/bob/3.9.json")));
    assertThat(result.get("passed").asBoolean()).isTrue();
  }

  @Test
  void regradeEndsWith3WhenSomeAreNotGraded() throws Exception {
    Path run = course.student("alice", SMALL).student("bob", LOST).graded();
    assertThat(drydock("regrade", run.toString())).isEqualTo(3);
    assertThat(drydock.out()).contains("1 judged again", "1 not graded");
  }

  @Test
  void aSelectionIsRegradedAlone() throws Exception {
    Path run = course.student("alice", LARGE).student("bob", LARGE + "1").graded();
    course.exercise("100 MB");
    assertThat(drydock("regrade", run.toString(), "--student", "bob")).isZero();
    assertThat(drydock.out()).contains("bob 3.9", "1 judged again").doesNotContain("alice");
  }

  @Test
  void aFileInThePlaceOfAFolderIsAWrongCall() throws Exception {
    String run = course.student("alice", SMALL).graded().toString();
    String file = Files.writeString(home.resolve("notes.txt"), "mine").toString();
    Files.writeString(home.resolve("exercises/3.9-multi-stage-backend/README.md"), "# Page\n");
    assertThat(drydock("site", "--out", file)).isEqualTo(2);
    assertThat(drydock("site", "--out", file + "/x/y")).isEqualTo(2);
    assertThat(drydock("export", run, "--format", "csv", "--out", file + "/x")).isEqualTo(2);
    assertThat(drydock.err().lines().filter(line -> line.startsWith("drydock:")))
        .hasSize(3)
        .containsOnly("drydock: " + file + " is a file: expected a folder, existing or new");
    assertThat(home.resolve("notes.txt")).hasContent("mine");
  }

  @ParameterizedTest
  @ValueSource(strings = {"regrade", "export"})
  void aFolderThatIsNoRunIsAWrongCall(String command) {
    String[] call = {command, home.toString(), "--format", "csv"};
    assertThat(drydock(command.equals("export") ? call : new String[] {command, home.toString()}))
        .isEqualTo(2);
    assertThat(drydock.err())
        .contains("is not a RUN folder")
        .contains("Run 'drydock " + command + " --help'")
        .doesNotContain("\tat ");
    assertThat(drydock.out()).isEmpty();
  }

  @Test
  void aNameThatIsNotInTheRunIsAWrongCallWithASuggestion() throws Exception {
    Path run = course.student("alice", SMALL).graded();
    assertThat(drydock("regrade", run.toString(), "--student", "alcie")).isEqualTo(2);
    assertThat(drydock.err()).contains("no student 'alcie'").contains("did you mean 'alice'?");
    assertThat(drydock("regrade", run.toString(), "--exercise", "3.8")).isEqualTo(2);
    assertThat(drydock.err()).contains("no exercise '3.8'").contains("it has 3.9");
  }

  @Test
  void anUnknownFormatIsAWrongCallThatNamesThem() throws Exception {
    Path run = course.student("alice", SMALL).graded();
    assertThat(drydock("export", run.toString(), "--format", "xlsx")).isEqualTo(2);
    assertThat(drydock.err()).contains("gradescope, github, moodle, canvas, junit, sarif, csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradescope", "github", "junit", "sarif", "csv", "json"})
  void everyFormatGoesToStandardOutputOrAFile(String format) throws Exception {
    Path run = course.student("alice", SMALL).graded();
    assertThat(drydock("export", run.toString(), "--format", format)).isZero();
    assertThat(drydock.out()).isNotBlank();
    Path file = home.resolve("elsewhere/export");
    assertThat(drydock("export", run.toString(), "--format", format, "--out", file.toString()))
        .isZero();
    assertThat(file).content().isEqualTo(drydock.out());
    assertThat(drydock.err()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"gradescope", "github"})
  void formatsOfOneSubmissionMakeAFolderOfAClass(String format) throws Exception {
    Path run = course.student("alice", SMALL).student("../bob", LARGE).graded();
    Path folder = home.resolve("exported");
    assertThat(drydock("export", run.toString(), "--format", format, "--out", folder.toString()))
        .isZero();
    assertThat(folder.resolve("alice")).isDirectoryContaining("glob:**/3.9.*");
    try (var files = Files.walk(folder)) {
      assertThat(files.filter(Files::isRegularFile)).hasSize(2);
    }
    Path file = Files.writeString(home.resolve("file"), "mine");
    assertThat(drydock("export", run.toString(), "--format", format, "--out", file.toString()))
        .isEqualTo(2);
    assertThat(file).hasContent("mine");
    assertThat(drydock("export", run.toString(), "--format", format)).isZero();
    assertThat(run.resolve("exports").resolve(format)).isNotEmptyDirectory();
  }

  @Test
  void oneOfAClassIsTheFileThatGradescopeReads() throws Exception {
    Path run = course.student("alice", SMALL).student("bob", LARGE).graded();
    Path results = home.resolve("results.json");
    int code =
        drydock(
            "export",
            run.toString(),
            "--format",
            "gradescope",
            "--student",
            "bob",
            "--out",
            results.toString());
    assertThat(code).isZero();
    var json = Json.mapper().readTree(Files.readString(results));
    assertThat(json.get("score").asDouble()).isEqualTo(1);
    assertThat(json.get("execution_time").isNumber()).isTrue();
  }

  @Test
  void notGradedIsBlankNeverZeroAndEndsWith3() throws Exception {
    Path run = course.student("alice", SMALL).student("bob", LOST).graded();
    assertThat(drydock("export", run.toString(), "--format", "csv")).isEqualTo(3);
    assertThat(drydock.out().lines())
        .anyMatch(line -> line.startsWith("alice,,,3.9,graded,true,4,4,4,"))
        .anyMatch(line -> line.startsWith("bob,,,3.9,not-graded,false,,4,,"));
    assertThat(drydock("export", run.toString(), "--format", "gradescope")).isEqualTo(3);
    assertThat(drydock.err())
        .contains("bob 3.9 is not graded, so it is left out: it is not a zero");
    assertThat(drydock("export", run.toString(), "--format", "github")).isEqualTo(3);
    Path roster =
        Files.writeString(home.resolve("moodle.csv"), "Username,Email address\nbob,b@x.org\n");
    assertThat(
            drydock("export", run.toString(), "--format", "moodle", "--roster", roster.toString()))
        .isEqualTo(3);
    assertThat(drydock.out().lines()).contains("bob,,");
  }

  @Test
  void whatAStoppedRunDidNotComeToIsBlankToo() throws Exception {
    Path run = course.student("alice", SMALL).student("bob", LARGE).graded();
    Files.delete(run.resolve("results/bob/3.9.json"));
    assertThat(drydock("export", run.toString(), "--format", "csv")).isEqualTo(3);
    assertThat(drydock.out().lines())
        .anyMatch(line -> line.startsWith("bob,,,3.9,not-graded,false,,4,,"));
  }

  @Test
  void canvasFillsTheInstructorsOwnExport() throws Exception {
    Path run = course.student("adoe", SMALL).student("bob", LOST).graded();
    String gradebook =
        "Student,ID,SIS User ID,SIS Login ID,Section,Exercise 3.9 (812)\n"
            + "\"    Points Possible\",,,,,4\n"
            + "\"Doe, Ann\",55,u1,adoe,A,\n"
            + "\"Ross, Bob\",56,u2,bob,A,2\n";
    Path file = Files.writeString(home.resolve("gradebook.csv"), gradebook);
    Path filled = home.resolve("filled.csv");
    int code =
        drydock(
            "export",
            run.toString(),
            "--format",
            "canvas",
            "--roster",
            file.toString(),
            "--out",
            filled.toString());
    assertThat(code).isEqualTo(3);
    assertThat(Files.readString(filled).lines())
        .containsExactlyElementsOf(gradebook.replace("adoe,A,", "adoe,A,4").lines().toList());
    assertThat(drydock.err()).contains("bob 3.9 is not graded: the cell is left as it is");
  }

  @ParameterizedTest
  @ValueSource(strings = {"moodle", "canvas"})
  void platformsThatNeedARosterSaySo(String format) throws Exception {
    Path run = course.student("alice", SMALL).graded();
    assertThat(drydock("export", run.toString(), "--format", format)).isEqualTo(2);
    assertThat(drydock.err()).contains("needs --roster FILE");
    String missing = home.resolve("nowhere.csv").toString();
    assertThat(drydock("export", run.toString(), "--format", format, "--roster", missing))
        .isEqualTo(2);
    assertThat(drydock.err()).contains("no such file").contains("nowhere.csv");
    Path latin = Files.write(home.resolve("latin.csv"), new byte[] {'n', (byte) 0xFC, '\n', 'x'});
    assertThat(drydock("export", run.toString(), "--format", format, "--roster", latin.toString()))
        .isEqualTo(2);
    assertThat(drydock.err()).contains("is not UTF-8");
  }

  @Test
  void everyStudentGetsAPageAndATextBack() throws Exception {
    Path run = course.student("alice", SMALL).student("<i>bob", LARGE).graded();
    Files.writeString(
        run.resolve("overrides.csv"),
        "student,exercise,points,comment\n<i>bob,3.9,3,shown in class\n");
    Path folder = home.resolve("feedback");
    assertThat(
            drydock("export", run.toString(), "--format", "feedback", "--out", folder.toString()))
        .isZero();
    assertThat(folder.resolve("alice.txt"))
        .content()
        .contains("Feedback for alice", "3.9  4 of 4 points", "✔ passed");
    assertThat(folder.resolve("alice.html")).content().contains("<h1>Feedback for alice</h1>");
    assertThat(folder).isDirectoryContaining("glob:**/i_bob-*.txt");
    try (var files = Files.list(folder)) {
      assertThat(files.filter(file -> file.toString().contains("bob-")))
          .hasSize(2)
          .allSatisfy(
              file ->
                  assertThat(file)
                      .content()
                      .contains("3 of 4 points", "shown in class")
                      .doesNotContain("alice", "<i>bob</h1>"));
    }
  }

  @Test
  void dockerfilesThatAreAlikeAreNamedWithoutABlame() throws Exception {
    Path run = course.student("alice", SMALL).student("bob", LARGE).graded();
    assertThat(drydock("export", run.toString(), "--format", "similarity")).isZero();
    assertThat(drydock.out())
        .contains("3.9 backend: 2 Dockerfiles", "none are alike")
        .doesNotContainIgnoringCase("plagiar")
        .doesNotContainIgnoringCase("copied")
        .doesNotContainIgnoringCase("cheat");
  }

  @Test
  void overridesOfTheInstructorCountAndMisspeltOnesAreNamed() throws Exception {
    Path run = course.student("alice", SMALL).student("bob", LOST).graded();
    Files.writeString(
        run.resolve("overrides.csv"),
        "student,exercise,points,comment\nbob,3.9,3,by hand\nbbo,3.9,4,\n");
    assertThat(drydock("export", run.toString(), "--format", "csv")).isZero();
    assertThat(drydock.out().lines())
        .anyMatch(line -> line.startsWith("bob,,,3.9,not-graded,false,3,4,,by hand"));
    assertThat(drydock.err()).contains("overrides.csv: there is no 'bbo 3.9' in this run");
    Files.writeString(run.resolve("overrides.csv"), "student,exercise,points\nbob,3.9,many\n");
    assertThat(drydock("export", run.toString(), "--format", "csv")).isEqualTo(2);
    assertThat(drydock.err()).contains("overrides.csv: line 2: 'many' is not a number of points");
  }

  @Test
  void theSiteShowsWhatCountsAndWhatWasNotReached() throws Exception {
    Path run =
        course.student("alice", SMALL).student("bob", LARGE).student("carol", SMALL + "1").graded();
    Files.delete(run.resolve("results/carol/3.9.json"));
    Path text = home.resolve("exercises/3.9-multi-stage-backend/README.md");
    Files.writeString(text, "# Multi-stage backend\n\nShip the binary.\n");
    Files.writeString(
        run.resolve("overrides.csv"),
        "student,exercise,points,comment\nbob,3.9,3.5,by hand\nbbo,3.9,4,\n");
    Path site = home.resolve("overview");
    String[] call = {
      "site",
      "--out",
      home.resolve("site").toString(),
      "--run",
      run.toString(),
      "--overview",
      site.toString()
    };
    assertThat(drydock(call)).as(drydock.err()).isZero();
    assertThat(rows(site.resolve("results/index.html")))
        .anyMatch(row -> row.startsWith("alice ✔ passed 4/4"))
        .anyMatch(row -> row.startsWith("bob ✘ not yet 3.5/4"))
        .anyMatch(row -> row.startsWith("carol ! not graded"));
    assertThat(drydock.err())
        .isEqualToIgnoringNewLines("! overrides.csv: there is no 'bbo 3.9' in this run");
  }

  @Test
  @Tag("long")
  void aServedSiteFollowsTheOverrides() throws Exception {
    Path overrides = course.student("bob", LARGE).graded().resolve("overrides.csv");
    Path text = home.resolve("exercises/3.9-multi-stage-backend/README.md");
    Files.writeString(text, "# Multi-stage backend\n\nShip the binary.\n");
    Path site = home.resolve("overview");
    Path page = site.resolve("results/index.html");
    Thread serving =
        new Thread(
            () ->
                drydock(
                    "site",
                    "--out",
                    home.resolve("site").toString(),
                    "--run",
                    overrides.getParent().toString(),
                    "--overview",
                    site.toString(),
                    "--serve",
                    "0"));
    serving.start();
    try {
      Await.until(() -> drydock.out().contains("serving on http://localhost:"));
      assertThat(rows(page)).anyMatch(row -> row.startsWith("bob ✘ not yet 1/4"));
      Files.writeString(overrides, "student,exercise,points\nbob,3.9,3.5\n");
      Await.until(() -> rows(page).stream().anyMatch(row -> row.startsWith("bob ✘ not yet 3.5/4")));
      Files.writeString(overrides, "student,exercise,points\nbob,3.9,many\n");
      Await.until(
          () -> drydock.out().contains("overrides.csv: line 2: 'many' is not a number of points"));
      assertThat(rows(page)).anyMatch(row -> row.startsWith("bob ✘ not yet 3.5/4"));
      Files.writeString(overrides, "student,exercise,points\nbob,3.9,2\n");
      Await.until(() -> rows(page).stream().anyMatch(row -> row.startsWith("bob ✘ not yet 2/4")));
    } finally {
      serving.interrupt();
      serving.join(60_000);
    }
    assertThat(serving.isAlive()).isFalse();
  }

  private static List<String> rows(Path page) throws IOException {
    return Jsoup.parse(Files.readString(page)).select("tr").eachText();
  }

  private int drydock(String... arguments) {
    return drydock.run(home, arguments);
  }
}
