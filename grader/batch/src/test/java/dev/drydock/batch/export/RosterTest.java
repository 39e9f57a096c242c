package dev.drydock.batch.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.drydock.batch.export.Roster.Id;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RosterTest {

  private static final Roster CANVAS =
      Roster.parse(
          "Student,ID,SIS User ID,SIS Login ID,Section\n"
              + "\"Doe, Jane\",55,u1,jdoe,A\n\"Doe, John\",56,u2,jodoe,A\n");

  private static final Roster MOODLE =
      Roster.parse(
          "First name;Last name;ID number;Email address\nJane;Doe;1001;jane@example.org\n"
              + "Jürgen;Müller;1002;jm@example.org\n");

  @ParameterizedTest
  @CsvSource({"doejane_55", "jdoe", "u1", "55", "'Doe, Jane'", "doejane", "nobody_55"})
  void theCanvasDownloadsNamesAreFoundInTheGradebook(String name) {
    assertThat(CANVAS.find(name)).map(person -> person.id(Id.CANVAS_ID)).contains("55");
  }

  @ParameterizedTest
  @CsvSource({"Jane Doe_12345", "jane doe", "'Doe, Jane'", "1001", "JANE@example.org", "jane"})
  void theMoodleDownloadsNamesAreFoundAmongTheParticipants(String name) {
    assertThat(MOODLE.find(name)).map(person -> person.id(Id.ID_NUMBER)).contains("1001");
  }

  @Test
  void decomposedLettersAreTheSameLetters() {
    assertThat(MOODLE.find("Ju\u0308rgen Mu\u0308ller_9")).isPresent();
  }

  @Test
  void nobodyIsGuessedWhereSeveralMightBeMeant() {
    Roster roster = Roster.parse("First name,Last name,Email\nA,B,1@x\nA,B,2@x\n");
    assertThat(roster.find("A B")).isEmpty();
    assertThat(roster.find("1@x")).isPresent();
  }

  @Test
  void participantNumbersOfAGradingWorksheetAreUsed() {
    Roster roster = Roster.parse("Identifier,Full name,Email address\nParticipant 77,A B,a@x\n");
    assertThat(roster.find("whoever_77")).isPresent();
  }

  @Test
  void aFileWithoutNamesIsRefused() {
    assertThatThrownBy(() -> Roster.parse("colour,shape\nred,round\n"))
        .isInstanceOf(ExportException.class)
        .hasMessageContaining("one of: student, username");
  }
}
