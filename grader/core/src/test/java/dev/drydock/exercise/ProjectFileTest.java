package dev.drydock.exercise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.fixture.ExerciseFixtures;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProjectFileTest {

  @Test
  void aServiceTakesThePlaceOfTheBundledOne() {
    ProjectFile project =
        ProjectFile.parse(
            "drydock.yaml",
            """
            before: old.Dockerfile
            port: 9000
            requests: [{path: /health, bodyContains: [ok]}]
            env: {MODE: test}
            startWithin: 90s
            """);
    ImageSpec asked = project.asked(ExerciseFixtures.service(ExerciseFixtures.required("I02", 1)));
    assertThat(asked.service().port()).isEqualTo(9000);
    assertThat(asked.service().startWithin()).isEqualTo(Duration.ofSeconds(90));
    assertThat(asked.service().requests()).extracting(RequestSpec::name).containsExactly("/health");
    assertThat(asked.rule("I02")).isPresent();
    assertThat(project.before()).isEqualTo("old.Dockerfile");
  }

  @Test
  void aCommandNeedsNoPort() {
    ProjectFile project =
        ProjectFile.parse("drydock.yaml", "commands:\n  - arguments: [--version]\n");
    assertThat(project.port()).isNull();
    assertThat(project.before()).isEqualTo("Dockerfile.before");
    assertThat(project.commands()).extracting(CommandSpec::name).containsExactly("--version");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          port: 80                                  | drydock.yaml:1: port: expected requests
          requests: [{path: /}]                     | requests: expected a port
          env: {A: b}                               | expected a port (a service) or commands
          prot: 80                                  | is not a key of a project
          {port: 80, requests: [{path: "/{a}"}]}    | requests[0]: cannot be sent
          {port: 80, requests: [{path: "/{link}{link}{nonce}"}]} | requests[0]: cannot follow a link
          {port: 80, requests: [{path: "/{link}"}]} | requests[0].path: expected an earlier request
          {port: 80, requests: [{path: x}]}         | a path that begins with a slash
          {port: 80, before: ../x, requests: [{path: /}]} | such as Dockerfile.before
          {startWithin: 3m, commands: [{}]}         | startWithin: expected at most 2m
          a: [                                      | is not YAML
          """)
  void whatIsWrongIsSaidWithItsPlace(String text, String message) {
    assertThatThrownBy(() -> ProjectFile.parse("drydock.yaml", text + "\n"))
        .isInstanceOf(InvalidExercise.class)
        .hasMessageContaining(message);
  }
}
