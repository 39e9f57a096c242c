package dev.drydock.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ShellTextTest {

  @Test
  void operatorsAndLineEndsSeparateCommands() {
    assertThat(ShellText.commands("a && b || c; d | e & f\ng"))
        .containsExactly("a", "b", "c", "d", "e", "f", "g");
    assertThat(ShellText.commands("a &")).containsExactly("a");
    assertThat(ShellText.commands("& a")).containsExactly("a");
    assertThat(ShellText.commands("&")).isEmpty();
  }

  @Test
  void whatIsQuotedIsNotSeparated() {
    assertThat(ShellText.commands("echo 'a && \"b' ; echo \"c; 'd\" | e"))
        .containsExactly("echo 'a && \"b'", "echo \"c; 'd\"", "e");
  }

  @Test
  void whereOutputGoesIsPartOfTheCommand() {
    assertThat(ShellText.commands("a > log 2>&1 && b")).containsExactly("a > log 2>&1", "b");
    assertThat(ShellText.commands("a &> log && b")).containsExactly("a &> log", "b");
    assertThat(ShellText.commands("a > log & b")).containsExactly("a > log", "b");
  }

  @Test
  void whatOnlyLeadsToACommandIsLeftOut() {
    assertThat(ShellText.commands("# first\nif true; then (npm   ci); fi"))
        .containsExactly("true", "npm ci)", "fi");
  }
}
