package dev.drydock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.RequiresEngine;
import dev.drydock.exercise.ExerciseFolder;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.io.TempDir;

/** A grader that may not change the firewall, as most users may not. */
@RequiresEngine
@EnabledIf(
    value = "dev.drydock.cli.SecondEngine#canStart",
    disabledReason = "to give up a right one must have it")
class StrangersEngineTest {

  @TempDir private Path folder;
  private Path course;
  private String students = "";
  private Path run;

  @BeforeEach
  void write() {
    course = PageCourse.write(folder.resolve("course"));
    ExerciseFolder.file(folder, "class/ada/9.1/web/Dockerfile", PageCourse.GOOD);
    students = folder.resolve("class").toString();
    run = folder.resolve("run");
  }

  @Test
  void theirWorkIsNotBegunWhereItReachesTheMachine() throws Exception {
    Binary.Ended refused = drydock("batch", students, "--out", run.toString());
    assertThat(refused.code()).isEqualTo(3);
    assertThat(refused.out()).isEmpty();
    assertThat(refused.err().lines())
        .singleElement()
        .asString()
        .startsWith("drydock: containers reach the engine's machine (")
        .contains("only root may set the rule")
        .contains("nothing was graded")
        .contains("--trust-students");
    assertThat(run).doesNotExist();
  }

  @Test
  void whoIsToldBeginsAllTheSame() throws Exception {
    Binary.Ended told = drydock("batch", students, "--out", run.toString(), "--trust-students");
    assertThat(told.code()).as(told.err()).isZero();
    assertThat(told.out()).contains("1 passed");
  }

  @Test
  void doctorSaysItAndWhatToDo() throws Exception {
    Binary.Ended doctor = drydock("doctor");
    assertThat(doctor.code()).isZero();
    assertThat(doctor.out())
        .contains("! ways out     containers reach the engine's machine (")
        .contains("→ grade as root on the engine's own Linux machine");
  }

  private Binary.Ended drydock(String... arguments) throws Exception {
    return new Binary(folder)
        .course(course)
        .with("DRYDOCK_HOME", folder.resolve("drydock").toString())
        .under("setpriv", "--bounding-set", "-net_admin", "--inh-caps", "-net_admin", "--")
        .run(arguments);
  }
}
