package dev.drydock.batch.similarity;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.source.Flag;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A Dockerfile's instructions, regardless of layout: no comments, no blanks, no line breaks, stages
 * by number, each command of a RUN separately.
 *
 * @param lines the first {@link #LONGEST}
 */
record InstructionStream(List<String> lines) {

  private static final int LONGEST = 1_000;
  private static final Pattern BLANKS = Pattern.compile("\\s+");
  private static final Pattern BETWEEN_COMMANDS = Pattern.compile("&&|\\|\\||;|\\n");
  private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");

  InstructionStream {
    lines = List.copyOf(lines);
  }

  static InstructionStream of(String text) {
    Dockerfile file = Dockerfile.parse(text);
    Map<String, String> stages = new HashMap<>();
    List<String> lines = new ArrayList<>();
    int begun = 0;
    for (Instruction instruction : file.instructions()) {
      if (lines.size() >= LONGEST) {
        break;
      }
      if (instruction instanceof From from) {
        lines.add(line("FROM " + stage(from.image(), stages)));
        String number = "stage " + begun++;
        from.stageName().ifPresent(name -> stages.put(name, number));
      } else if (instruction instanceof Run run) {
        commands(run, lines);
      } else {
        lines.add(line(instruction, stages));
      }
    }
    return new InstructionStream(lines.subList(0, Math.min(LONGEST, lines.size())));
  }

  /** Without the lines of another one. */
  InstructionStream without(Collection<String> others) {
    return new InstructionStream(lines.stream().filter(line -> !others.contains(line)).toList());
  }

  private static void commands(Run run, List<String> lines) {
    for (String command : BETWEEN_COMMANDS.split(run.script(), LONGEST)) {
      if (!command.isBlank()) {
        lines.add(line("RUN " + command));
      }
    }
  }

  private static String line(Instruction instruction, Map<String, String> stages) {
    String from =
        instruction instanceof Copy copy
            ? copy.from().map(name -> "--from=" + stage(name, stages) + " ").orElse("")
            : "";
    String flags =
        instruction.flags().stream()
            .filter(flag -> !flag.name().equals("from"))
            .map(Flag::toString)
            .sorted()
            .map(flag -> flag + " ")
            .collect(Collectors.joining());
    return line(instruction.keyword() + " " + from + flags + instruction.source().arguments());
  }

  private static String stage(String name, Map<String, String> stages) {
    return NUMBER.matcher(name).matches()
        ? "stage " + name
        : stages.getOrDefault(name.toLowerCase(Locale.ROOT), name);
  }

  private static String line(String text) {
    return BLANKS.matcher(text).replaceAll(" ").strip();
  }
}
