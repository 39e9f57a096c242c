package dev.drydock.batch;

import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.progress.BatchView;
import dev.drydock.batch.progress.Settled;
import dev.drydock.verdict.SubmissionResult;
import java.nio.file.Path;

/** A batch in a process of its own: prints a line for every settled entry. */
final class KilledBatch {

  static final int STUDENTS = 24;

  private KilledBatch() {}

  /** The class that is graded, by folder of the course. */
  static ClassFixture course(Path home) {
    ClassFixture course = new ClassFixture(home);
    for (int i = 0; i < STUDENTS; i++) {
      // every third hands in the same
      String text = i % 3 == 0 ? ClassFixture.GOOD : ClassFixture.GOOD + "# size " + i + "00000\n";
      course.student("student-" + i, text);
    }
    return course;
  }

  public static void main(String[] arguments) {
    ClassFixture course = course(Path.of(arguments[0]));
    BatchView view =
        new BatchView() {
          @Override
          public void settled(EntryId entry, SubmissionResult result, Settled how) {
            System.out.println(how + " " + entry);
            System.out.flush();
          }
        };
    Batch batch = new Batch(course.settings(course.grader()).withView(view));
    try (BatchInterrupt interrupt = BatchInterrupt.install(System.out::println)) {
      interrupt.stops(batch);
      batch.run();
    }
    System.out.println("finished");
  }
}
