package dev.drydock.dockerfile.rules;

import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Unknown;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.stage.Stage;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Problems of the file as a whole. */
public final class TextChecks {

  private TextChecks() {}

  /** Report the first byte that is not UTF-8. */
  public static void encoding(byte[] bytes, String decoded, Problems problems) {
    if (decoded.indexOf('\uFFFD') < 0) {
      return;
    }
    CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    ByteBuffer in = ByteBuffer.wrap(bytes);
    CoderResult result = decoder.decode(in, CharBuffer.allocate(bytes.length + 1), true);
    if (result.isError()) {
      int line = 1;
      for (int i = 0; i < in.position(); i++) {
        line += bytes[i] == '\n' ? 1 : 0;
      }
      problems.add(
          line,
          ProblemCode.MALFORMED_UTF8,
          "the file is not UTF-8 from here on",
          "Save it as UTF-8.");
    }
  }

  public static void characters(String text, Problems problems) {
    int nul = text.indexOf('\0');
    if (nul >= 0) {
      problems.add(
          lineOf(text, nul),
          ProblemCode.NUL_CHARACTER,
          "there is a NUL character",
          "Save the file as UTF-8 text; UTF-16 looks like this.");
    }
    int lone = loneCarriageReturn(text);
    if (lone >= 0) {
      problems.add(
          lineOf(text, lone),
          ProblemCode.LONE_CARRIAGE_RETURN,
          "a carriage return stands in the middle of a line, which does not end there",
          "Save the file with the line ends of Unix.");
    }
  }

  public static void content(
      String text, List<Instruction> instructions, List<Stage> stages, Problems problems) {
    if (instructions.isEmpty()) {
      problems.add(
          1, ProblemCode.EMPTY_FILE, "the file has no instruction", "Start with FROM image:tag.");
    } else if (stages.isEmpty() && instructions.stream().noneMatch(Unknown.class::isInstance)) {
      problems.add(
          instructions.get(0).startLine(),
          ProblemCode.NO_STAGE,
          "the file has no FROM",
          "Start with FROM image:tag.");
    }
    if (text.indexOf("\r\n") >= 0) {
      carriageReturns(instructions, problems);
    }
  }

  /** The lines of a heredoc keep their carriage returns, and a script with them does not start. */
  private static void carriageReturns(List<Instruction> instructions, Problems problems) {
    instructions.stream()
        .filter(instruction -> !instruction.heredocs().isEmpty())
        .findFirst()
        .ifPresent(
            instruction ->
                problems.add(
                    instruction.startLine(),
                    ProblemCode.HEREDOC_CARRIAGE_RETURN,
                    "the file has the line ends of Windows, and a heredoc keeps them",
                    "Save the file with the line ends of Unix."));
  }

  private static int loneCarriageReturn(String text) {
    int at = text.indexOf('\r');
    while (at >= 0) {
      int end = at;
      while (end < text.length() && text.charAt(end) == '\r') {
        end++;
      }
      if (end < text.length() && text.charAt(end) != '\n') {
        return at;
      }
      at = text.indexOf('\r', end);
    }
    return -1;
  }

  private static int lineOf(String text, int offset) {
    int line = 1;
    for (int i = text.indexOf('\n'); i >= 0 && i < offset; i = text.indexOf('\n', i + 1)) {
      line++;
    }
    return line;
  }
}
