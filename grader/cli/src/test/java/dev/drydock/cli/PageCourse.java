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
          buildDisk: 1500 MB
          requests: [{name: page, path: /, bodyContains: [hello]}]
          checks:
            D01: {points: 1}
            I01: {points: 2, max: 12 MB}
            I09: {points: 2}
            R01: {points: 4}
            R05: {points: 1}
      """;

  private PageCourse() {}

  /** Write it; returns the course's folder. */
  static Path write(Path home) {
    Path folder = home.resolve("exercises").resolve("9.1-a-page");
    ExerciseFolder.file(folder, "exercise.yaml", YAML);
    ExerciseFolder.file(folder, "web/Dockerfile", "FROM busybox\nCMD [\"true\"]\n");
    ExerciseFolder.file(folder, "web/index.html", "hello\n");
    return home;
  }
}
