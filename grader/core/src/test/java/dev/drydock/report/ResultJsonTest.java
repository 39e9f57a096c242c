package dev.drydock.report;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.environment;
import static dev.drydock.fixture.ExerciseFixtures.exercise;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import dev.drydock.check.cases.CheckCase;
import dev.drydock.check.cases.CheckCases;
import dev.drydock.fixture.ExerciseFixtures;
import dev.drydock.verdict.Grading;
import dev.drydock.verdict.SubmissionResult;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResultJsonTest {

  private static final Schema SCHEMA =
      SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
          .getSchema(ResultJson.schema(), InputFormat.JSON);

  static Stream<SubmissionResult> results() {
    return CheckCases.all().stream().map(ResultJsonTest::graded);
  }

  @Test
  void theResultsOfAllCasesSurviveARoundTrip() {
    assertThat(CheckCases.all()).hasSizeGreaterThan(100);
    results()
        .forEach(result -> assertThat(ResultJson.read(ResultJson.write(result))).isEqualTo(result));
  }

  @Test
  void notesSurviveARoundTripAndAreMissingInOldResults() {
    SubmissionResult result =
        graded(CheckCases.all().get(0)).withNotes(List.of("the folder app was taken"));
    String json = ResultJson.write(result);
    assertThat(ResultJson.read(json).notes()).containsExactly("the folder app was taken");
    String old = json.replaceAll(",\\s*\"notes\" : \\[[^]]*]", "");
    assertThat(old).doesNotContain("notes");
    assertThat(ResultJson.read(old).notes()).isEmpty();
  }

  @Test
  void aResultWithEachOutcomeOfEachCheckFitsTheSchema() {
    Map<String, CheckCase> oneOfEach =
        CheckCases.all().stream()
            .collect(Collectors.toMap(one -> one.id() + one.outcome(), one -> one, (a, b) -> a));
    assertThat(oneOfEach).hasSizeGreaterThan(100);
    oneOfEach
        .values()
        .forEach(
            one -> {
              String json = ResultJson.write(graded(one));
              assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
            });
  }

  @ParameterizedTest
  @MethodSource("ungraded")
  void ungradedResultsFitTheSchemaToo(SubmissionResult result) {
    String json = ResultJson.write(result);
    assertThat(SCHEMA.validate(json, InputFormat.JSON)).as(json).isEmpty();
  }

  static Stream<SubmissionResult> ungraded() {
    var exercise = exercise(ExerciseFixtures.service());
    return Stream.of(
        Grading.notGraded(exercise, "no engine answers", List.of(), List.of(), environment()),
        Grading.notGradable(exercise, "no Dockerfile", List.of(), List.of("a"), environment())
            .withStudent("s1"),
        Grading.of(
            exercise, List.of(evidence().buildFails(4, "boom").get()), List.of(), environment()));
  }

  @Test
  void whatIsNotThereIsWrittenAsNull() {
    SubmissionResult result =
        Grading.notGraded(
            exercise(ExerciseFixtures.service()),
            "no engine answers",
            List.of(evidence().notBuilt().get()),
            List.of(),
            environment());
    assertThat(ResultJson.write(result))
        .contains("\"student\" : null", "\"sizeBytes\" : null", "\"line\" : null");
  }

  @Test
  void theOrderOfFieldsIsTheRecords() {
    String json = ResultJson.write(graded(CheckCases.all().get(0)));
    assertThat(json.indexOf("\"schemaVersion\"")).isLessThan(json.indexOf("\"exercise\""));
    assertThat(json.indexOf("\"exercise\"")).isLessThan(json.indexOf("\"state\""));
    assertThat(json).endsWith("}\n").doesNotContain("\r");
  }

  @Test
  void theSchemaRefusesAZeroForWhatIsNotGraded() {
    String json = ResultJson.write(graded(CheckCases.all().get(0)));
    List<Error> errors =
        SCHEMA.validate(json.replace("\"graded\"", "\"not-graded\""), InputFormat.JSON);
    assertThat(errors).isNotEmpty();
  }

  @Test
  void theSchemasVersionIsTheResults() {
    assertThat(ResultJson.schema())
        .contains("\"const\": " + SubmissionResult.SCHEMA_VERSION, "urn:drydock:result:1");
  }

  @Test
  void anotherDocumentIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> ResultJson.read("[]"))
        .withMessageContaining("result.json");
  }

  private static SubmissionResult graded(CheckCase one) {
    return Grading.of(
        exercise(one.image()), List.of(one.evidence()), List.of("pom.xml"), environment());
  }
}
