package dev.drydock.batch.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(20)
class FileNamesTest {

  private static final String[] PARTS = {
    "a",
    "A",
    "b",
    ".",
    "..",
    "/",
    "\\",
    " ",
    "con",
    "NUL",
    "lpt1",
    "-",
    "_",
    "'",
    "\"",
    "\u0000",
    "\n",
    "é",
    "e\u0301",
    "日",
    "\u202E",
    "\uD83D\uDC33",
    "\uD83D",
    "x".repeat(80),
    ":",
    "*",
    "?"
  };

  @ParameterizedTest
  @ValueSource(strings = {"alice", "Jane Doe_12345", "3.9", "a@b.org", "x_1", "anna-lena", "_"})
  void aHarmlessNameStaysAsItIs(String name) {
    assertThat(new FileNames().of(name)).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"con", "Com1.txt", "NUL.json", "a.", "a ", " a", ".a", "-rf", "a/b", ""})
  void aDangerousNameIsChangedAndStaysReadable(String name) {
    String given = new FileNames().of(name);
    assertThat(given).isNotEqualTo(name);
    assertThat(FileNames.isHarmless(given)).isTrue();
  }

  @Test
  void lettersWithMarksKeepTheirLetter() {
    assertThat(new FileNames().of("Jürgen Müller")).startsWith("Jurgen Muller-");
  }

  @RepeatedTest(20)
  void noTwoTextsShareAName(RepetitionInfo round) {
    Random random = new Random(round.getCurrentRepetition());
    FileNames names = new FileNames();
    Set<String> texts = new HashSet<>();
    for (int i = 0; i < 400; i++) {
      StringBuilder text = new StringBuilder();
      for (int j = random.nextInt(4); j >= 0; j--) {
        text.append(PARTS[random.nextInt(PARTS.length)]);
      }
      texts.add(text.toString());
    }
    List<String> given = new ArrayList<>();
    for (String text : texts) {
      String name = names.of(text);
      assertThat(FileNames.isHarmless(name)).as(text + " → " + name).isTrue();
      assertThat(names.of(text)).isEqualTo(name);
      given.add(name.toLowerCase(Locale.ROOT));
    }
    assertThat(given).doesNotHaveDuplicates();
  }

  @Test
  void aNameThatWasGivenBeforeIsKept() {
    FileNames names = new FileNames();
    names.remember("Bob", "BOB");
    assertThat(names.of("Bob")).isEqualTo("BOB");
    assertThat(names.of("bob")).isNotEqualToIgnoringCase("bob");
  }
}
