package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.report.ResultJson;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/**
 * {@code drydock grade 3.9 DIR} on the real engine: exit codes and results. Of the real jar where
 * the process is what is tested.
 */
@RequiresEngine
@Execution(ExecutionMode.CONCURRENT)
class GradeEngineTest {

  private static final Path REFERENCE =
      Binary.COURSE.resolve("solutions/3.9/reference/backend/Dockerfile");

  @TempDir private Path folder;

  @Test
  void theReferencePassesByTheRunnableJar() throws Exception {
    Path submission = submission(Files.readString(REFERENCE));
    Binary.Ended ended =
        new Binary(folder).run("grade", "3.9", submission.toString(), "--json", "-");
    assertThat(ended.code()).as(ended.out() + ended.err()).isZero();
    SubmissionResult result = ResultJson.read(ended.out());
    assertThat(result.state()).isEqualTo(State.GRADED);
    assertThat(result.passed()).isTrue();
    assertThat(result.points()).isEqualTo(result.maxPoints());
  }

  @Test
  void whichFileWasTakenIsSaidAndACiIsTold() throws Exception {
    Path submission = Files.createDirectories(folder.resolve("submission"));
    Files.copy(REFERENCE, submission.resolve("backend.Dockerfile"));
    Path junit = folder.resolve("junit.xml");
    Path sarif = folder.resolve("findings.sarif");
    Binary.Ended ended =
        new Binary(folder)
            .run(
                "grade",
                "3.9",
                submission.toString(),
                "--junit",
                junit.toString(),
                "--sarif",
                sarif.toString());
    assertThat(ended.out()).contains("note: backend: backend.Dockerfile is used");
    assertThat(Files.readString(junit)).contains("name=\"C01 ").contains("<failure");
    assertThat(Files.readString(sarif)).contains("\"ruleId\" : \"C01\"");
  }

  @Test
  void anEmptyFolderIsNotGradable() throws Exception {
    SubmissionResult result = grade(1, Files.createDirectories(folder.resolve("submission")));
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(result.message()).contains("Dockerfile");
  }

  @Test
  void aSymlinkedDockerfileIsNotGradable() throws Exception {
    Path submission = Files.createDirectories(folder.resolve("submission"));
    Files.createSymbolicLink(submission.resolve("Dockerfile"), Path.of("/etc/passwd"));
    SubmissionResult result = grade(1, submission);
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(result.message()).contains("link");
  }

  @Test
  void aDockerfileThatDoesNotParseSaysWhatWasMeant() throws Exception {
    SubmissionResult result = grade(1, "FROM golang:1.27-alpine\nCOPPY . .\n");
    assertThat(result.state()).isEqualTo(State.NOT_GRADABLE);
    assertThat(failed(result)).contains("D01");
    assertThat(result.message()).contains("COPPY");
  }

  @Test
  void oneThatDoesNotBuildShowsTheBuildersLastLines() throws Exception {
    Path submission = submission("FROM golang:1.27-alpine\nRUN echo almost there; exit 9\n");
    InProcess drydock = new InProcess();
    assertThat(drydock.run(Binary.COURSE, "grade", "3.9", submission.toString())).isEqualTo(1);
    assertThat(drydock.out())
        .contains("not gradable")
        .contains("│ almost there")
        .contains("Its last output: “almost there”")
        .contains("exit code: 9")
        .doesNotContain("----------", "Next:");
  }

  @Test
  void whatAToolIsMissingInABuildIsSaid() throws Exception {
    SubmissionResult result = grade(1, "FROM golang:1.27-alpine\nRUN go build -o /server .\n");
    assertThat(result.message()).contains("line 2", "Go finds no go.mod where it runs");
  }

  @Test
  void heredocAndCacheMountAreGraded() throws Exception {
    SubmissionResult result =
        grade(
            0,
            """
            FROM golang:1.27 AS build
            WORKDIR /src
            COPY go.mod go.sum ./
            COPY *.go ./
            RUN --mount=type=cache,target=/root/.cache/other <<EOF
            set -e
            CGO_ENABLED=0 go build -trimpath -ldflags="-s -w" -o /server .
            EOF
            FROM scratch
            COPY --from=build /server /server
            USER 10001:10001
            EXPOSE 8080
            ENTRYPOINT ["/server"]
            """);
    assertThat(failed(result)).isEmpty();
  }

  @Test
  void aContainerThatNeverListensFailsItsRequests() throws Exception {
    SubmissionResult result =
        grade(1, "FROM busybox\nUSER 1000\nEXPOSE 8080\nCMD [\"sleep\", \"1000\"]\n");
    assertThat(result.state()).isEqualTo(State.GRADED);
    assertThat(failed(result)).contains("R01");
  }

  @Test
  void aPackageThatIsNotInTheImageIsNamed() throws Exception {
    String said =
        whyItDoesNotRun(
            """
            FROM node:24-alpine
            RUN echo "require('express')" > /server.js
            USER 1000
            CMD ["node", "/server.js"]
            """);
    assertThat(said)
        .contains("`express` is not installed in the image")
        .contains("Last output: “Error: Cannot find module 'express'”");
  }

  @Test
  void aScriptOfWindowsIsNamed() throws Exception {
    assertThat(
            whyItDoesNotRun(
                """
                FROM busybox
                RUN printf '#!/bin/sh\\r\\nhttpd -f\\r\\n' > /start.sh && chmod 755 /start.sh
                ENTRYPOINT ["./start.sh"]
                """))
        .contains("`./start.sh` is a script saved with the line ends of Windows");
  }

  @Test
  void aFileThatIsNotItsUsersIsNamed() throws Exception {
    assertThat(
            whyItDoesNotRun(
                """
                FROM busybox
                USER 4711
                CMD ["sh", "-c", "set -e; echo x > /data; httpd -f"]
                """))
        .contains("the user it runs as (4711) may not use `/data`");
  }

  @Test
  void whereAProgramListensInsteadIsNamed() throws Exception {
    assertThat(
            whyItDoesNotRun(
                """
                FROM busybox
                USER 1000
                CMD ["httpd", "-f", "-p", "127.0.0.1:8080"]
                """))
        .contains("nothing answered on port 8080")
        .contains("it listens on 127.0.0.1:8080 instead");
  }

  private String whyItDoesNotRun(String dockerfile) throws Exception {
    return grade(1, dockerfile).images().get(0).checks().stream()
        .filter(check -> check.id().equals("R01"))
        .map(CheckResult::message)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void oneThatIgnoresTheSignalFailsTheStop() throws Exception {
    String build = Files.readString(REFERENCE).replaceFirst("(?s)\\nFROM scratch.*", "\n");
    SubmissionResult result =
        grade(
            1,
            build
                + """
                FROM busybox
                COPY --from=build /out/server /server
                EXPOSE 8080
                USER 10001:10001
                ENTRYPOINT ["sh", "-c", "trap '' TERM; /server; sleep 60"]
                """);
    assertThat(failed(result)).contains("R04", "R05").doesNotContain("R01");
  }

  @Test
  void withoutAnEngineNothingIsGradedAndJsonStaysPure() throws Exception {
    Path submission = submission(Files.readString(REFERENCE));
    Binary.Ended ended =
        new Binary(folder)
            .with("DOCKER_HOST", "tcp://127.0.0.1:1")
            .run("grade", "3.9", submission.toString(), "--json", "-");
    assertThat(ended.code()).isEqualTo(3);
    SubmissionResult result = ResultJson.read(ended.out());
    assertThat(result.state()).isEqualTo(State.NOT_GRADED);
    assertThat(result.message()).contains("tcp://127.0.0.1:1").contains("start Docker");
  }

  @Test
  void anImageThatCannotBeHadWithoutARegistryIsOurFailure() throws Exception {
    SubmissionResult result = grade(3, "FROM python:99.99\nCMD [\"true\"]\n");
    assertThat(result.state()).isEqualTo(State.NOT_GRADED);
    assertThat(result.message()).contains("python:99.99");
  }

  @Test
  void theHtmlReportIsWritten() throws Exception {
    Path submission = submission("FROM golang:1.27-alpine\nCOPPY . .\n");
    Path html = folder.resolve("html");
    new InProcess()
        .run(Binary.COURSE, "grade", "3.9", submission.toString(), "--html", html.toString());
    assertThat(html.resolve("index.html")).content().contains("COPPY");
  }

  private SubmissionResult grade(int code, String dockerfile) throws Exception {
    return grade(code, submission(dockerfile));
  }

  private SubmissionResult grade(int code, Path submission) throws Exception {
    InProcess drydock = new InProcess();
    assertThat(drydock.run(Binary.COURSE, "grade", "3.9", submission.toString(), "--json", "-"))
        .as(drydock.out() + drydock.err())
        .isEqualTo(code);
    return ResultJson.read(drydock.out());
  }

  private Path submission(String dockerfile) throws IOException {
    Path submission = Files.createDirectories(folder.resolve("submission"));
    if (dockerfile != null) {
      Files.writeString(submission.resolve("Dockerfile"), dockerfile);
      Files.writeString(submission.resolve(".dockerignore"), "*\n!*.go\n!go.mod\n!go.sum\n");
    }
    return submission;
  }

  private static List<String> failed(SubmissionResult result) {
    return result.images().stream()
        .flatMap(image -> image.checks().stream())
        .filter(check -> check.required() && check.outcome() == Result.FAIL)
        .map(CheckResult::id)
        .toList();
  }
}
