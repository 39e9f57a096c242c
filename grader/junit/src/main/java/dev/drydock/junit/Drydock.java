package dev.drydock.junit;

import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.engine.ledger.DrydockHome;
import dev.drydock.exercise.Course;
import dev.drydock.exercise.Exercise;
import dev.drydock.exercise.ExerciseLoader;
import dev.drydock.pipeline.Grader;
import dev.drydock.pipeline.ShutdownHook;
import dev.drydock.report.ConsoleReport;
import dev.drydock.report.ConsoleStyle;
import dev.drydock.report.html.HtmlReport;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicContainer;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.function.Executable;
import org.opentest4j.TestAbortedException;

/** Grades the exercise in the current folder, as one JUnit test per check. */
public final class Drydock {

  private static final ConsoleWriter OUT = ConsoleWriter.to(System.out);
  private static final ConsoleWriter ERR = ConsoleWriter.to(System.err);

  private Drydock() {}

  /** The tests of the exercise in the current folder. */
  public static Stream<DynamicNode> exercise() {
    return exercise(Path.of("").toAbsolutePath());
  }

  static Stream<DynamicNode> exercise(Path folder) {
    Exercise exercise = ExerciseLoader.forChecks(CheckCatalogue.all()).load(folder);
    SubmissionResult result = grade(exercise, folder);
    if (result.state() == State.NOT_GRADED) {
      return Stream.of(test("grading works here", () -> fail(result.message())));
    }
    Path page = report(exercise, result, folder);
    // the stream closes after its last test: that is when the summary is worth reading
    return nodes(result).stream().onClose(() -> Summary.print(OUT, exercise, result, page));
  }

  private static SubmissionResult grade(Exercise exercise, Path folder) {
    Course course = Course.load(folder.resolve("..").resolve("..").normalize());
    try (Grader grader = new Grader(course, DrydockHome.resolve(), "auto");
        ShutdownHook stop = ShutdownHook.closes(grader, ERR::println)) {
      return grader.grade(exercise, folder, new StepPrinter(OUT)).result();
    }
  }

  private static Path report(Exercise exercise, SubmissionResult result, Path folder) {
    try {
      return HtmlReport.write(
          result,
          folder.resolve("target").resolve("drydock"),
          new HtmlReport.Options(exercise.title(), null));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<DynamicNode> nodes(SubmissionResult result) {
    List<DynamicNode> nodes = new ArrayList<>();
    if (result.state() == State.NOT_GRADABLE) {
      nodes.add(test("the submission can be graded", () -> fail(result.message())));
    }
    boolean several = result.images().size() > 1;
    for (ImageResult image : result.images()) {
      String of = several ? " (" + image.name() + ")" : "";
      List<DynamicNode> tests =
          image.checks().stream()
              .filter(CheckResult::required)
              .map(check -> test(check, of))
              .toList();
      if (several) {
        nodes.add(DynamicContainer.dynamicContainer(ConsoleWriter.text(image.name()), tests));
      } else {
        nodes.addAll(tests);
      }
    }
    return nodes;
  }

  /**
   * @param of which image, if there are several: Maven's list of failures names no container
   */
  private static DynamicNode test(CheckResult check, String of) {
    String name = check.id() + " " + check.title() + of;
    return switch (check.outcome()) {
      case PASS, NOT_APPLICABLE -> test(name, () -> {});
      case BLOCKED -> test(name, () -> skip(check.message()));
      case FAIL, ERROR ->
          test(
              name,
              () -> fail(name + "\n" + ConsoleReport.renderFailure(check, ConsoleStyle.plain())));
    };
  }

  private static DynamicTest test(String name, Executable body) {
    return DynamicTest.dynamicTest(ConsoleWriter.text(name), body);
  }

  private static void fail(@Nullable String message) {
    throw new CheckFailure(ConsoleWriter.text(String.valueOf(message)));
  }

  private static void skip(String message) {
    throw new TestAbortedException(ConsoleWriter.text(message));
  }

  /** An assertion without a stack trace: where the grader threw it helps nobody. */
  private static final class CheckFailure extends AssertionError {
    private static final long serialVersionUID = 1L;

    CheckFailure(String message) {
      super(message);
      setStackTrace(new StackTraceElement[0]);
    }

    @Override
    public synchronized Throwable fillInStackTrace() {
      return this;
    }
  }
}
