package dev.drydock.batch;

import static dev.drydock.batch.ClassFixture.GOOD;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.batch.entry.BatchEntry;
import dev.drydock.batch.entry.ContentKeys;
import dev.drydock.image.ByteSize;
import dev.drydock.submission.Submission;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeptSubmissionsTest {

  private ClassFixture course;
  private BatchEntry alice;
  private BatchEntry bob;
  private ContentKeys keys;
  private KeptSubmissions submissions;

  @BeforeEach
  void roomForOne(@TempDir Path home) {
    course = new ClassFixture(home).student("alice", GOOD).student("bob", GOOD);
    alice = course.entries().get(0);
    bob = course.entries().get(1);
    keys = course.keys();
    submissions = new KeptSubmissions(keys, ByteSize.parse("1 kB"));
  }

  private Submission keep(BatchEntry entry) {
    Submission read = keys.read(entry).submission();
    submissions.keep(entry.id(), read);
    return read;
  }

  @Test
  void theOneThatWasReadIsHandedOnEachTime() {
    Submission read = keep(alice);
    assertThat(submissions.of(alice)).isSameAs(read);
    assertThat(submissions.of(alice)).isSameAs(read);
    assertThat(course.reads("alice")).isEqualTo(1);
  }

  @Test
  void oneThereIsNoRoomForIsReadAgain() {
    keep(alice);
    Submission read = keep(bob);
    assertThat(submissions.of(bob)).isEqualTo(read).isNotSameAs(read);
    assertThat(course.reads("bob")).isEqualTo(2);
  }

  @Test
  void oneThatIsDoneLeavesItsRoomToAnother() {
    keep(alice);
    submissions.drop(alice.id());
    submissions.drop(alice.id());
    Submission read = keep(bob);
    assertThat(submissions.of(bob)).isSameAs(read);
    assertThat(submissions.of(alice)).isEqualTo(read).isNotSameAs(read);
  }

  @Test
  void aNewerOneTakesTheOldOnesPlace() {
    keep(alice);
    course.student("alice", GOOD + "# newer\n");
    Submission newer = keep(alice);
    assertThat(submissions.of(alice)).isSameAs(newer);
  }
}
