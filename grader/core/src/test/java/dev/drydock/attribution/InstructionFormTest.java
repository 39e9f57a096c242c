package dev.drydock.attribution;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.image.anatomy.HistoryEntry;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The likeness decides which line a layer is put down to where there is more than one to choose.
 */
class InstructionFormTest {

  private static final int EXACT = InstructionForm.EXACT;
  private static final int ALIKE = InstructionForm.ALIKE;
  private static final int SAME_KIND = InstructionForm.SAME_KIND;
  private static final int OTHER = 0;

  static Stream<Arguments> instructionsAndSteps() {
    return Stream.of(
        arguments("RUN npm ci", "RUN /bin/sh -c npm ci # buildkit", EXACT),
        arguments("RUN npm  ci", "|1 A=b /bin/sh -c npm ci", EXACT),
        arguments("RUN npm ci", "RUN /bin/sh -c npm test # buildkit", SAME_KIND),
        arguments("RUN ci", "RUN /bin/sh -c npm-ci # buildkit", SAME_KIND),
        arguments("RUN npm ci", "COPY npm ci # buildkit", OTHER),
        arguments("RUN [\"npm\", \"ci\"]", "RUN npm ci # buildkit", EXACT),
        arguments("RUN [\"npm\", \"ci\"]", "RUN npm test # buildkit", SAME_KIND),
        arguments("RUN <<EOF\necho a\nEOF", "RUN /bin/sh -c echo a\n # buildkit", EXACT),
        arguments("RUN <<EOF\necho a\nEOF", "RUN /bin/sh -c echo b\n # buildkit", SAME_KIND),
        arguments("RUN cat <<X > /f\n1\nX", "RUN /bin/sh -c cat <<X > /f\n1\nX # buildkit", EXACT),
        arguments(
            "RUN cat <<X > /f\n1\nX", "RUN /bin/sh -c cat <<X > /f\n2\nX # buildkit", SAME_KIND),
        arguments("COPY a b /app/", "COPY a b /app/ # buildkit", EXACT),
        arguments("COPY --chown=1:1 a /app", "COPY --chown=1:1 a /app # buildkit", EXACT),
        arguments("COPY a b /app/", "COPY a c /app/ # buildkit", ALIKE),
        arguments("COPY a b /app/", "COPY a b /srv/ # buildkit", SAME_KIND),
        arguments("COPY a /app/", "/bin/sh -c #(nop) COPY file:6b9abd32 in /app/ ", ALIKE),
        arguments("COPY a /app/", "/bin/sh -c #(nop) COPY file:6b9abd32 in /srv/ ", SAME_KIND),
        arguments("COPY $D/a $D/b", "COPY /data/a /data/b # buildkit", EXACT),
        arguments("COPY <<one /h/\n1\none", "COPY <<one /h/ # buildkit", EXACT),
        arguments("COPY <<one /h/\n1\none", "COPY <<two /h/ # buildkit", ALIKE),
        arguments("ADD a.tar /t/", "ADD a.tar /t/ # buildkit", EXACT),
        arguments("ADD a.tar /t/", "COPY a.tar /t/ # buildkit", OTHER),
        arguments("WORKDIR $D", "WORKDIR /data", EXACT),
        arguments("WORKDIR deeper", "WORKDIR /app/deeper", ALIKE),
        arguments("WORKDIR deeper", "WORKDIR /app", SAME_KIND),
        arguments("WORKDIR /app", "WORKDIR /srv/app", SAME_KIND),
        arguments("WORKDIR /app", "WORKDIR /srv//app", SAME_KIND),
        arguments("ENV A=1", "ENV A=1", EXACT),
        arguments("ENV A=$D", "/bin/sh -c #(nop)  ENV A=/data", ALIKE),
        arguments("ENV A=1", "ENV B=2", SAME_KIND));
  }

  @ParameterizedTest
  @MethodSource("instructionsAndSteps")
  void whatAStepHasInCommonWithAnInstruction(String written, String step, int likeness) {
    Dockerfile dockerfile = Dockerfile.parse("FROM x\nENV D=/data\n" + written + "\n");
    List<Instruction> instructions = dockerfile.instructions();
    Instruction last = instructions.get(instructions.size() - 1);
    HistoryStep made = HistoryStep.of(new HistoryEntry(step, false));
    assertThat(InstructionForm.of(dockerfile, last).likeness(made)).isEqualTo(likeness);
  }
}
