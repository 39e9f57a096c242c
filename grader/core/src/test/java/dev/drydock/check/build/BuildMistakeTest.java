package dev.drydock.check.build;

import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.EvidenceFixtures.ignored;
import static dev.drydock.fixture.EvidenceFixtures.sent;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.drydock.check.CheckInput;
import dev.drydock.check.CheckTexts;
import dev.drydock.engine.evidence.BuildEvidence;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.fixture.ExerciseFixtures;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class BuildMistakeTest {

  private static final String NOT_FOUND =
      "failed to solve: failed to compute cache key: failed to calculate checksum of ref x: \"%s\":"
          + " not found";

  @Test
  void aCopyOutOfTheContextIsNamed() {
    EvidenceFixtures evidence = evidence().replacing("COPY . .", "COPY ../shared .");
    assertThat(explain(evidence.buildFails(3, NOT_FOUND.formatted("/shared"))))
        .hasValueSatisfying(
            text ->
                assertThat(text).contains("../shared", "outside the build context", "backend/"));
  }

  @ParameterizedTest
  @CsvSource({
    "./example-backend,COPY .",
    "backend,COPY .",
    "backend/main.go,COPY main.go",
    "example/backend/main.go,no such file"
  })
  void aContextMeantToBeTheParentFolderIsNamed(String source, String advice) {
    EvidenceFixtures evidence = evidence().replacing("COPY . .", "COPY " + source + " .");
    Optional<String> text = explain(evidence.buildFails(3, NOT_FOUND.formatted("/x")));
    assertThat(text).hasValueSatisfying(one -> assertThat(one).contains(source, advice));
  }

  @Test
  void aFileThatIsKeptBackIsNamed() {
    EvidenceFixtures evidence =
        evidence()
            .replacing("COPY . .", "COPY go.sum .")
            .context("go.sum\n", sent("main.go", 1), ignored("go.sum", 1, 1));
    assertThat(explain(evidence.buildFails(3, NOT_FOUND.formatted("/go.sum"))))
        .hasValueSatisfying(text -> assertThat(text).contains("go.sum", ".dockerignore"));
  }

  @Test
  void aFileThatIsNotInTheStageIsNamed() {
    EvidenceFixtures evidence = evidence().replacing("/server /server", "/out/server /server");
    assertThat(explain(evidence.buildFails(7, NOT_FOUND.formatted("/out/server"))))
        .hasValueSatisfying(
            text -> assertThat(text).contains("Line 7", "/out/server", "stage `build`"));
  }

  @Test
  void ofSeveralThatAreMissingTheOneInTheFailedLineIsNamed() {
    String copies = "COPY go.sum .\nCOPY \\\n  tools.go .";
    EvidenceFixtures evidence = evidence().replacing("COPY . .", copies);
    assertThat(explain(evidence.buildFails(4, NOT_FOUND.formatted("/tools.go"))))
        .hasValueSatisfying(text -> assertThat(text).contains("Line 4", "tools.go"));
    assertThat(explain(evidence.buildFails(5, NOT_FOUND.formatted("/tools.go"))))
        .hasValueSatisfying(text -> assertThat(text).contains("Line 4", "tools.go"));
    assertThat(explain(evidence.buildFails(null, NOT_FOUND.formatted("/go.sum"))))
        .as("a builder that names no line")
        .hasValueSatisfying(text -> assertThat(text).contains("Line 3", "go.sum"));
    assertThat(explain(evidence.buildFails(2, NOT_FOUND.formatted("/x")))).isEmpty();
  }

  @Test
  void aStageIsBlamedOnlyForWhatTheBuilderNames() {
    assertThat(explain(evidence().buildFails(7, NOT_FOUND.formatted("/other")))).isEmpty();
  }

  @Test
  void theNetworkIsNamedWhereTheExerciseGivesNone() {
    BuildEvidence failed = failed("exit code: 6", "curl: (6) Could not resolve host: example.org");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("without a network"));
  }

  @ParameterizedTest
  @CsvSource({
    "./mvnw,CRLF",
    "useradd,adduser -D",
    "apt-get,apk add",
    "apk,apt-get",
    "gcc,`gcc` is not"
  })
  void aCommandThatTheBaseHasNotIsNamed(String command, String advice) {
    BuildEvidence failed = failed("exit code: 127", "/bin/sh: 1: " + command + ": not found");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("`" + command + "`", advice));
  }

  @Test
  void aScriptThatTheShellCannotExecuteIsNotLookedForInTheBase() {
    String words = "bash: line 1: ./build.sh: cannot execute: required file not found";
    assertThat(explain(evidence().build(failed("exit code: 127", words))))
        .hasValueSatisfying(text -> assertThat(text).contains("`./build.sh`", "CRLF"));
  }

  @Test
  void aToolOfTheProjectsPackagesIsNotLookedForInTheBase() {
    BuildEvidence failed =
        failedRun(
            "npm run build", 127, "> messages@1.0.0 build", "> vite build", "sh: vite: not found");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("`vite` comes with", "--omit=dev"));
  }

  /** Words that these tools really print. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          npm error The `npm ci` command can only install with an existing package-lock.json or | no package-lock.json
          npm error `npm ci` can only install packages when your package.json and package-lock.json or npm-shrinkwrap.json are in sync. | do not agree
          npm error enoent Could not read package.json: Error: ENOENT: no such file or directory, open '/app/package.json' | no package.json
          npm error Missing script: "biuld" | no script called `biuld`
          npm ERR! missing script: biuld | no script called `biuld`
          error Your lockfile needs to be updated, but yarn was run with `--frozen-lockfile`. | yarn.lock do not agree: run `yarn install`
           ERR_PNPM_OUTDATED_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is not up to date with <ROOT>/package.json | pnpm-lock.yaml do not agree
           ERR_PNPM_NO_LOCKFILE  Cannot install with "frozen-lockfile" because pnpm-lock.yaml is absent | pnpm finds no pnpm-lock.yaml
          gyp ERR! stack Error: Could not find any Python installation to use | `python3` is not in this base image
          npm error gyp ERR! stack Error: not found: make | `make` is not in this base image
          go: go.mod file not found in current directory or any parent directory; see 'go help modules' | no go.mod
          no Go files in /src | no source files in /src
          ERROR: Could not open requirements file: [Errno 2] No such file or directory: 'requirements.txt' | pip finds no requirements.txt where it runs
          ERROR: Directory '.' is not installable. Neither 'setup.py' nor 'pyproject.toml' found. | pip finds no pyproject.toml
          error: externally-managed-environment | python3 -m venv
          error: command 'gcc' failed: No such file or directory | `gcc` is not in this base image
          error: command '/usr/bin/x86_64-linux-gnu-g++' failed: No such file or directory | `g++` is not
          [ERROR] The goal you specified requires a project to execute but there is no POM in this directory (/src). Please verify | Maven finds no pom.xml
          [ERROR] No compiler is provided in this environment. Perhaps you are running on a JRE rather than a JDK? | a JDK
          Fatal error compiling: error: release version 25 not supported -> [Help 1] | Java 25
          error: invalid source release: 25 | JDK 25 or newer
          ./mvnw: 112: cannot open ./.mvn/wrapper/maven-wrapper.properties: No such file | mvnw finds no .mvn/wrapper
          Error: Could not find or load main class org.gradle.wrapper.GradleWrapperMain | gradlew finds no gradle/wrapper/gradle-wrapper.jar
          Error: Unable to access jarfile /app/gradle/wrapper/gradle-wrapper.jar | gradlew finds no
          E: Unable to locate package curl | apt-get update
          Do you want to continue? [Y/n] Abort. | apt-get install -y
            nodejs (no such package) | `nodejs`
          build.sh: line 2: $'\\r': command not found | CRLF
          /usr/bin/env: 'bash\\r': No such file or directory | CRLF
          bash: ./build.sh: /bin/bash^M: bad interpreter: No such file or directory | CRLF
          """)
  void whatAToolSaysItLacksIsExplained(String words, String explanation) {
    assertThat(explain(evidence().build(failedRun("make", 1, words, "and more words"))))
        .hasValueSatisfying(text -> assertThat(text).contains(explanation));
  }

  @Test
  void aUserWhoMayNotWriteIsNamedWithItsLine() {
    BuildEvidence failed = failedRun("go build -o /server", 1, "mkdir /.cache: permission denied");
    assertThat(explain(evidence().replacing("COPY . .", "USER 1001").build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("user `1001`", "line 3"));
    assertThat(explain(evidence().build(failed))).as("without a USER before it").isEmpty();
    assertThat(explain(evidence().replacing("COPY . .", "USER root").build(failed)))
        .as("root may")
        .isEmpty();
    BuildEvidence script = failedRun("./mvnw package", 126, "/bin/sh: ./mvnw: Permission denied");
    assertThat(explain(evidence().replacing("COPY . .", "USER 1001").build(script)))
        .as("a file that is not executable for anybody")
        .isEmpty();
    String userLater = "COPY . .\nRUN CGO_ENABLED=0 go build -o /server .\nUSER 1001";
    assertThat(explain(evidence().replacing("COPY . .", userLater).build(failed)))
        .as("the USER comes after it")
        .isEmpty();
    BuildEvidence other = failedRun("go build -o /server", 1, "syntax error");
    assertThat(explain(evidence().replacing("COPY . .", "USER 1001").build(other)))
        .as("nothing was denied")
        .isEmpty();
  }

  @Test
  void whatAnEarlierStepSaidIsNoReason() {
    BuildEvidence failed =
        failed(
            "process \"/bin/sh -c make\" did not complete successfully: exit code: 1",
            "RUN apt-get install curl || true",
            "E: Unable to locate package curl",
            "RUN --mount=type=cache,target=/c make",
            "no rule to make target",
            "Dockerfile:4",
            "--------------------",
            "   4 | >>> RUN make",
            "--------------------",
            "ERROR: failed to solve");
    assertThat(explain(evidence().build(failed))).isEmpty();
    assertThat(BuildOutput.lastWords(failed)).contains("no rule to make target");
  }

  @Test
  void anOldClientsLinesAreReadWithoutTheirTimes() {
    BuildEvidence failed =
        failed(
            "executor failed running [/bin/sh -c go build .]: exit code: 1",
            "#5 [1/3] RUN apt-get install curl || true",
            "#5 0.512 E: Unable to locate package curl",
            "#6 [2/3] RUN go build .",
            "#6 0.312 no Go files in /src",
            "#6 ERROR: executor failed running [/bin/sh -c go build .]: exit code: 1",
            "------",
            " > [2/3] RUN go build .:",
            "#6 0.312 no Go files in /src",
            "------");
    assertThat(explain(evidence().build(failed)))
        .hasValueSatisfying(text -> assertThat(text).contains("no source files in /src"));
    assertThat(BuildOutput.lastWords(failed)).contains("no Go files in /src");
  }

  @Test
  void theLastWordsAreThoseOfTheProgram() {
    assertThat(
            BuildOutput.lastWords(
                failedRun(
                    "npm test",
                    1,
                    "2 tests failed",
                    "",
                    "npm notice New major version of npm available! 11.21.2 -> 12.2.0",
                    "npm notice",
                    "npm error A complete log of this run can be found in: /root/.npm/x.log")))
        .contains("2 tests failed");
    assertThat(BuildOutput.lastWords(failed(NOT_FOUND.formatted("/x"), "RUN make", "done")))
        .as("a COPY that fails prints nothing")
        .isEmpty();
  }

  /** What these tools really print when they end; Gradle's by its documentation. */
  static Stream<Arguments> endings() {
    return Stream.of(
        arguments(
            "/src/A.java:[1,9] ';' expected",
            """
            [ERROR] /src/A.java:[1,9] ';' expected
            [ERROR]\s
            [ERROR] To see the full stack trace of the errors, re-run Maven with the -e switch.
            [ERROR] Re-run Maven using the -X switch to enable full debug logging.
            [ERROR]\s
            [ERROR] For more information about the errors and possible solutions, please read
            [ERROR] [Help 1] http://cwiki.apache.org/confluence/display/MAVEN/MojoFailureException
            """),
        arguments(
            "> Compilation failed",
            """
            * What went wrong:
            Execution failed for task ':compileJava'.
            > Compilation failed; see the compiler output below.

            * Try:
            > Run with --stacktrace option to get the stack trace.
            > Get more help at https://help.gradle.org.

            BUILD FAILED in 3s
            1 actionable task: 1 executed
            """),
        arguments(
            "two tests failed",
            """
            two tests failed
            error Command failed with exit code 1.
            info Visit https://yarnpkg.com/en/docs/cli/run for documentation about this command.
            """),
        arguments("two tests failed", "two tests failed\n ELIFECYCLE  Command failed with code 1."),
        arguments(
            "No matching distribution found for flask==99",
            """
            ERROR: No matching distribution found for flask==99
            [notice] A new release of pip is available: 23.2.1 -> 26.0
            [notice] To update, run: pip install --upgrade pip
            """),
        arguments(
            "generating package metadata",
            """
            × Encountered error while generating package metadata.
            ╰─> See above for output.

            note: This is an issue with the package mentioned above, not pip.
            hint: See above for details.
            """),
        arguments("bad thing", "bad thing\nmake: *** [Makefile:2: all] Error 3"),
        arguments("No rule to make", "make: *** No rule to make target 'all'.  Stop."),
        arguments(
            "`make` failed",
            """
            gyp ERR! stack Error: `make` failed with exit code: 2
            gyp ERR! stack at ChildProcess.<anonymous> (/node-gyp/lib/build.js:216:23)
            gyp ERR! System Linux 6.18
            gyp ERR! command "/usr/bin/node" "node-gyp.js" "rebuild"
            gyp ERR! cwd /app
            gyp ERR! node -v v20.20.2
            gyp ERR! not ok
            """));
  }

  @ParameterizedTest
  @MethodSource("endings")
  void theLastWordsAreThoseThatSaySomething(String words, String output) {
    assertThat(BuildOutput.lastWords(failedRun("build", 1, output.split("\n"))))
        .hasValueSatisfying(last -> assertThat(last).contains(words));
  }

  @Test
  void whatIsShownOfABuildLeavesOutWhatEveryBuildEndsWith() {
    List<String> log =
        List.of(
            "RUN npm test",
            "two tests failed",
            "npm notice",
            "npm notice New major version of npm available! 11.21.2 -> 12.2.0",
            "npm error A complete log of this run can be found in: /root/.npm/x.log",
            "Dockerfile:4",
            "--------------------",
            "   4 | >>> RUN npm test",
            "--------------------",
            "ERROR: failed to solve");
    assertThat(BuildOutput.telling(log)).containsExactly("RUN npm test", "two tests failed");
  }

  @Test
  void whatNobodyKnowsIsLeftToTheBuilder() {
    assertThat(explain(evidence().buildFails(4, "exit code: 2"))).isEmpty();
    assertThat(explain(evidence())).isEmpty();
    assertThat(explain(evidence().buildFails(4, "golang:9.9: not found"))).isEmpty();
  }

  @Test
  void aStepCannotForgeTheReasonOfAnother() {
    BuildEvidence failed = failed("exit code: 1", "/bin/sh: 1: useradd: not found");
    assertThat(explain(evidence().build(failed))).isEmpty();
  }

  private static BuildEvidence failedRun(String command, int code, String... output) {
    return failed(
        "process \"/bin/sh -c %s\" did not complete successfully: exit code: %d"
            .formatted(command, code),
        Stream.concat(Stream.of("RUN " + command), Stream.of(output)).toArray(String[]::new));
  }

  private static BuildEvidence failed(String message, String... tail) {
    BuildEvidence built =
        EvidenceFixtures.build(
            BuildEvidence.Status.FAILED, "buildkit", "28.5.2", 4, "failed to solve: " + message);
    return new BuildEvidence(
        built.status(),
        built.builder(),
        built.engine(),
        built.store(),
        built.millis(),
        built.steps(),
        built.failedLine(),
        built.message(),
        List.of(tail),
        null,
        List.of());
  }

  private static Optional<String> explain(EvidenceFixtures evidence) {
    return BuildMistake.of(CheckInput.of(evidence.get(), ExerciseFixtures.service()))
        .map(mistake -> CheckTexts.bundled().common(mistake.key(), mistake.values()));
  }
}
