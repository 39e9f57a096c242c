package dev.drydock.batch.judge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.batch.entry.EntryId;
import org.junit.jupiter.api.Test;

class OverridesTest {

  private static final EntryId ALICE = new EntryId("alice", "3.9");

  @Test
  void pointsAndCommentsAreReadInAnyDialect() {
    for (String csv :
        new String[] {
          "student,exercise,points,comment\nalice,3.9,12.5,\"late, but fine\"\n",
          "\uFEFFStudent;Exercise;Points;Comment\r\nalice;3.9;12.5;late, but fine\r\n",
          "comment\tpoints\texercise\tstudent\nlate, but fine\t12.5\t3.9\talice\n"
        }) {
      assertThat(Overrides.parse(csv).of(ALICE))
          .contains(new Overrides.Decision(12.5, "late, but fine"));
    }
  }

  @Test
  void emptyPointsLeaveTheGrade() {
    Overrides overrides =
        Overrides.parse("student,exercise,points,comment\nalice,3.9,,well done\n");
    assertThat(overrides.of(ALICE).orElseThrow().points()).isNull();
  }

  @Test
  void everyWrongLineIsNamed() {
    String csv = "student,exercise,points\nalice,3.9,many\nbob,3.9,NaN\n,3.9,1\ncarol,3.9,-1\n";
    assertThatThrownBy(() -> Overrides.parse(csv))
        .hasMessageContaining("line 2: 'many'")
        .hasMessageContaining("line 3: 'NaN'")
        .hasMessageContaining("line 4 names no student")
        .hasMessageContaining("line 5: '-1'");
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    assertThatThrownBy(() -> Overrides.parse("name,points\n"))
        .hasMessageContaining("no column 'student'")
        .hasMessageContaining("no column 'exercise'");
  }
}
