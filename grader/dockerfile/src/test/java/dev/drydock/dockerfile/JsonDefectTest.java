package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.CommandLine;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Volume;
import dev.drydock.dockerfile.json.JsonArray;
import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.JsonDefect.Kind;
import dev.drydock.dockerfile.source.Position;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class JsonDefectTest {

  private static JsonDefect defectOf(String arguments) {
    Dockerfile file = Dockerfile.parse("FROM a\nCMD " + arguments + "\n");
    CommandLine command = file.instructions(Cmd.class).get(0).command();
    assertThat(command.isShell()).as(arguments).isTrue();
    return command.defect();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "['npm', 'start']      | SINGLE_QUOTES            | 6  | [\"npm\", \"start\"]",
        "[\"npm\", 'start']    | SINGLE_QUOTES            | 13 | [\"npm\", \"start\"]",
        "[`npm`]               | SINGLE_QUOTES            | 6  | [\"npm\"]",
        "[“npm”, “start”]      | SMART_QUOTES             | 6  | [\"npm\", \"start\"]",
        "[\"npm”, \"start\"]   | SMART_QUOTES             | 10 | [\"npm\", \"start\"]",
        "[\"npm\", \"start\",] | TRAILING_COMMA           | 20 | [\"npm\", \"start\"]",
        "[\"npm\" \"start\"]   | MISSING_COMMA            | 12 | [\"npm\", \"start\"]",
        "[\"npm\"; \"start\"]  | MISSING_COMMA            | 11 | [\"npm\", \"start\"]",
        "[\"npm\",, \"start\"] | MISSING_VALUE            | 12 | [\"npm\", \"start\"]",
        "[npm, start]          | BARE_WORD                | 6  | [\"npm\", \"start\"]",
        "[\"npm\", start]      | BARE_WORD                | 13 | [\"npm\", \"start\"]",
        "[\"npm\", \"start\"   | MISSING_CLOSING_BRACKET  | 20 | [\"npm\", \"start\"]",
        "[\"npm\", \"start\"}  | MISSING_CLOSING_BRACKET  | 20 | ~~",
        "\"npm\", \"start\"]   | MISSING_OPENING_BRACKET  | 5  | [\"npm\", \"start\"]",
        "[\"npm\"] add .       | TEXT_AFTER_BRACKET       | 13 | ~~",
        "[\"npm\"] # go        | TEXT_AFTER_BRACKET       | 13 | [\"npm\"]",
        "[\"npm\", \"start]    | UNTERMINATED_STRING      | 13 | ~~",
        "[\"C:\\app\"]         | BACKSLASH                | 9  | [\"C:\\\\app\"]",
        "[\"npm\",\u00A0\"x\"] | INVISIBLE_CHARACTER      | 12 | [\"npm\", \"x\"]",
      })
  void saysWhichMistakeAndWhere(String text, Kind kind, int column, String suggestion) {
    JsonDefect defect = defectOf(text.strip());

    assertThat(defect.kind()).isEqualTo(kind);
    assertThat(defect.position()).isEqualTo(new Position(2, column));
    if (!suggestion.isEmpty()) {
      assertThat(defect.suggestion()).isEqualTo(suggestion);
    }
  }

  @Test
  void aTabInAStringIsAControlCharacter() {
    assertThat(defectOf("[\"a\tb\"]").kind()).isEqualTo(Kind.CONTROL_CHARACTER);
  }

  @Test
  void aLongTextGetsNoSuggestion() {
    assertThat(defectOf("['" + "x".repeat(500) + "']").suggestion()).isNull();
  }

  @Test
  void everySuggestionIsAnArrayTheBuilderReads() {
    for (String text : new String[] {"['a\"b']", "[a b, c]", "['it’s', \\x]", "[,]", "[“a”"}) {
      String suggestion = defectOf(text).suggestion();
      if (suggestion != null) {
        assertThat(JsonArray.read(suggestion)).isInstanceOf(JsonArray.Strings.class);
      }
    }
  }

  @Test
  void aPlainShellFormHasNone() {
    assertThat(defectOf("npm start")).isNull();
    assertThat(defectOf("\"npm\" start")).isNull();
  }

  @Test
  void copyAndVolumeTellTheirDefectToo() {
    Dockerfile file = Dockerfile.parse("FROM a\nCOPY ['x', 'y']\nVOLUME [\"/x\",]\n");

    assertThat(file.instructions(Copy.class).get(0).jsonDefect().kind())
        .isEqualTo(Kind.SINGLE_QUOTES);
    assertThat(file.instructions(Volume.class).get(0).jsonDefect().kind())
        .isEqualTo(Kind.TRAILING_COMMA);
  }
}
