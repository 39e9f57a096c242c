package dev.drydock.site;

import dev.drydock.check.image.SizeMax;
import dev.drydock.engine.job.Job;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.exercise.settings.CheckSettings;
import dev.drydock.image.ByteSize;
import dev.drydock.report.html.SampleResults;
import dev.drydock.site.model.CheckInfos;
import dev.drydock.site.model.Content;
import dev.drydock.site.model.Workbook;
import dev.drydock.site.results.Assessment;
import dev.drydock.site.results.Attempt;
import dev.drydock.site.results.ClassReports;
import dev.drydock.site.results.ClassResults;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;

/** A course of two exercises and a class, made in a folder. */
public final class SampleCourse {

  static final byte[] SECRET = "a secret for tests only".getBytes(StandardCharsets.UTF_8);

  public static final ClassReports REPORTS =
      new ClassReports(
          "student,points\nstudent-00,20\n",
          "3.9 backend: 2 Dockerfiles\n  90 % alike: student-00, <b>student-01</b>\n");

  private SampleCourse() {}

  public static Workbook in(Path folder) throws IOException {
    Path figures = Files.createDirectories(folder.resolve("figures"));
    Files.writeString(
        figures.resolve("3.9.json"),
        """
        { "exercise": "3.9", "image": "backend", "engine": "28.5.2", "standIns": true,
          "steps": [
            { "name": "One stage, whole SDK", "text": "compiler, git and sources come along", "bytes": 893400000 },
            { "name": "The small variant of the SDK", "text": "no C compiler, no git", "bytes": 392000000 },
            { "name": "Two stages, Debian below", "text": "only the binary crosses over", "bytes": 86900000 },
            { "name": "Static binary on Alpine", "text": "", "bytes": 16100000 },
            { "name": "Static binary on nothing", "text": "to the byte", "bytes": 7600000 },
            { "name": "Without symbols", "text": "-s -w", "bytes": 5200000 } ] }
        """);
    Content content = Content.bundled();
    return new Workbook(
        "Drydock",
        List.of(
            exercise(folder, "3.8", "3.8-multi-stage-frontend", "Multi-stage frontend", FRONTEND),
            exercise(folder, "3.9", "3.9-multi-stage-backend", "Multi-stage backend", BACKEND)),
        CheckInfos.all(),
        content,
        figures,
        null);
  }

  public static ClassResults results(Path addressFile, int students) {
    List<SubmissionResult> results = new ArrayList<>();
    Random random = new Random(7);
    for (int i = 0; i < students; i++) {
      String student = String.format("student-%02d", i);
      long size = (long) (7_000_000 * Math.pow(10, 1.6 * random.nextDouble()));
      results.add(
          switch (i % 9) {
            case 0, 1, 2 -> SampleResults.passing(student, 4_000_000 + random.nextInt(4_000_000));
            case 3 -> SampleResults.notGraded(student);
            case 4 -> SampleResults.notGradable(student);
            default -> SampleResults.failing(student, 85_000_000 + size);
          });
    }
    return new ClassResults(
        results, SECRET, addressFile, Set.of("student-00", "student-02"), SampleCourse::assessment);
  }

  static ClassResults nasty(Path addressFile) {
    return new ClassResults(
        List.of(SampleResults.nasty()), SECRET, addressFile, Set.of(), SampleCourse::assessment);
  }

  private static Assessment assessment(SubmissionResult result) {
    Instant first = Instant.parse("2026-02-27T22:10:00Z");
    Attempt last = new Attempt(first.plus(3, ChronoUnit.DAYS), State.GRADED, false, 12, true);
    if (!"student-05".equals(result.student())) {
      return new Assessment(null, List.of(), false, List.of(last));
    }
    return new Assessment(
        7.5,
        List.of(
            "The points were set by the instructor.",
            "Comment: <b>well</b> explained",
            "Handed in late by 2 h."),
        true,
        List.of(new Attempt(first, State.NOT_GRADABLE, false, 0, false), last));
  }

  private static Exercise exercise(Path root, String id, String folder, String title, String readme)
      throws IOException {
    Path exercise = Files.createDirectories(root.resolve("exercises").resolve(folder));
    Files.writeString(exercise.resolve("README.md"), readme);
    CheckRule size =
        new CheckRule(SizeMax.ID, 4, true, new SizeMax.Settings(ByteSize.parse("8 MB"), List.of()));
    List<CheckRule> rules = new ArrayList<>(List.of(size));
    for (String check : List.of("D02", "D05", "D07", "I09", "R01", "R05")) {
      rules.add(new CheckRule(check, 2, true, CheckSettings.NONE));
    }
    ImageSpec image =
        new ImageSpec(
            "backend",
            new ImageSpec.Files(List.of("Dockerfile"), List.of(), List.of()),
            ImageSpec.Build.usual(ImageSpec.BuildNetwork.NONE),
            new Job.Service(
                8080, Map.of(), Duration.ofSeconds(10), Duration.ofSeconds(10), List.of()),
            rules,
            null,
            List.of("I01"));
    return new Exercise(
        id,
        title,
        "Ship the program, and leave the tools that made it behind.",
        exercise,
        List.of(new Exercise.PublishedFigure("the course's own limit", ByteSize.parse("25 MB"))),
        List.of(image));
  }

  private static final String FRONTEND =
      """
      # Multi-stage frontend

      Build with Node, serve with something smaller. Next: [the backend](../3.9-multi-stage-backend/README.md#hints).
      """;

  static final String BACKEND =
      """
      # Multi-stage backend

      The starter ships a compiler with every program. A [base image](glossary:base-image) of hundreds of
      megabytes, for a binary of seven. See [I01](checks:I01) and [before](../3.8-multi-stage-frontend/README.md).

      ## What it weighs

      ```console
      $ docker build -t board backend
      $ docker run --rm \\
          -p 8080:8080 board
      listening on :8080
      $ docker history board
      IMAGE          CREATED         CREATED BY      SIZE
      3c2f9a0c1d2e   2 minutes ago   CMD ["./server"]  0B
      ```

      ```figure
      descent: 3.9
      caption: Six steps down.
      ```

      ```figure
      descent: 3.10
      ```

      > [!NOTE]
      > `docker images` shows another number on some engines.

      > [!WARNING] Not yet
      > `FROM scratch` has no shell: **shell form** cannot work there.

      ## What to do

      ```dockerfile fail
      FROM golang:1.27
      WORKDIR /src
      COPY . .
      RUN go build -o server .
      CMD ./server
      ```

      ```dockerfile pass
      FROM golang:1.27 AS build
      WORKDIR /src
      COPY . .
      RUN CGO_ENABLED=0 go build -o server .

      FROM scratch
      COPY --from=build /src/server /server
      USER 10001
      ENTRYPOINT ["/server"]
      ```

      | step | what it is |
      |:-----|-----------:|
      | 1 | the SDK |
      | 2 | the *program* |

      ### In Go

      ```go
      func main() {
          port := os.Getenv("PORT") // 8080
          log.Fatal(http.ListenAndServe(":"+port, nil))
      }
      ```

      - one
      - ~~two~~
        1. three
        2. four

      > A quotation.

      ## Hints

      > [!HINT] Which stage is the image?
      > The last one. All others are left behind.

      > [!HINT]
      > ```dockerfile
      > COPY --from=build /src/server /server
      > ```
      """;
}
