package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.CommandLine;
import dev.drydock.dockerfile.instruction.CommandLine.Form;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Mount;
import dev.drydock.dockerfile.instruction.Onbuild;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.Unknown;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.instruction.Volume;
import dev.drydock.dockerfile.instruction.Workdir;
import dev.drydock.dockerfile.source.Directive;
import dev.drydock.dockerfile.source.Flag;
import dev.drydock.dockerfile.source.Heredoc;
import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.Position;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.Source;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

class DockerfileTest {

  private static Dockerfile parse(String... lines) {
    return Dockerfile.parse(String.join("\n", lines) + "\n");
  }

  private static <T extends Instruction> T only(Dockerfile dockerfile, Class<T> type) {
    List<T> found = dockerfile.instructions(type);
    assertThat(found).as(dockerfile.text()).hasSize(1);
    return found.get(0);
  }

  private static List<ProblemCode> codes(Dockerfile dockerfile) {
    return dockerfile.problems().stream().map(Problem::code).toList();
  }

  @Nested
  class Directives {

    @Test
    void areReadBeforeAnythingElse() {
      Dockerfile file =
          parse("# syntax=docker/dockerfile:1", "# Escape = `", "#check=skip=all", "FROM a");

      assertThat(file.directives())
          .containsExactly(
              new Directive("syntax", "docker/dockerfile:1", 1),
              new Directive("escape", "`", 2),
              new Directive("check", "skip=all", 3));
      assertThat(file.escape()).isEqualTo('`');
      assertThat(file.problems()).isEmpty();
    }

    @Test
    void areOrdinaryCommentsAfterABlankLine() {
      Dockerfile file = parse("", "# escape=`", "FROM a");

      assertThat(file.directives()).isEmpty();
      assertThat(file.escape()).isEqualTo('\\');
      assertThat(codes(file)).containsExactly(ProblemCode.IGNORED_DIRECTIVE);
    }

    @Test
    void areOrdinaryCommentsAfterAnUnknownOne() {
      assertThat(parse("# note=x", "# syntax=docker/dockerfile:1", "FROM a").directives())
          .isEmpty();
    }

    @Test
    void mayBeGivenOnce() {
      Dockerfile file = parse("# escape=`", "# ESCAPE=\\", "FROM a");

      assertThat(codes(file)).containsExactly(ProblemCode.DUPLICATE_DIRECTIVE);
      assertThat(file.problems().get(0).line()).isEqualTo(2);
    }

    @Test
    void setTheEscapeCharacterToTwoValuesOnly() {
      Dockerfile file = parse("# escape=x", "FROM a");

      assertThat(codes(file)).containsExactly(ProblemCode.BAD_DIRECTIVE);
      assertThat(file.escape()).isEqualTo('\\');
    }

    @Test
    void areReadBehindAByteOrderMark() {
      assertThat(parse("\uFEFF# escape=`", "FROM a").escape()).isEqualTo('`');
    }
  }

  @Nested
  class Continuations {

    @Test
    void joinLinesAndKeepTheirLeadingBlanks() {
      Run run = only(parse("FROM a", "RUN x && \\", "    y"), Run.class);

      assertThat(run.command().text()).isEqualTo("x &&     y");
      assertThat(run.startLine()).isEqualTo(2);
      assertThat(run.endLine()).isEqualTo(3);
      assertThat(run.source().original()).isEqualTo("RUN x && \\\n    y");
    }

    @Test
    void allowBlanksBehindTheBackslash() {
      assertThat(only(parse("FROM a", "RUN x \\ \t", "y"), Run.class).command().text())
          .isEqualTo("x y");
    }

    @Test
    void dropCommentsInside() {
      Dockerfile file = parse("FROM a", "RUN x \\", "  # note \\", "  y");

      assertThat(only(file, Run.class).command().text()).isEqualTo("x   y");
      assertThat(file.problems()).isEmpty();
    }

    @Test
    void dropBlankLinesInsideWithAWarning() {
      Dockerfile file = parse("FROM a", "RUN x \\", "", "  y");

      assertThat(only(file, Run.class).command().text()).isEqualTo("x   y");
      assertThat(codes(file)).containsExactly(ProblemCode.EMPTY_CONTINUATION);
      assertThat(file.problems().get(0).line()).isEqualTo(3);
      assertThat(file.hasErrors()).isFalse();
    }

    @Test
    void endAtAnEscapedBackslash() {
      assertThat(parse("FROM a", "RUN x \\\\", "RUN y").instructions(Run.class)).hasSize(2);
    }

    @Test
    void useTheEscapeCharacterOfTheFile() {
      Dockerfile file = parse("# escape=`", "FROM a", "RUN dir C:\\", "RUN x `", "y");

      assertThat(file.instructions(Run.class))
          .extracting(run -> run.command().text())
          .containsExactly("dir C:\\", "x y");
    }

    @Test
    void thatSwallowAnInstructionAreNoticed() {
      Dockerfile file = parse("FROM a", "RUN x && \\", "", "CMD [\"y\"]");

      assertThat(file.instructions(Cmd.class)).isEmpty();
      assertThat(codes(file))
          .containsExactly(ProblemCode.EMPTY_CONTINUATION, ProblemCode.SWALLOWED_INSTRUCTION);
      assertThat(file.problems().get(1).message())
          .isEqualTo("this CMD is part of the RUN of line 2");
    }

    @Test
    void mayHoldTheCmdOfAHealthcheck() {
      Dockerfile file = parse("FROM a", "HEALTHCHECK --interval=5s \\", "  CMD x");

      assertThat(file.problems()).isEmpty();
      assertThat(only(file, Healthcheck.class).command().text()).isEqualTo("x");
    }

    @Test
    void mayReachTheEndOfTheFile() {
      assertThat(only(Dockerfile.parse("FROM a\nRUN x \\"), Run.class).command().text())
          .isEqualTo("x");
    }
  }

  @Nested
  class Instructions {

    @Test
    void areKnownInAnyCase() {
      From from = only(parse("from node:24 as build"), From.class);

      assertThat(from.keyword()).isEqualTo("FROM");
      assertThat(from.source().written()).isEqualTo("from");
      assertThat(from.stageName()).contains("build");
    }

    @Test
    void areKeptWhenUnknownWithASuggestion() {
      Dockerfile file = parse("FROM a", "COPPY x y", "USER 1");

      assertThat(file.instructions()).hasSize(3);
      assertThat(only(file, Unknown.class).keyword()).isEqualTo("COPPY");
      assertThat(file.problems())
          .containsExactly(
              new Problem(
                  2,
                  ProblemCode.UNKNOWN_INSTRUCTION,
                  ProblemCode.Severity.ERROR,
                  "unknown instruction `COPPY`",
                  "Did you mean COPY?"));
    }

    @Test
    void thatAreShellCommandsHintAtTheMissingBackslash() {
      Dockerfile file = parse("FROM a", "RUN apt-get update", "  apt-get install -y curl");

      assertThat(file.problems().get(0).hint())
          .isEqualTo("If it continues line 2, that line must end with a backslash.");
    }

    @Test
    void withAnInvisibleCharacterSayWhichOne() {
      assertThat(parse("FROM a", "RUN\u00A0x").problems().get(0).hint()).contains("U+00A0");
    }

    @Test
    void haveFlagsThenArguments() {
      Copy copy = only(parse("FROM a", "COPY --from=b --chown=1:1  --link   x  y/ /z"), Copy.class);

      assertThat(copy.flags())
          .containsExactly(new Flag("from", "b"), new Flag("chown", "1:1"), new Flag("link", null));
      assertThat(copy.from()).contains("b");
      assertThat(copy.source().flag("link").orElseThrow().isOn()).isTrue();
      assertThat(copy.sources()).containsExactly("x", "y/");
      assertThat(copy.destination()).isEqualTo("/z");
    }

    @Test
    void haveFlagsWithQuotesAndEscapes() {
      Run run =
          only(parse("FROM a", "RUN --mount=type=bind,\"target=/a b\",src=x\\ y true"), Run.class);

      assertThat(run.mounts().get(0).target()).contains("/a b");
      assertThat(run.mounts().get(0).mountSource()).contains("x y");
      assertThat(run.command().text()).isEqualTo("true");
    }

    @Test
    void knowTheirMounts() {
      Run run =
          only(
              parse(
                  "FROM a",
                  "RUN --mount=type=cache,target=/root/.npm,sharing=locked \\",
                  "    --mount=type=secret,id=token,required \\",
                  "    --mount=from=tools,dst=/t npm ci"),
              Run.class);

      assertThat(run.mounts()).extracting(Mount::type).containsExactly("cache", "secret", "bind");
      assertThat(run.mounts().get(0).isCache()).isTrue();
      assertThat(run.mounts().get(1).options()).contains(new Mount.Option("required", null));
      assertThat(run.mounts().get(2).from()).contains("tools");
      assertThat(run.command().text()).isEqualTo("npm ci");
    }

    @Test
    void readPairsWithQuotesAndEscapes() {
      Env env = only(parse("FROM a", "ENV A=1 B=\"x y\" C=p\\ q D='$A'"), Env.class);

      assertThat(env.legacy()).isFalse();
      assertThat(env.assignments())
          .containsExactly(
              new Assignment("A", "1"),
              new Assignment("B", "\"x y\""),
              new Assignment("C", "p\\ q"),
              new Assignment("D", "'$A'"));
    }

    @Test
    void readTheLegacyPair() {
      Dockerfile file = parse("FROM a", "ENV NODE_ENV  production mode");

      assertThat(only(file, Env.class).assignments())
          .containsExactly(new Assignment("NODE_ENV", "production mode"));
      assertThat(only(file, Env.class).legacy()).isTrue();
      assertThat(codes(file)).containsExactly(ProblemCode.LEGACY_KEY_VALUE);
    }

    @Test
    void readArgsWithAndWithoutDefault() {
      assertThat(only(parse("FROM a", "ARG X Y=2 Z="), Arg.class).assignments())
          .containsExactly(
              new Assignment("X", null), new Assignment("Y", "2"), new Assignment("Z", ""));
    }

    @Test
    void readTheCommandOfAHealthcheck() {
      Dockerfile file =
          parse("FROM a", "HEALTHCHECK --interval=30s --retries=3 cmd [\"curl\", \"x\"]");
      Healthcheck check = only(file, Healthcheck.class);

      assertThat(check.type()).isEqualTo("CMD");
      assertThat(check.command().words()).containsExactly("curl", "x");
      assertThat(check.source().flagValue("interval")).contains("30s");
      assertThat(only(parse("FROM a", "HEALTHCHECK none"), Healthcheck.class).isNone()).isTrue();
    }

    @Test
    void readTheInstructionInsideAnOnbuild() {
      Onbuild onbuild = only(parse("FROM a", "ONBUILD COPY --chown=1 x /y"), Onbuild.class);

      assertThat(onbuild.trigger()).isInstanceOf(Copy.class);
      assertThat(((Copy) onbuild.trigger()).destination()).isEqualTo("/y");
    }

    @Test
    void readCopyAndVolumeAsJsonToo() {
      Dockerfile file = parse("FROM a", "COPY [\"a b\", \"/c d/\"]", "VOLUME [\"/x\", \"/y\"]");

      assertThat(only(file, Copy.class).sources()).containsExactly("a b");
      assertThat(only(file, Volume.class).paths()).containsExactly("/x", "/y");
    }

    @Test
    void keepUserAndWorkdirWhole() {
      Dockerfile file = parse("FROM a", "USER a b", "WORKDIR /x y");

      assertThat(only(file, User.class).user()).isEqualTo("a b");
      assertThat(only(file, Workdir.class).path()).isEqualTo("/x y");
    }

    @Test
    void ofAnyKindMayBeTheLastLineWithoutALineEnd() {
      assertThat(only(Dockerfile.parse("FROM a\nUSER x"), User.class).user()).isEqualTo("x");
    }
  }

  @Nested
  class Commands {

    private static CommandLine cmd(String arguments) {
      return only(parse("FROM a", "CMD " + arguments), Cmd.class).command();
    }

    @Test
    void areExecFormWhenTheyAreJsonStrings() {
      CommandLine command = cmd("[ \"node\" , \"a\\u0062\\\\c\" ]");

      assertThat(command.form()).isEqualTo(Form.EXEC);
      assertThat(command.words()).containsExactly("node", "ab\\c");
      assertThat(command.defect()).isNull();
    }

    @Test
    void mayBeAnEmptyArray() {
      assertThat(cmd("[]").form()).isEqualTo(Form.EXEC);
      assertThat(cmd("[]").words()).isEmpty();
    }

    @Test
    void areShellFormOtherwise() {
      assertThat(cmd("npm start").form()).isEqualTo(Form.SHELL);
      assertThat(cmd("npm start").defect()).isNull();
    }

    @Test
    void areRefusedWhenTheArrayHoldsANumber() {
      Dockerfile file = parse("FROM a", "CMD [\"serve\", \"-l\", 3000]");

      assertThat(codes(file)).containsExactly(ProblemCode.JSON_NOT_STRINGS);
      assertThat(file.problems().get(0).message()).endsWith("(column 21)");
    }

    @Test
    void mayBeTheTestCommandOfTheShell() {
      Dockerfile file = parse("FROM a", "RUN [ -f x ] && [ \"$y\" = z ]");

      assertThat(only(file, Run.class).command().isShell()).isTrue();
      assertThat(file.problems()).isEmpty();
    }
  }

  @Nested
  class Heredocs {

    @Test
    void areReadToTheirEnd() {
      Dockerfile file = parse("FROM a", "RUN <<EOF", "apk add x", "# kept", "", "EOF", "USER 1");
      Run run = only(file, Run.class);

      assertThat(run.startLine()).isEqualTo(2);
      assertThat(run.endLine()).isEqualTo(6);
      assertThat(run.heredocs())
          .containsExactly(
              new Heredoc("EOF", true, false, 0, List.of("apk add x", "# kept", ""), 3, true));
      assertThat(run.script()).isEqualTo("apk add x\n# kept\n\n");
      assertThat(only(file, User.class).startLine()).isEqualTo(7);
    }

    @Test
    void mayBeSeveralOnALine() {
      Copy copy =
          only(parse("FROM a", "COPY <<one <<\"two\" /d/", "1", "one", "2", "two"), Copy.class);

      assertThat(copy.sources()).isEmpty();
      assertThat(copy.destination()).isEqualTo("/d/");
      assertThat(copy.inlineFiles()).extracting(Heredoc::name).containsExactly("one", "two");
      assertThat(copy.inlineFiles()).extracting(Heredoc::expand).containsExactly(true, false);
    }

    @Test
    void stripTabsWhenAsked() {
      Run run = only(parse("FROM a", "RUN <<-EOF", "\t\ta", "\tEOF"), Run.class);

      assertThat(run.heredocs().get(0).body()).isEqualTo("a\n");
      assertThat(run.endLine()).isEqualTo(4);
    }

    @Test
    void feedACommand() {
      Run run = only(parse("FROM a", "RUN cat <<EOF > /x", "hi", "EOF"), Run.class);

      assertThat(run.script()).isEqualTo("cat <<EOF > /x\nhi\n");
    }

    @Test
    void areNotLookedForInQuotesAndHereStrings() {
      Dockerfile file = parse("FROM a", "RUN echo \"<<EOF\" 'b <<X' <<<y", "USER 1");

      assertThat(only(file, Run.class).heredocs()).isEmpty();
      assertThat(file.problems()).isEmpty();
    }

    @Test
    void areNotLookedForInOtherInstructions() {
      assertThat(only(parse("FROM a", "CMD cat <<EOF"), Cmd.class).heredocs()).isEmpty();
      assertThat(only(parse("FROM a", "RUN [\"x\", \"<<EOF\"]"), Run.class).heredocs()).isEmpty();
    }

    @Test
    void mustEnd() {
      Dockerfile file = parse("FROM a", "RUN <<EOF", "x", " EOF");

      assertThat(codes(file)).contains(ProblemCode.UNTERMINATED_HEREDOC);
      assertThat(only(file, Run.class).heredocs().get(0).terminated()).isFalse();
    }

    @Test
    void thatAreGluedToWhatFollowsAreExplained() {
      Dockerfile file = parse("FROM a", "RUN cat <<EOF>/x", "hi", "EOF", "USER 1");

      assertThat(file.problems())
          .singleElement()
          .extracting(Problem::hint)
          .isEqualTo("Put a space after it: `<<EOF >/x`.");
      assertThat(only(file, Run.class).heredocs().get(0).lines()).containsExactly("hi");
      assertThat(only(file, User.class).user()).isEqualTo("1");
    }

    @Test
    void cannotBeADestination() {
      assertThat(codes(parse("FROM a", "COPY x <<EOF", "EOF")))
          .containsExactly(ProblemCode.HEREDOC_DESTINATION);
    }

    @Test
    void keepTheCarriageReturnsOfAWindowsFile() {
      Dockerfile file = Dockerfile.parse("FROM a\r\nRUN <<EOF\r\nx\r\nEOF\r\n");

      assertThat(only(file, Run.class).heredocs().get(0).lines()).containsExactly("x");
      assertThat(codes(file)).containsExactly(ProblemCode.HEREDOC_CARRIAGE_RETURN);
    }

    @Test
    void mayStandInsideAnOnbuild() {
      Onbuild onbuild = only(parse("FROM a", "ONBUILD RUN <<E", "x", "E"), Onbuild.class);

      assertThat(((Run) onbuild.trigger()).script()).isEqualTo("x\n");
    }
  }

  @Nested
  class Positions {

    @Test
    void pointIntoTheRightLineOfAContinuation() {
      Dockerfile file = parse("FROM a", "  CMD [\"a\", \\", "     'b']");
      JsonDefect defect = only(file, Cmd.class).command().defect();

      assertThat(defect.kind()).isEqualTo(JsonDefect.Kind.SINGLE_QUOTES);
      assertThat(defect.position()).isEqualTo(new Position(3, 6));
    }

    @Test
    void countColumnsFromTheStartOfTheLine() {
      Source source = only(parse("FROM a", " COPY --link x y"), Copy.class).source();

      assertThat(source.positionOf(2)).isEqualTo(new Position(2, 16));
    }
  }

  @Nested
  class Text {

    @Test
    void maybeBytesThatAreNotUtf8() {
      byte[] bytes = "FROM a\nLABEL x=\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
      Dockerfile file = Dockerfile.parse(bytes);

      assertThat(codes(file)).containsExactly(ProblemCode.MALFORMED_UTF8);
      assertThat(file.problems().get(0).line()).isEqualTo(2);
      assertThat(file.instructions()).hasSize(2);
    }

    @Test
    void withAReplacementCharacterOfItsOwnIsNotMalformed() {
      byte[] bytes = "FROM a\nLABEL x=\uFFFD\n".getBytes(StandardCharsets.UTF_8);

      assertThat(Dockerfile.parse(bytes).problems()).isEmpty();
    }

    @Test
    void inUtf16IsReported() {
      byte[] bytes = "FROM a\n".getBytes(StandardCharsets.UTF_16LE);

      assertThat(codes(Dockerfile.parse(bytes))).contains(ProblemCode.NUL_CHARACTER);
    }

    @Test
    void withTheLineEndsOfAnOldMacIsOneLine() {
      Dockerfile file = Dockerfile.parse("FROM a\rUSER b\r");

      assertThat(file.instructions()).hasSize(1);
      assertThat(codes(file))
          .containsExactly(ProblemCode.LONE_CARRIAGE_RETURN, ProblemCode.FROM_ARGUMENTS);
    }

    @Test
    void mayBeEmpty() {
      assertThat(codes(Dockerfile.parse(""))).containsExactly(ProblemCode.EMPTY_FILE);
      assertThat(codes(Dockerfile.parse("\n# only a comment\n")))
          .containsExactly(ProblemCode.EMPTY_FILE);
    }

    @Test
    void withALineLongerThanTheBuilderReadsIsRefused() {
      String line = "RUN " + "x".repeat(65_531);

      assertThat(parse("FROM a", line).problems()).isEmpty();
      assertThat(codes(parse("FROM a", line + "x"))).containsExactly(ProblemCode.LINE_TOO_LONG);
    }

    @Test
    void withManyProblemsReportsTheFirstThousand() {
      String text =
          IntStream.range(0, 3_000).mapToObj(i -> "XXX").collect(Collectors.joining("\n"));
      Dockerfile file = Dockerfile.parse(text);

      assertThat(file.problems()).hasSize(1_001);
      assertThat(file.problems().get(1_000).code()).isEqualTo(ProblemCode.TOO_MANY_PROBLEMS);
    }
  }
}
