package dev.drydock.report.html;

import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.ImageResult.DockerfileText;
import dev.drydock.verdict.ImageResult.LayerResult;
import dev.drydock.verdict.ImageResult.PathBytes;
import dev.drydock.verdict.ImageResult.Saving;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Results made by hand: one that fails here and there, one that passes, one full of nasty text. */
public final class SampleResults {

  public static final String NASTY =
      "</pre><script>alert(1)</script><img src=x onerror=alert(2)>\"'`${7*7}<#assign x=1>&amp;]]>\u001b[31m\u202Eevil\u0000 javascript:alert(3)";

  private static final String DOCKERFILE =
      """
      # syntax=docker/dockerfile:1
      FROM golang:1.27 AS build
      WORKDIR /src
      COPY go.mod go.sum ./
      RUN go mod download
      COPY . .
      RUN CGO_ENABLED=0 go build -o /out/server . \\
          # the tests come along for the ride
          && go test ./...

      FROM debian:trixie-slim
      ENV PORT=8080 REQUEST_ORIGIN="http://localhost:5000"
      COPY --from=build /out/server /usr/local/bin/server
      RUN apt-get update && apt-get install -y curl
      RUN rm -rf /var/lib/apt/lists/*
      EXPOSE 8080
      CMD server --port ${PORT}
      """;

  private SampleResults() {}

  public static SubmissionResult failing() {
    return result("student-07", State.GRADED, false, 12.5, List.of(failingImage("backend")));
  }

  /** An image of the same failures, of another size. */
  public static SubmissionResult failing(String student, long size) {
    ImageResult image = image("backend", size, failingChecks(size), DOCKERFILE);
    return result(student, State.GRADED, false, 12.5, List.of(image));
  }

  public static SubmissionResult passing() {
    return passing("student-01", 7_340_032);
  }

  public static SubmissionResult passing(String student, long size) {
    List<CheckResult> checks =
        List.of(
            check("D02", "base.tagged", "Base images have a tag", Result.PASS, 1, 1, null),
            check("I01", "size.max", "Small enough", Result.PASS, 4, 4, null, size, 8_000_000L),
            check("I09", "user.uid", "Not root", Result.PASS, 2, 2, 14),
            check("R01", "http.contract", "Answers as asked", Result.PASS, 3, 3, null));
    ImageResult image =
        new ImageResult(
            "backend",
            size,
            size + 120_000,
            size / 3,
            893_400_000L,
            List.of(
                new LayerResult("sha256:aa", size, "COPY --from=build /out/server /", 9, false, 0)),
            0L,
            checks,
            new DockerfileText("backend/Dockerfile", "FROM scratch\nCOPY server /\nUSER 10001\n"),
            List.of(),
            List.of(new PathBytes("/server", size)),
            List.of(),
            List.of());
    return result(student, State.GRADED, true, 20, List.of(image));
  }

  public static SubmissionResult notGraded(String student) {
    return new SubmissionResult(
        1,
        "3.9",
        student,
        State.NOT_GRADED,
        false,
        0,
        20,
        List.of(),
        "the engine did not answer within 30 s",
        environment(),
        List.of(),
        List.of());
  }

  public static SubmissionResult notGradable(String student) {
    return new SubmissionResult(
        1,
        "3.9",
        student,
        State.NOT_GRADABLE,
        false,
        0,
        20,
        List.of("notes.txt"),
        "there is no Dockerfile in `backend/`",
        environment(),
        List.of(),
        List.of());
  }

  /** Hostile text in every field that can hold text. */
  public static SubmissionResult nasty() {
    return nasty(NASTY);
  }

  /** The same of another text, as the one link of a check may be. */
  public static SubmissionResult nasty(String n) {
    CheckResult check =
        new CheckResult(
            n, n, n, Result.FAIL, 0, 1, true, n, n, n, 5e6, 1e6, 2, n, n, "javascript:alert(4)");
    CheckResult passed =
        new CheckResult(
            n, n, n, Result.PASS, 1, 1, false, n, n, n, null, null, 99, n, n, "//evil/x.html");
    ImageResult image =
        new ImageResult(
            n,
            5_000_000L,
            5_000_000L,
            1L,
            10L,
            List.of(
                new LayerResult(n, 3_000_000, n, null, true, 0),
                new LayerResult(n, 2_000_000, n, 1, false, 1_000_000)),
            1_000_000L,
            List.of(check, passed),
            new DockerfileText(n, n + "\nRUN <<EOF\n" + n + "\n" + "\"\\".repeat(20_000) + "\n"),
            List.of(new Saving(10, 1, n), new Saving(20, null, n)),
            List.of(new PathBytes(n, 77)),
            List.of(n, n),
            List.of(n));
    return new SubmissionResult(
        1,
        "3.9",
        n,
        State.GRADED,
        false,
        1,
        2,
        List.of(n),
        n,
        new GradingEnvironment(n, n, n, n, n, List.of(n)),
        List.of(image),
        List.of(n));
  }

  private static SubmissionResult result(
      String student, State state, boolean passed, double points, List<ImageResult> images) {
    return new SubmissionResult(
        1,
        "3.9",
        student,
        state,
        passed,
        points,
        20,
        List.of("backend/main.go", "pom.xml"),
        null,
        environment(),
        images,
        List.of());
  }

  private static GradingEnvironment environment() {
    return new GradingEnvironment(
        "1.0.0", "9c1f2ab4", "28.5.2", "buildkit", "overlay2", List.of("golang:1.27"));
  }

  private static ImageResult failingImage(String name) {
    return image(name, 133_480_000, failingChecks(133_480_000), DOCKERFILE);
  }

  private static ImageResult image(
      String name, long size, List<CheckResult> checks, String dockerfile) {
    long own = size - 78_620_000;
    return new ImageResult(
        name,
        size,
        size + 2_100_000,
        size * 10 / 27,
        893_400_000L,
        List.of(
            new LayerResult("sha256:01", 78_620_000, "ADD rootfs.tar / # buildkit", null, true, 0),
            new LayerResult(
                "sha256:02",
                7_100_000,
                "COPY --from=build /out/server /usr/local/bin/server",
                13,
                false,
                0),
            new LayerResult(
                "sha256:03",
                own - 7_120_000,
                "RUN apt-get update && apt-get install -y curl",
                14,
                false,
                19_870_000),
            new LayerResult("sha256:04", 20_000, "RUN rm -rf /var/lib/apt/lists/*", 15, false, 0)),
        19_870_000L,
        checks,
        new DockerfileText("backend/Dockerfile", dockerfile),
        List.of(
            new Saving(78_620_000, 11, "`FROM scratch` needs no base: the binary is static."),
            new Saving(19_870_000, 14, "`/var/lib/apt/lists` is removed one layer too late."),
            new Saving(27_770_000, 14, "curl and its libraries are used by nothing in the image.")),
        List.of(
            new PathBytes("/var/lib/apt/lists/", 19_870_000),
            new PathBytes("/usr/local/bin/server", 7_100_000),
            new PathBytes("/usr/lib/x86_64-linux-gnu/libcurl.so.4", 800_000)),
        List.of("#9 [build 5/5] RUN CGO_ENABLED=0 go build -o /out/server .", "#9 DONE 8.1s"),
        List.of("2026/03/01 10:00:00 listening on :8080", "2026/03/01 10:00:02 GET /ping 200"));
  }

  private static List<CheckResult> failingChecks(long size) {
    return List.of(
        check("D01", "dockerfile.parses", "The Dockerfile can be read", Result.PASS, 1, 1, null),
        check("D02", "base.tagged", "Base images have a tag", Result.PASS, 1, 1, 2),
        check(
            "D03",
            "base.digest",
            "Base images have a digest",
            false,
            Result.FAIL,
            0,
            0,
            2,
            "Every `FROM` names a digest.",
            "`golang:1.27` has none.",
            "Add `@sha256:…`."),
        check("D05", "stages.multi", "Two stages or more", Result.PASS, 1, 1, 11),
        check(
            "D07",
            "cmd.exec-form",
            "The command is in exec form",
            true,
            Result.FAIL,
            0,
            1.5,
            17,
            "`ENTRYPOINT` and `CMD` of the final image are in exec form.",
            "`CMD server --port ${PORT}` is in shell form: a shell starts first and keeps the "
                + "signals for itself.",
            "Write `CMD [\"server\"]` and let the program read PORT itself."),
        check(
            "D11",
            "user.declared",
            "A user is declared",
            true,
            Result.FAIL,
            0,
            1,
            11,
            "The final stage declares a `USER`.",
            "The stage from line 11 on has no `USER`.",
            "Add `USER 10001:10001` before `CMD`."),
        check("C01", "ignore.present", ".dockerignore has effect", Result.PASS, 1, 1, null),
        new CheckResult(
            "I01",
            "size.max",
            "Small enough",
            Result.FAIL,
            0,
            4,
            true,
            "The image is at most 8 MB.",
            "133 MB",
            "8 MB",
            (double) size,
            8e6,
            11,
            "The base image alone has 78.6 MB; the program has 7.1 MB.",
            "Start the final stage from `scratch`: the program is static and needs nothing else.",
            "checks/I01.html"),
        check(
            "I09",
            "user.uid",
            "Not root",
            true,
            Result.FAIL,
            0,
            2,
            11,
            "The image runs as a user whose uid is not 0.",
            "No user is configured, so the program runs as root.",
            "Add `USER 10001:10001`."),
        check("I11", "static.binary", "The program's libraries are there", Result.PASS, 1, 1, null),
        check("R01", "http.contract", "Answers as asked", Result.PASS, 3, 3, null),
        check("R03", "process.uids", "No process is root", Result.BLOCKED, 0, 1, null),
        check(
            "R05",
            "stop.clean",
            "Stops when asked",
            true,
            Result.FAIL,
            0,
            2,
            17,
            "After SIGTERM the container ends within 5 s with 0 or 143.",
            "It had to be killed after 5.0 s (exit code 137).",
            "Use the exec form, so that the program is PID 1 and gets the signal."),
        check(
            "I14",
            "certs.present",
            "Certificates",
            false,
            Result.NOT_APPLICABLE,
            0,
            0,
            null,
            "CA certificates are there where the program calls out.",
            "It does not.",
            ""));
  }

  private static CheckResult check(
      String id,
      String name,
      String title,
      Result outcome,
      double points,
      double max,
      @Nullable Integer line) {
    return check(
        id,
        name,
        title,
        true,
        outcome,
        points,
        max,
        line,
        "What " + name + " asks for, as a sentence.",
        "",
        "");
  }

  private static CheckResult check(
      String id,
      String name,
      String title,
      Result outcome,
      double points,
      double max,
      @Nullable Integer line,
      long measured,
      long limit) {
    return new CheckResult(
        id,
        name,
        title,
        outcome,
        points,
        max,
        true,
        "The image is at most 8 MB.",
        dev.drydock.image.ByteSize.of(measured).toString(),
        dev.drydock.image.ByteSize.of(limit).toString(),
        (double) measured,
        (double) limit,
        line,
        "",
        "",
        "checks/" + id + ".html");
  }

  private static CheckResult check(
      String id,
      String name,
      String title,
      boolean required,
      Result outcome,
      double points,
      double max,
      @Nullable Integer line,
      String requirement,
      String message,
      String hint) {
    return new CheckResult(
        id,
        name,
        title,
        outcome,
        points,
        max,
        required,
        requirement,
        "",
        "",
        null,
        null,
        line,
        message,
        hint,
        "checks/" + id + ".html");
  }
}
