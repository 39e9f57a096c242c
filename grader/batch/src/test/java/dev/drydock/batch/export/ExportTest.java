package dev.drydock.batch.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.store.FileNames;
import dev.drydock.batch.text.CsvText;
import dev.drydock.json.Json;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;
import tools.jackson.databind.JsonNode;

class ExportTest {

  private static final List<Mark> HOSTILE =
      MarkFixture.HOSTILE.stream().map(MarkFixture::graded).toList();

  /** Without the one whose name is another's but for white space: a list cannot tell them apart. */
  private static final List<Mark> LISTED =
      HOSTILE.stream().filter(mark -> !mark.id().student().startsWith("\t")).toList();

  @ParameterizedTest
  @EnumSource(
      names = {"MOODLE", "CANVAS"},
      mode = EnumSource.Mode.EXCLUDE)
  void everyFormatTakesHostileNames(Format format) {
    Exported exported = format.render(HOSTILE, ExportOptions.NONE);
    assertThat(exported.files()).isNotEmpty();
    for (Exported.File file : exported.files()) {
      for (String part : file.name().split("/", -1)) {
        assertThat(FileNames.isHarmless(part)).as(file.name()).isTrue();
      }
      assertThat(file.text()).as(file.name()).doesNotContain("\u001B", "\u0000");
    }
    assertThat(exported.files()).extracting(Exported.File::name).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @EnumSource(Format.class)
  void formatsAreFoundByTheirIds(Format format) {
    assertThat(Format.of(format.id())).contains(format);
  }

  /** What a format says of marks is tested where all formats are. */
  @ParameterizedTest
  @EnumSource(Format.class)
  void everyFormatHasTestsOfItsOwn(Format format) throws IOException {
    Path self = Path.of("src/test/java/dev/drydock/batch/export/ExportTest.java");
    assertThat(Files.readString(self)).containsPattern("Format\\." + format.name() + "\\b");
  }

  @Test
  void theReadmeSaysWhatEachFormatIs() throws IOException {
    List<String> rows =
        Files.readString(Path.of("../../README.md"))
            .lines()
            .dropWhile(line -> !line.startsWith("| format |"))
            .takeWhile(line -> line.startsWith("|"))
            .map(line -> line.split("\\|")[1])
            .flatMap(cell -> Pattern.compile("`(\\w+)`").matcher(cell).results())
            .map(id -> id.group(1))
            .toList();
    assertThat(rows)
        .containsExactlyInAnyOrderElementsOf(Stream.of(Format.values()).map(Format::id).toList());
  }

  @Nested
  class Gradescope {

    private JsonNode render(Mark mark) {
      return json(one(Format.GRADESCOPE, mark));
    }

    @Test
    void theScoreIsTheSumOfVisibleTests() {
      JsonNode results = render(MarkFixture.graded("alice"));
      assertThat(results.get("score").asDouble()).isEqualTo(17.5);
      double sum = 0;
      for (JsonNode test : results.get("tests")) {
        sum += test.get("score").asDouble();
        assertThat(test.get("visibility").asString()).isEqualTo("visible");
        assertThat(test.get("status").asString()).isIn("passed", "failed");
        assertThat(test.get("output_format").asString()).isEqualTo("text");
        assertThat(test.get("name").asString()).isNotBlank();
        assertThat(test.get("tags").isArray()).isTrue();
        assertThat(test.get("score").asDouble())
            .isLessThanOrEqualTo(test.get("max_score").asDouble());
      }
      assertThat(sum).isEqualTo(17.5);
      assertThat(results.get("visibility").asString()).isEqualTo("visible");
      assertThat(results.get("execution_time").asDouble()).isEqualTo(4.2);
      assertThat(results.get("leaderboard").get(0).get("order").asString()).isEqualTo("asc");
      assertThat(results.get("leaderboard").get(0).get("value").asDouble()).isEqualTo(6.4);
    }

    @Test
    void anOverrideIsTheScore() {
      JsonNode results = render(MarkFixture.overridden("alice", 19.0, "well argued"));
      assertThat(results.get("score").asDouble()).isEqualTo(19);
      assertThat(results.get("output").asString()).contains("set by the instructor", "well argued");
    }

    @Test
    void whatIsNotGradedIsLeftOutAndSaidToBe() {
      Exported exported =
          Format.GRADESCOPE.render(List.of(MarkFixture.notGraded("alice")), ExportOptions.NONE);
      assertThat(exported.files()).isEmpty();
      assertThat(exported.warnings())
          .singleElement()
          .asString()
          .contains("alice 3.9", "not a zero");
    }

    @Test
    void notGradableIsAZeroWithItsReason() {
      JsonNode results = render(MarkFixture.notGradable("alice"));
      assertThat(results.get("score").asDouble()).isZero();
      assertThat(results.get("output").asString()).contains("there is no Dockerfile");
    }
  }

  @Nested
  class Github {

    private JsonNode render(Mark mark) {
      String text = one(Format.GITHUB, mark);
      assertThat(text).matches("[A-Za-z0-9+/=]+\n");
      byte[] bytes = Base64.getDecoder().decode(text.strip());
      return json(new String(bytes, StandardCharsets.UTF_8));
    }

    @Test
    void scoresAreNumbersThatAddUpToThePoints() {
      for (Mark mark :
          List.of(
              MarkFixture.graded("alice"),
              MarkFixture.notGradable("bob"),
              MarkFixture.overridden("carol", 3.3, "see me"),
              MarkFixture.overridden("dave", 20.0, ""))) {
        JsonNode run = render(mark);
        double sum = 0;
        for (JsonNode test : run.get("tests")) {
          assertThat(test.get("score").isNumber()).isTrue();
          assertThat(test.get("line_no").isIntegralNumber()).isTrue();
          assertThat(test.get("status").asString()).isIn("pass", "fail", "error");
          sum += test.get("score").asDouble();
        }
        assertThat(sum).isCloseTo(mark.points().orElseThrow(), within(1e-9));
        assertThat(run.get("version").asInt()).isEqualTo(1);
        assertThat(run.get("max_score").asDouble()).isEqualTo(20);
        assertThat(run.get("status").asString()).isIn("pass", "fail", "error");
      }
    }

    @Test
    void aFindingHasItsFileAndLine() {
      JsonNode test = render(MarkFixture.graded("alice")).get("tests").get(1);
      assertThat(test.get("line_no").asInt()).isEqualTo(11);
      assertThat(test.get("filename").asString()).isEqualTo("back end/Dockerfile");
    }
  }

  @Nested
  class Moodle {

    private static final String ROSTER =
        "First name,Surname,ID number,Email address\n"
            + "Jane,Doe,1001,Jane.Doe@example.org\n"
            + "Bob,Ross,1002,bob@example.org\n"
            + "Eve,Evil,=1+1,eve@example.org\n";

    private Exported render(Mark... marks) {
      return Format.MOODLE.render(List.of(marks), ExportOptions.roster(ROSTER));
    }

    @Test
    void onlyUsersOfTheRosterAreWrittenWithTheirOwnIds() {
      Exported exported = render(MarkFixture.graded("Doe, Jane"), MarkFixture.graded("mallory"));
      List<CSVRecord> rows = csv(exported.files().get(0).text());
      assertThat(rows).hasSize(2);
      assertThat(rows.get(0).toList())
          .containsExactly("ID number", "3.9 Multi-stage, backend", "3.9 feedback");
      assertThat(rows.get(1).get(0)).isEqualTo("1001");
      assertThat(rows.get(1).get(1)).isEqualTo("17.5");
      assertThat(exported.warnings()).singleElement().asString().contains("mallory 3.9");
    }

    @Test
    void whatIsNotGradedIsBlank() {
      List<CSVRecord> rows = csv(render(MarkFixture.notGraded("bob")).files().get(0).text());
      assertThat(rows.get(1).toList()).containsExactly("1002", "", "");
    }

    @Test
    void anIdThatIsAFormulaIsLeftOutNotChanged() {
      Exported exported = render(MarkFixture.graded("eve"));
      assertThat(csv(exported.files().get(0).text())).hasSize(1);
      assertThat(exported.warnings()).singleElement().asString().contains("would evaluate");
    }

    @Test
    void hostileNamesAndTextsAreCellsOfOneRowEach() {
      Exported exported =
          Format.MOODLE.render(LISTED, ExportOptions.roster(rosterOf("folder", "Username")));
      assertThat(exported.warnings()).isEmpty();
      String text = exported.files().get(0).text();
      List<CSVRecord> rows = csv(text);
      assertThat(rows).hasSize(LISTED.size() + 1);
      assertThat(text.lines()).hasSize(rows.size());
      for (CSVRecord row : rows.subList(1, rows.size())) {
        assertThat(row.get(0)).matches("user\\d+");
        assertThat(row.get(1)).isEqualTo("17.5");
        assertThat(CsvText.isFormula(row.get(2))).as(row.get(2)).isFalse();
      }
    }

    @Test
    void theSamePersonTwiceIsWrittenOnce() {
      Exported exported = render(MarkFixture.graded("bob"), MarkFixture.graded("Bob Ross"));
      assertThat(csv(exported.files().get(0).text())).hasSize(2);
      assertThat(exported.warnings()).hasSize(1);
    }

    @Test
    void exercisesAreColumnsInCourseOrder() {
      Exported exported =
          render(MarkFixture.graded("bob", "3.10", 4), MarkFixture.graded("bob", "3.9", 5));
      List<CSVRecord> rows = csv(exported.files().get(0).text());
      assertThat(rows.get(0).get(1)).startsWith("3.9");
      assertThat(rows.get(0).get(3)).startsWith("3.10");
      assertThat(rows.get(1).get(3)).isEqualTo("4");
    }

    @Test
    void emailsKeepTheirCase() {
      String roster = "Email address\nJane.Doe@example.org\n";
      Exported exported =
          Format.MOODLE.render(
              List.of(MarkFixture.graded("jane.doe")), ExportOptions.roster(roster));
      assertThat(csv(exported.files().get(0).text()).get(1).get(0))
          .isEqualTo("Jane.Doe@example.org");
    }

    @Test
    void withoutARosterItIsRefused() {
      assertThatThrownBy(() -> Format.MOODLE.render(HOSTILE, ExportOptions.NONE))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("--roster");
    }
  }

  @Nested
  class Canvas {

    private static final String GRADEBOOK =
        "\uFEFFStudent,ID,SIS User ID,SIS Login ID,Section,Exercise 3.9 (812),Exercise 3.10 (813),"
            + "Final Score\r\n"
            + "    Points Possible,,,,,20,10,(read only)\r\n"
            + "\"Doe, Jane\",55,u-1001,jdoe,\"A, morning\",,,\r\n"
            + "\"Ross, Bob\",56,u-1002,bross,=B,12,3,88\r\n"
            + "\"Student, Test\",57,,tst,B,,,\r\n";

    private Exported render(Mark... marks) {
      return Format.CANVAS.render(List.of(marks), ExportOptions.roster(GRADEBOOK));
    }

    @Test
    void oneColumnIsFilledAndNothingElseIsTouched() {
      List<CSVRecord> before = csv(GRADEBOOK.substring(1));
      Exported exported = render(MarkFixture.graded("jdoe"));
      List<CSVRecord> after = csv(exported.files().get(0).text());
      assertThat(after).hasSameSizeAs(before);
      for (int i = 0; i < before.size(); i++) {
        for (int j = 0; j < before.get(i).size(); j++) {
          String expected = i == 2 && j == 5 ? "17.5" : before.get(i).get(j);
          assertThat(after.get(i).get(j)).as("row %d column %d", i, j).isEqualTo(expected);
        }
      }
      assertThat(exported.warnings()).isEmpty();
    }

    @Test
    void studentsAreFoundByIdSisIdLoginAndName() {
      for (String name : List.of("55", "u-1001", "JDOE", "Doe, Jane")) {
        List<CSVRecord> rows = csv(render(MarkFixture.graded(name)).files().get(0).text());
        assertThat(rows.get(2).get(5)).as(name).isEqualTo("17.5");
      }
    }

    @Test
    void hostileNamesStayAsCanvasWroteThem() {
      String gradebook = rosterOf("Student", "ID").replaceFirst("\n", ",Exercise 3.9 (812)\n");
      Exported exported = Format.CANVAS.render(LISTED, ExportOptions.roster(gradebook));
      assertThat(exported.warnings()).isEmpty();
      List<CSVRecord> rows = csv(exported.files().get(0).text());
      assertThat(rows).hasSize(LISTED.size() + 1);
      List<CSVRecord> before = csv(gradebook);
      for (int i = 1; i < rows.size(); i++) {
        assertThat(rows.get(i).get(0)).isEqualTo(before.get(i).get(0));
        assertThat(rows.get(i).get(2)).as(rows.get(i).get(0)).isEqualTo("17.5");
      }
    }

    @Test
    void whatIsNotGradedLeavesTheCellAsItIs() {
      Exported exported = render(MarkFixture.notGraded("bross"));
      assertThat(csv(exported.files().get(0).text()).get(3).get(5)).isEqualTo("12");
      assertThat(exported.warnings()).singleElement().asString().contains("is left as it is");
    }

    @Test
    void pointsAreScaledToThoseOfTheGradebookAndItIsSaid() {
      Exported exported = render(MarkFixture.graded("jdoe", "3.10", 10));
      assertThat(csv(exported.files().get(0).text()).get(2).get(6)).isEqualTo("5");
      assertThat(exported.warnings()).singleElement().asString().contains("scaled");
    }

    @Test
    void anExerciseWithoutAColumnIsRefusedInsteadOfMakingANewAssignment() {
      assertThatThrownBy(() -> render(MarkFixture.graded("jdoe", "3.1", 1)))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("no column of the gradebook has 3.1 in the title");
    }

    @Test
    void aColumnCanBeNamed() {
      Exported exported =
          Format.CANVAS.render(
              List.of(MarkFixture.graded("jdoe")),
              ExportOptions.roster(GRADEBOOK).withColumn("Exercise 3.10 (813)"));
      assertThat(csv(exported.files().get(0).text()).get(2).get(6)).isEqualTo("8.75");
    }

    @Test
    void anotherFileIsRefused() {
      assertThatThrownBy(
              () -> Format.CANVAS.render(HOSTILE, ExportOptions.roster("username\njdoe\n")))
          .isInstanceOf(ExportException.class)
          .hasMessageContaining("not a Canvas gradebook");
    }
  }

  @Nested
  class JUnit {

    @Test
    void suitesAndCasesCountWhatTheyHold() throws Exception {
      Document document =
          xml(
              one(
                  Format.JUNIT,
                  MarkFixture.graded("alice"),
                  MarkFixture.notGraded("bob"),
                  MarkFixture.notGradable("carol")));
      Element root = document.getDocumentElement();
      assertThat(root.getTagName()).isEqualTo("testsuites");
      assertThat(root.getAttribute("tests"))
          .isEqualTo("" + document.getElementsByTagName("testcase").getLength())
          .isEqualTo("6");
      for (String kind : List.of("failure", "error", "skipped")) {
        String attribute =
            kind.equals("failure") ? "failures" : kind.equals("error") ? "errors" : kind;
        assertThat(root.getAttribute(attribute))
            .isEqualTo("" + document.getElementsByTagName(kind).getLength());
      }
      assertThat(root.getAttribute("errors")).isEqualTo("1");
      assertThat(root.getAttribute("failures")).isEqualTo("2");
    }

    @Test
    void hostileTextStaysText() throws Exception {
      Document document = xml(one(Format.JUNIT, HOSTILE.toArray(Mark[]::new)));
      assertThat(document.getElementsByTagName("testsuite").getLength()).isEqualTo(HOSTILE.size());
      assertThat(document.getElementsByTagName("script").getLength()).isZero();
    }
  }

  @Nested
  class Sarif {

    private final JsonNode log =
        json(
            one(
                Format.SARIF,
                Stream.concat(
                        HOSTILE.stream(),
                        Stream.of(MarkFixture.notGraded("bob"), MarkFixture.notGradable("carol")))
                    .toArray(Mark[]::new)));

    @Test
    void itIsALogOfVersion210WithOneRun() {
      assertThat(log.get("version").asString()).isEqualTo("2.1.0");
      assertThat(log.get("$schema").asString()).contains("sarif-2.1.0");
      assertThat(log.get("runs").size()).isEqualTo(1);
    }

    @Test
    void everyResultPointsToItsRule() {
      JsonNode run = log.get("runs").get(0);
      JsonNode rules = run.get("tool").get("driver").get("rules");
      assertThat(run.get("results").size()).isEqualTo(HOSTILE.size() * 2 + 1);
      for (JsonNode result : run.get("results")) {
        JsonNode rule = rules.get(result.get("ruleIndex").asInt());
        assertThat(rule.get("id")).isEqualTo(result.get("ruleId"));
        assertThat(result.get("level").asString()).isIn("error", "warning", "note", "none");
        assertThat(result.get("message").get("text").asString()).isNotBlank();
      }
    }

    @Test
    void addressesAreRelativeReferencesAndLinesBeginWithOne() {
      for (JsonNode result : log.get("runs").get(0).get("results")) {
        JsonNode place = result.get("locations").get(0).get("physicalLocation");
        String uri = place.get("artifactLocation").get("uri").asString();
        assertThat(java.net.URI.create(uri).isAbsolute()).isFalse();
        assertThat(uri).doesNotContain("..", " ", "//").doesNotStartWith("/");
        if (place.has("region")) {
          assertThat(place.get("region").get("startLine").asInt()).isPositive();
        }
      }
    }

    @Test
    void whatIsNotGradedIsANotificationOfTheTool() {
      JsonNode invocation = log.get("runs").get(0).get("invocations").get(0);
      assertThat(invocation.get("executionSuccessful").asBoolean()).isFalse();
      assertThat(invocation.get("toolExecutionNotifications").get(0).toString()).contains("bob");
    }
  }

  @Nested
  class Csv {

    @Test
    void noCellIsAFormulaAndEveryRowIsOneLine() {
      String text = one(Format.CSV, HOSTILE.toArray(Mark[]::new));
      List<CSVRecord> rows = csv(text);
      assertThat(rows).hasSize(HOSTILE.size() + 1);
      assertThat(text.lines()).hasSize(HOSTILE.size() + 1);
      for (CSVRecord row : rows) {
        assertThat(row.size()).isEqualTo(rows.get(0).size());
        for (String cell : row) {
          assertThat(cell.stripLeading()).doesNotStartWith("=").doesNotStartWith("+");
          assertThat(cell.stripLeading()).doesNotStartWith("-").doesNotStartWith("@");
          assertThat(cell).doesNotContain("\u202E", "\u001B", "\u0000");
        }
      }
    }

    @Test
    void notGradedIsBlankAndLateIsSaid() {
      List<CSVRecord> rows = csv(one(Format.CSV, MarkFixture.notGraded("bob")));
      List<String> header = rows.get(0).toList();
      CSVRecord row = rows.get(1);
      assertThat(row.get(header.indexOf("points"))).isEmpty();
      assertThat(row.get(header.indexOf("state"))).isEqualTo("not-graded");
      assertThat(row.get(header.indexOf("late"))).isEqualTo("2 h 0 min");
    }

    @Test
    void overriddenPointsStandBesideTheGradersOwn() {
      List<CSVRecord> rows = csv(one(Format.CSV, MarkFixture.overridden("bob", 20.0, "=ok")));
      List<String> header = rows.get(0).toList();
      assertThat(rows.get(1).get(header.indexOf("points"))).isEqualTo("20");
      assertThat(rows.get(1).get(header.indexOf("graded_points"))).isEqualTo("17.5");
      assertThat(rows.get(1).get(header.indexOf("comment"))).isEqualTo("'=ok");
    }
  }

  @Nested
  class Feedback {

    private Exported render(Mark... marks) {
      return Format.FEEDBACK.render(List.of(marks), ExportOptions.NONE);
    }

    @Test
    void aStudentGetsOnePageAndOneTextOfAllExercises() {
      Exported exported =
          render(
              MarkFixture.graded("alice", "3.9", 5),
              MarkFixture.graded("bob"),
              MarkFixture.graded("alice", "3.10", 4));
      assertThat(exported.files())
          .extracting(Exported.File::name)
          .containsExactly("alice.html", "alice.txt", "bob.html", "bob.txt");
      assertThat(exported.files().get(1).text())
          .contains("3.9  5 of 20 points", "3.10  4 of 20 points");
    }

    @Test
    void whatIsNotGradedIsNoZero() {
      assertThat(render(MarkFixture.notGraded("alice")).files())
          .allSatisfy(
              file -> assertThat(file.text()).contains("not graded").doesNotContain("0 of 20"));
    }
  }

  @Test
  void similarityNamesThoseWhoHandedInTheSame() {
    String text =
        one(Format.SIMILARITY, MarkFixture.graded("alice"), MarkFixture.graded("\u001Bbob"));
    assertThat(text).contains("2 Dockerfiles", "alice").contains("bob").doesNotContain("\u001B");
  }

  @Test
  void jsonKeepsNamesAndWholeResults() {
    JsonNode document = json(one(Format.JSON, HOSTILE.toArray(Mark[]::new)));
    List<String> names =
        StreamSupport.stream(document.get("entries").spliterator(), false)
            .map(entry -> entry.get("student").asString())
            .toList();
    assertThat(names).containsExactlyElementsOf(MarkFixture.HOSTILE);
    assertThat(document.get("entries").get(0).get("result").get("images").size()).isEqualTo(1);
    assertThat(document.get("entries").get(0).get("lateSeconds").asLong()).isEqualTo(7200);
  }

  @Test
  void jsonHasNoPointsForWhatIsNotGraded() {
    JsonNode document = json(one(Format.JSON, MarkFixture.notGraded("bob")));
    assertThat(document.get("entries").get(0).get("points").isNull()).isTrue();
  }

  private static String one(Format format, Mark... marks) {
    Exported exported = format.render(List.of(marks), ExportOptions.NONE);
    assertThat(exported.files()).hasSize(1);
    return exported.files().get(0).text();
  }

  /** A list of everyone whose name is hostile, with an id that is not. */
  private static String rosterOf(String nameColumn, String idColumn) {
    StringBuilder csv = new StringBuilder(nameColumn + "," + idColumn + "\n");
    for (int i = 0; i < LISTED.size(); i++) {
      String name = LISTED.get(i).id().student().replace("\"", "\"\"");
      csv.append("\"%s\",user%d%n".formatted(name, i));
    }
    return csv.toString();
  }

  private static JsonNode json(String text) {
    return Json.mapper().readTree(text);
  }

  private static List<CSVRecord> csv(String text) {
    try (CSVParser parser = CSVParser.parse(new StringReader(text), CSVFormat.RFC4180)) {
      return parser.getRecords();
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Document xml(String text) throws Exception {
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(text)));
  }
}
