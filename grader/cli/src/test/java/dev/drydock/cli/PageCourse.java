package dev.drydock.cli;

import dev.drydock.exercise.ExerciseFolder;
import java.nio.file.Path;

/** A course of one exercise with short bounds: serve a page with busybox. */
final class PageCourse {

  static final String ID = "9.1";

  /** Passes everything. */
  static final String GOOD =
      """
      FROM busybox
      COPY index.html /www/
      EXPOSE 8080
      USER 1000:1000
      CMD ["sh", "-c", "trap 'exit 0' TERM; httpd -f -p 8080 -h /www & wait"]
      """;

  private static final String YAML =
      """
      id: "9.1"
      title: A page
      summary: Serve one page.
      images:
        - name: web
          editable: [Dockerfile, .dockerignore]
          buildNetwork: none
          port: 8080
          startWithin: 10s
          stopWithin: 2s
          buildWithin: 20s
          requests: [{name: page, path: /, bodyContains: [hello]}]
          checks:
            D01: {points: 1}
            I01: {points: 2, max: 12 MB}
            I09: {points: 2}
            R01: {points: 4}
            R05: {points: 1}
          starter: {fails: [I09, R01]}
      """;

  private PageCourse() {}

  /** Write it, with its solutions; returns the course's folder. */
  static Path write(Path home) {
    return write(home, "");
  }

  /** Write it with a bound of what a build may write, such as {@code 1500 MB}. */
  static Path writeWithDisk(Path home, String buildDisk) {
    return write(home, "    buildDisk: " + buildDisk + "\n");
  }

  private static Path write(Path home, String buildDisk) {
    Path folder = home.resolve("exercises").resolve("9.1-a-page");
    String starter = "FROM busybox\nCMD [\"true\"]\n";
    ExerciseFolder.file(
        folder,
        "exercise.yaml",
        YAML.replace("    buildWithin: 20s\n", "    buildWithin: 20s\n" + buildDisk));
    ExerciseFolder.file(folder, "web/Dockerfile", starter);
    ExerciseFolder.file(folder, ".starter/web/Dockerfile", starter);
    ExerciseFolder.file(folder, "web/index.html", "hello\n");
    Path solutions = home.resolve("solutions").resolve(ID);
    ExerciseFolder.file(solutions, "reference/web/Dockerfile", GOOD);
    miss(solutions, "root", GOOD.replace("USER 1000:1000\n", ""), "graded\nfails: {web: [I09]}");
    miss(solutions, "deaf", GOOD.replace("'exit 0'", "''"), "graded\nfails: {web: [R05]}");
    miss(
        solutions,
        "blank",
        GOOD.replace("COPY index.html /www/", "RUN mkdir /www"),
        "graded\nfails: {web: [R01]}");
    miss(solutions, "misspelt", GOOD.replace("COPY", "COPPY"), "not-gradable");
    miss(solutions, "broken", GOOD + "RUN echo no luck; exit 3\n", "not-gradable");
    return home;
  }

  private static void miss(Path solutions, String name, String dockerfile, String expected) {
    Path folder = solutions.resolve("near-misses").resolve(name);
    ExerciseFolder.file(folder, "web/Dockerfile", dockerfile);
    ExerciseFolder.file(folder, "expected.yaml", "note: kept\nstate: " + expected + "\n");
  }
}
