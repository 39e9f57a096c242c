package dev.drydock.dockerfile;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.source.Problem;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.ProblemCode.Severity;
import dev.drydock.dockerfile.stage.ImageReference;
import dev.drydock.dockerfile.stage.Origin;
import dev.drydock.dockerfile.stage.Stage;
import dev.drydock.dockerfile.stage.StageUse;
import java.util.List;
import org.junit.jupiter.api.Test;

class StageTest {

  private static final String TWO =
      "FROM golang:1.27 AS Build\nRUN go build\nFROM scratch\nCOPY --from=build /a /a\n";

  @Test
  void stagesAreNamedInLowerCaseAndNumbered() {
    Dockerfile file = Dockerfile.parse(TWO);

    assertThat(file.stages()).extracting(Stage::index).containsExactly(0, 1);
    assertThat(file.stages().get(0).name()).contains("build");
    assertThat(file.stages().get(1).name()).isEmpty();
    assertThat(file.stage("BUILD")).contains(file.stages().get(0));
    assertThat(file.stages().get(0).endLine()).isEqualTo(2);
  }

  @Test
  void theLastStageIsTheFinalOne() {
    Dockerfile file = Dockerfile.parse(TWO);
    Stage last = file.finalStage().orElseThrow();

    assertThat(last.parent()).isEqualTo(new Origin.Scratch());
    assertThat(last.uses())
        .singleElement()
        .extracting(StageUse::origin)
        .isEqualTo(new Origin.OfStage(file.stages().get(0)));
    assertThat(file.unusedStages()).isEmpty();
  }

  @Test
  void anInstructionKnowsItsStage() {
    Dockerfile file = Dockerfile.parse("ARG X\n" + TWO);

    assertThat(file.stageOf(file.instructions().get(0))).isEmpty();
    assertThat(file.stageOf(file.instructions(Run.class).get(0))).contains(file.stages().get(0));
    assertThat(file.stageOf(file.instructions(Copy.class).get(0))).contains(file.stages().get(1));
  }

  @Test
  void aStageNobodyNeedsIsUnused() {
    Dockerfile file =
        Dockerfile.parse(
            "FROM a AS one\nFROM b AS two\nFROM one AS three\nFROM c\nCOPY --from=2 x y\n");

    assertThat(file.unusedStages()).extracting(Stage::toString).containsExactly("two");
    assertThat(file.instructions(Copy.class)).isNotEmpty();
    assertThat(file.finalStage().orElseThrow().uses().get(0).byNumber()).isTrue();
  }

  @Test
  void aMountNeedsAStageToo() {
    Dockerfile file =
        Dockerfile.parse("FROM a AS tools\nFROM b\nRUN --mount=from=TOOLS,target=/t x\n");

    assertThat(file.unusedStages()).isEmpty();
    assertThat(file.stages().get(1).uses().get(0).kind()).isEqualTo(StageUse.Kind.MOUNT);
  }

  @Test
  void theChainStartsAtTheExternalImage() {
    Dockerfile file = Dockerfile.parse("FROM a AS x\nFROM x AS y\nFROM b\nFROM y\n");

    assertThat(file.chain(file.stages().get(3))).extracting(Stage::index).containsExactly(0, 1, 3);
  }

  @Test
  void fromSpellsAStageExactly() {
    Dockerfile file = Dockerfile.parse("FROM a AS build\nFROM Build\n");

    assertThat(file.stages().get(1).parent()).isInstanceOf(Origin.Invalid.class);
    assertThat(file.hasErrors()).isTrue();
  }

  @Test
  void fromSeesEarlierStagesOnly() {
    Dockerfile file = Dockerfile.parse("FROM base\nFROM a AS base\nFROM base\n");

    assertThat(file.stages().get(0).parent())
        .isEqualTo(new Origin.OfImage(ImageReference.parse("base")));
    assertThat(file.stages().get(2).parentStage()).isSameAs(file.stages().get(1));
  }

  @Test
  void copyFromAnImageNamesIt() {
    Dockerfile file = Dockerfile.parse("FROM a\nCOPY --from=nginx:1.29 /x /y\n");

    assertThat(file.stages().get(0).uses().get(0).origin())
        .isEqualTo(new Origin.OfImage(ImageReference.parse("nginx:1.29")));
  }

  @Test
  void copyFromALaterStageOrItselfIsRefused() {
    assertThat(refusal("FROM a AS x\nCOPY --from=y /x /y\nFROM x AS y\n"))
        .endsWith("the stage `y` comes later in the file");
    assertThat(refusal("FROM a AS x\nCOPY --from=X /x /y\n"))
        .endsWith("a stage cannot take files from itself");
    assertThat(refusal("FROM a AS x\nCOPY --from=7 /x /y\n"))
        .endsWith("there is no stage 7, they are numbered from 0 to 0");
    assertThat(refusal("ARG V=x\nFROM a AS x\nFROM b\nCOPY --from=$V /x /y\n"))
        .endsWith("--from takes no variables and no quotes");
  }

  private static String refusal(String text) {
    List<Problem> problems = Dockerfile.parse(text).problems();
    assertThat(problems).hasSize(1);
    assertThat(problems.get(0).code()).isEqualTo(ProblemCode.BAD_SOURCE_STAGE);
    return problems.get(0).message();
  }

  @Test
  void whatIsWrongInAnUnusedStageOnlyWarns() {
    Dockerfile unused = Dockerfile.parse("FROM a AS x\nEXPOSE abc\nFROM b\n");
    Dockerfile used = Dockerfile.parse("FROM a AS x\nEXPOSE abc\nFROM x\n");

    assertThat(unused.problems()).extracting(Problem::severity).containsExactly(Severity.WARNING);
    assertThat(used.problems()).extracting(Problem::severity).containsExactly(Severity.ERROR);
  }

  @Test
  void aNameGivenTwiceMeansTheLastStage() {
    Dockerfile file = Dockerfile.parse("FROM a AS x\nFROM b AS x\nFROM c\nCOPY --from=x /x /y\n");

    assertThat(file.problems())
        .extracting(Problem::code)
        .containsExactly(ProblemCode.DUPLICATE_STAGE_NAME);
    assertThat(file.unusedStages()).containsExactly(file.stages().get(0));
  }

  @Test
  void twoDockerfilesInOneFileLeaveAStageUnused() {
    Dockerfile file =
        Dockerfile.parse("FROM node\nCMD [\"a\"]\n\n# the other one\nFROM golang\nCMD [\"b\"]\n");

    assertThat(file.unusedStages()).containsExactly(file.stages().get(0));
    assertThat(file.hasErrors()).isFalse();
  }

  @Test
  void theBaseIsWhatTheChainStartsFrom() {
    Dockerfile file = Dockerfile.parse("FROM a AS x\nFROM x AS y\nFROM y\n");

    assertThat(file.finalStage().orElseThrow().base())
        .isEqualTo(new Origin.OfImage(ImageReference.parse("a")));
  }

  @Test
  void everyImageFromOutsideIsListed() {
    Dockerfile file =
        Dockerfile.parse(
            "ARG T=7\n# escape=`\nFROM a:$T AS x\nONBUILD COPY --from=trigger /a /b\n"
                + "ONBUILD RUN --mount=from=mounted,target=/m y\nFROM x\n"
                + "RUN --mount=type=bind,from=tools,target=/t y\nCOPY --from=\"b:1\" x y\nFROM scratch\n");

    assertThat(file.images())
        .extracting(use -> use.line() + " " + use.image())
        .containsExactly("3 a:7", "4 trigger", "5 mounted", "7 tools", "8 b:1");
  }

  @Test
  void aTriggerIsReadWithABackslashWhateverTheEscapeOfTheFile() {
    Dockerfile file =
        Dockerfile.parse("# escape=`\nFROM a AS x\nONBUILD COPY --fr\\om=evil /a /b\nFROM x\n");

    assertThat(file.images()).extracting(use -> use.image().toString()).contains("evil");
  }

  @Test
  void theLastOfAKindCounts() {
    Stage stage = Dockerfile.parse("FROM a\nUSER x\nUSER y\n").stages().get(0);

    assertThat(stage.last(User.class)).map(User::user).contains("y");
    assertThat(stage.last(Cmd.class)).isEmpty();
  }
}
