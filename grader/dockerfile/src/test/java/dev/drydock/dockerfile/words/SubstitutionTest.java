package dev.drydock.dockerfile.words;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Expose;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.stage.BuildInputs;
import dev.drydock.dockerfile.stage.Resolved;
import dev.drydock.dockerfile.stage.UndefinedVariable;
import dev.drydock.dockerfile.stage.Variable;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SubstitutionTest {

  private static final String HEAD =
      "FROM scratch\nENV SET=value EMPTY= PATHS=/a/b/a.tar.gz DOT=a.b\nARG UNSET\n";

  private static Resolved resolve(String text) {
    Dockerfile file = Dockerfile.parse(HEAD + "USER x\n");
    return file.resolve(file.instructions(User.class).get(0), text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "$SET                 | value",
        "${SET}x              | valuex",
        "$SETx                | ~~",
        "${NONE:-d}           | d",
        "${EMPTY:-d}          | d",
        "${EMPTY-d}           | ~~",
        "${UNSET-d}           | d",
        "${SET:+d}            | d",
        "${EMPTY:+d}          | ~~",
        "${EMPTY+d}           | d",
        "${NONE:-${OTHER:-${SET}}} | value",
        "${SET:?gone}         | value",
        "${PATHS#*/}          | a/b/a.tar.gz",
        "${PATHS##*/}         | a.tar.gz",
        "${PATHS%.*}          | /a/b/a.tar",
        "${PATHS%%.*}         | /a/b/a",
        "${PATHS#/a}          | /b/a.tar.gz",
        "${PATHS/a/x}         | /x/b/a.tar.gz",
        "${PATHS//a/x}        | /x/b/x.txr.gz",
        "${PATHS/\\/a/x}      | x/b/a.tar.gz",
        "${PATHS//\\//-}      | -a-b-a.tar.gz",
        "${PATHS/b*/}         | /a/",
        "${SET/?alue/x}       | x",
        "${DOT#a.}            | b",
        "${DOT#a?}            | b",
        "'$SET'               | $SET",
        "\"$SET\"             | value",
        "\\$SET               | $SET",
        "\"\\$SET\"           | $SET",
        "\"a\\b\\\"c\"        | a\\b\"c",
        "a\\ b                | a b",
        "'it'\\''s'           | it's",
        "$                    | $",
        "$$SET                | SET",
        "x$1y                 | xy",
        "${SET:-'}'}          | value",
      })
  void followsTheBuilder(String text, String expected) {
    Resolved resolved = resolve(text.strip());

    assertThat(resolved.defect()).isNull();
    assertThat(resolved.text()).isEqualTo(expected);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "${",
        "${}",
        "${SET",
        "${SET:-x",
        "${:x}",
        "${SET^^}",
        "${SET:#x}",
        "${NONE:?gone}",
        "'x",
        "\"x",
        "${SET/a}",
        "${SET#\\a}",
        "${SET:x}"
      })
  void refusesWhatTheBuilderRefuses(String text) {
    Resolved resolved = resolve(text);

    assertThat(resolved.defect()).isNotNull();
    assertThat(resolved.text()).isEqualTo(text);
  }

  @Test
  void splitsIntoWordsAfterSubstituting() {
    Dockerfile file = Dockerfile.parse("FROM a\nENV P=\"80 443/tcp\"\nEXPOSE $P \"1 2\"\n");

    assertThat(file.resolve(file.instructions(Expose.class).get(0), "$P 'x y'").words())
        .containsExactly("80", "443/tcp", "x y");
  }

  @Test
  void namesWhatIsUndefined() {
    assertThat(resolve("$A ${B} ${C:-x} $UNSET $A").undefined()).isEqualTo(List.of("A", "B"));
  }

  @Test
  void leavesQuotesAloneInAHeredoc() {
    Dockerfile file = Dockerfile.parse("FROM a\nENV A=1\nCOPY <<EOF /x\n'$A' \"${A}\" \\$A\nEOF\n");
    Copy copy = file.instructions(Copy.class).get(0);

    assertThat(file.resolveBody(copy, copy.heredocs().get(0)).text()).isEqualTo("'1' \"1\" $A\n");
  }

  @Nested
  class Scopes {

    private static String at(Dockerfile file, String keyword, String text) {
      Instruction last =
          file.instructions().stream()
              .filter(i -> i.keyword().equals(keyword))
              .reduce((a, b) -> b)
              .orElseThrow();
      return file.resolve(last, text).text();
    }

    @Test
    void aGlobalArgCountsInFromOnly() {
      Dockerfile file = Dockerfile.parse("ARG V=24\nFROM node:$V\nUSER $V\n");

      assertThat(file.stages().get(0).parent()).hasToString("OfImage[image=node:24]");
      assertThat(at(file, "USER", "$V")).isEmpty();
    }

    @Test
    void aGlobalArgIsInheritedWhenDeclaredAgain() {
      Dockerfile file = Dockerfile.parse("ARG V=24\nFROM node:$V\nARG V\nUSER $V\n");

      assertThat(at(file, "USER", "$V")).isEqualTo("24");
      assertThat(file.undefinedVariables()).isEmpty();
    }

    @Test
    void aDefaultOfItsOwnWinsOverTheGlobalOne() {
      Dockerfile file = Dockerfile.parse("ARG V=24\nFROM node:$V\nARG V=1\nUSER $V\n");

      assertThat(at(file, "USER", "$V")).isEqualTo("1");
    }

    @Test
    void theBuildArgumentWinsOverBoth() {
      Dockerfile file =
          Dockerfile.parse(
              "ARG V=24\nFROM node:$V\nARG V=1\nUSER $V\n",
              BuildInputs.ofArguments(Map.of("V", "7")));

      assertThat(file.stages().get(0).parent()).hasToString("OfImage[image=node:7]");
      assertThat(at(file, "USER", "$V")).isEqualTo("7");
    }

    @Test
    void aStageInheritsWhatTheStageItIsBuiltOnHas() {
      Dockerfile file =
          Dockerfile.parse("FROM a AS x\nARG P=1\nENV Q=2\nFROM x\nUSER $P$Q\nFROM a\nUSER $P$Q\n");
      List<User> users = file.instructions(User.class);

      assertThat(file.resolve(users.get(0), "$P$Q").text()).isEqualTo("12");
      assertThat(file.resolve(users.get(1), "$P$Q").text()).isEmpty();
    }

    @Test
    void oneEnvSeesTheValuesBeforeIt() {
      Dockerfile file = Dockerfile.parse("FROM a\nENV A=1\nENV A=2 B=$A\nUSER x\n");

      assertThat(at(file, "USER", "$A$B")).isEqualTo("21");
    }

    @Test
    void argsOfOneLineSeeEachOther() {
      Dockerfile file = Dockerfile.parse("FROM a\nARG A=1 B=$A\nUSER x\n");

      assertThat(at(file, "USER", "$B")).isEqualTo("1");
    }

    @Test
    void thePlatformIsKnownInFromAndWhereDeclared() {
      Dockerfile file =
          Dockerfile.parse(
              "FROM --platform=$BUILDPLATFORM a:$TARGETARCH\nUSER $TARGETARCH\n"
                  + "ARG TARGETARCH\nWORKDIR /x\n",
              new BuildInputs(Map.of(), "linux/arm64/v8", Map.of()));

      assertThat(file.stages().get(0).parent()).hasToString("OfImage[image=a:arm64]");
      assertThat(at(file, "USER", "$TARGETARCH")).isEmpty();
      assertThat(at(file, "WORKDIR", "$TARGETARCH")).isEqualTo("arm64");
    }

    @Test
    void theBaseImageMayBringItsEnvironment() {
      Dockerfile file =
          Dockerfile.parse(
              "FROM node:24\nENV PATH=$NODE_HOME/bin:$PATH\nUSER x\n",
              new BuildInputs(
                  Map.of(),
                  "linux/amd64",
                  Map.of("node:24", Map.of("NODE_HOME", "/n", "PATH", "/b"))));

      assertThat(at(file, "USER", "$PATH")).isEqualTo("/n/bin:/b");
      assertThat(file.undefinedVariables()).isEmpty();
    }

    @Test
    void pathIsAlwaysSet() {
      assertThat(resolve("$PATH").text()).startsWith("/usr/local/sbin:");
    }

    @Test
    void onbuildOfAStageActsInItsChildren() {
      Dockerfile file = Dockerfile.parse("FROM a AS x\nONBUILD ENV A=1\nFROM x\nUSER $A\n");

      assertThat(at(file, "USER", "$A")).isEqualTo("1");
    }

    @Test
    void aVariableKnowsWhereItComesFrom() {
      Dockerfile file = Dockerfile.parse("FROM a\nARG A=1\nENV B=2\nUSER x\n");
      User user = file.instructions(User.class).get(0);

      assertThat(file.variable(user, "A")).contains(new Variable("A", "1", Variable.Kind.ARG, 2));
      assertThat(file.variable(user, "B")).contains(new Variable("B", "2", Variable.Kind.ENV, 3));
      assertThat(file.variable(user, "C")).isEmpty();
    }
  }

  @Nested
  class UndefinedVariables {

    private static List<String> undefined(String text) {
      return Dockerfile.parse(text).undefinedVariables().stream()
          .map(
              v ->
                  v.line()
                      + " "
                      + v.name()
                      + " "
                      + v.reason()
                      + " "
                      + v.relatedLine()
                      + (v.suggestion() == null ? "" : " " + v.suggestion()))
          .toList();
    }

    @Test
    void areExplained() {
      assertThat(undefined("ARG G=1\nFROM a\nCOPY x $G\n")).containsExactly("3 G GLOBAL_ONLY 1");
      assertThat(undefined("FROM a:$V\nARG V=1\n")).containsExactly("1 V INSIDE_STAGE 2");
      assertThat(undefined("FROM a\nENV X=1\nFROM b\nUSER $X\n"))
          .containsExactly("4 X OTHER_STAGE 2");
      assertThat(undefined("FROM a\nWORKDIR $D\nARG D=/x\n")).containsExactly("2 D LATER 3");
      assertThat(undefined("FROM a\nENV APP_HOME=/x\nWORKDIR $APP_HOM\n"))
          .containsExactly("3 APP_HOM MISSPELT 0 APP_HOME");
      assertThat(undefined("FROM a\nWORKDIR $WHATEVER\n")).containsExactly("2 WHATEVER UNKNOWN 0");
    }

    @Test
    void ofARunAreTheGlobalArgsTheShellWillNotSee() {
      assertThat(undefined("ARG V=1\nFROM a\nRUN echo $V ${V} $OTHER\n"))
          .containsExactly("3 V GLOBAL_ONLY 1");
      assertThat(undefined("ARG V=1\nFROM a\nARG V\nRUN echo $V\n")).isEmpty();
      assertThat(undefined("ARG V=1\nFROM a\nRUN V=2 && echo $V\n")).isEmpty();
    }

    @Test
    void mayComeFromAnExternalBaseOnly() {
      assertThat(Dockerfile.parse("FROM a\nUSER $X\n").undefinedVariables())
          .singleElement()
          .matches(UndefinedVariable::mayComeFromBase);
      assertThat(Dockerfile.parse("FROM scratch\nUSER $X\n").undefinedVariables())
          .singleElement()
          .matches(variable -> !variable.mayComeFromBase());
    }

    @Test
    void areNotThoseWithADefault() {
      assertThat(undefined("FROM a:${V:-1}\nUSER ${U:-x}${W:+y}\n")).isEmpty();
    }
  }
}
