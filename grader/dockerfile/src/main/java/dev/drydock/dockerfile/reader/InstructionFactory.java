package dev.drydock.dockerfile.reader;

import dev.drydock.dockerfile.instruction.Add;
import dev.drydock.dockerfile.instruction.Arg;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.CommandLine;
import dev.drydock.dockerfile.instruction.CommandLine.Form;
import dev.drydock.dockerfile.instruction.Copy;
import dev.drydock.dockerfile.instruction.Entrypoint;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.Expose;
import dev.drydock.dockerfile.instruction.From;
import dev.drydock.dockerfile.instruction.Healthcheck;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Label;
import dev.drydock.dockerfile.instruction.Maintainer;
import dev.drydock.dockerfile.instruction.Onbuild;
import dev.drydock.dockerfile.instruction.Run;
import dev.drydock.dockerfile.instruction.Shell;
import dev.drydock.dockerfile.instruction.StopSignal;
import dev.drydock.dockerfile.instruction.Unknown;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.instruction.Volume;
import dev.drydock.dockerfile.instruction.Workdir;
import dev.drydock.dockerfile.json.JsonArray;
import dev.drydock.dockerfile.json.JsonArray.Broken;
import dev.drydock.dockerfile.json.JsonArray.NotStrings;
import dev.drydock.dockerfile.json.JsonArray.Strings;
import dev.drydock.dockerfile.json.JsonDiagnosis;
import dev.drydock.dockerfile.lines.Problems;
import dev.drydock.dockerfile.source.JsonDefect;
import dev.drydock.dockerfile.source.LineMap;
import dev.drydock.dockerfile.source.Position;
import dev.drydock.dockerfile.source.ProblemCode;
import dev.drydock.dockerfile.source.Source;
import dev.drydock.dockerfile.words.Blanks;
import dev.drydock.dockerfile.words.HeredocWord;
import dev.drydock.dockerfile.words.Keywords;
import dev.drydock.dockerfile.words.Quote;
import dev.drydock.dockerfile.words.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Turns the text of an instruction into its type, and reports what the builder refuses at once. */
final class InstructionFactory {

  private static final Set<String> NO_TRIGGERS = Set.of("ONBUILD", "FROM", "MAINTAINER");

  private final Problems problems;
  private final InstructionSyntax syntax;

  InstructionFactory(Problems problems) {
    this.problems = problems;
    this.syntax = new InstructionSyntax(problems);
  }

  /**
   * Make an instruction.
   *
   * @param previous the one before it, for hints
   */
  Instruction create(Source source, char escape, @Nullable Instruction previous) {
    if (!Keywords.isKnown(source.keyword())) {
      UnknownInstructionHint.report(source, previous, problems);
      return new Unknown(source);
    }
    Instruction instruction = typed(source, escape);
    boolean none = instruction instanceof Healthcheck check && check.isNone();
    if (!none) {
      FlagRules.check(source, problems);
    }
    syntax.check(instruction);
    return instruction;
  }

  private Instruction typed(Source source, char escape) {
    String text = source.arguments();
    return switch (source.keyword()) {
      case "ADD", "COPY" -> transfer(source);
      case "ARG" -> arg(source, escape);
      case "CMD" -> new Cmd(source, command(source, text));
      case "ENTRYPOINT" -> new Entrypoint(source, command(source, text));
      case "ENV", "LABEL" -> pairs(source, escape);
      case "EXPOSE" -> new Expose(source, Words.split(text));
      case "FROM" -> from(source);
      case "HEALTHCHECK" -> healthcheck(source);
      case "MAINTAINER" -> new Maintainer(source, text);
      case "ONBUILD" -> onbuild(source);
      case "RUN" ->
          new Run(
              source,
              command(source, text),
              source.flags("mount").stream()
                  .flatMap(flag -> flag.optionalValue().stream())
                  .map(MountParser::parse)
                  .toList());
      case "SHELL" -> new Shell(source, command(source, text));
      case "STOPSIGNAL" -> new StopSignal(source, text);
      case "USER" -> new User(source, text);
      case "VOLUME" -> volume(source);
      default -> new Workdir(source, text);
    };
  }

  private From from(Source source) {
    List<String> words = Words.split(source.arguments());
    boolean named = words.size() >= 3 && words.get(1).equalsIgnoreCase("as");
    return new From(source, words.isEmpty() ? "" : words.get(0), named ? words.get(2) : null);
  }

  private Instruction transfer(Source source) {
    Listed listed = listed(source);
    List<String> words = listed.words();
    String destination = words.size() < 2 ? "" : words.get(words.size() - 1);
    List<String> sources =
        words.subList(0, words.size() < 2 ? words.size() : words.size() - 1).stream()
            .filter(word -> !word.contains("<<") || HeredocWord.parse(word).isEmpty())
            .toList();
    return source.keyword().equals("ADD")
        ? new Add(source, sources, destination, listed.defect())
        : new Copy(source, sources, destination, listed.defect());
  }

  private Volume volume(Source source) {
    Listed listed = listed(source);
    return new Volume(source, listed.words(), listed.defect());
  }

  private static Instruction arg(Source source, char escape) {
    List<Assignment> assignments =
        Words.splitQuoted(source.arguments(), escape).stream()
            .map(
                word -> {
                  int equals = word.indexOf('=');
                  return equals < 0
                      ? new Assignment(word, null)
                      : new Assignment(word.substring(0, equals), word.substring(equals + 1));
                })
            .toList();
    return new Arg(source, assignments);
  }

  private Instruction pairs(Source source, char escape) {
    NameValues pairs = NameValues.parse(source.keyword(), source.arguments(), escape);
    pairs.defect().ifPresent(defect -> notKeyValue(source, defect));
    return source.keyword().equals("ENV")
        ? new Env(source, pairs.assignments(), pairs.legacy())
        : new Label(source, pairs.assignments(), pairs.legacy());
  }

  private void notKeyValue(Source source, String defect) {
    boolean comment = Words.split(source.arguments()).contains("#");
    problems.add(
        source.startLine(),
        ProblemCode.NOT_KEY_VALUE,
        defect,
        comment
            ? "A comment needs a line of its own: move the # and what follows."
            : "Write name=value without blanks around =, and quotes around a value with blanks.");
  }

  private Healthcheck healthcheck(Source source) {
    String text = source.arguments();
    int end = 0;
    while (end < text.length() && !Blanks.isSpace(text.charAt(end))) {
      end++;
    }
    int command = Blanks.skip(text, end);
    return new Healthcheck(
        source,
        text.substring(0, end).toUpperCase(Locale.ROOT),
        command(source, text.substring(command), source.map().from(command)));
  }

  /** The text is read again when it is carried out, whatever the escape character of the file. */
  private Onbuild onbuild(Source source) {
    char escape = '\\';
    if (source.arguments().isEmpty()) {
      return new Onbuild(source, null);
    }
    CommandSplit split = CommandSplit.of(source.arguments(), escape);
    Source inner =
        new Source(
            split.written().toUpperCase(Locale.ROOT),
            split.written(),
            source.startLine(),
            source.endLine(),
            split.flags(),
            split.arguments(),
            source.original(),
            source.heredocs(),
            source.map().from(split.offset()));
    boolean allowed = Keywords.isKnown(inner.keyword()) && !NO_TRIGGERS.contains(inner.keyword());
    return new Onbuild(source, allowed ? typed(inner, escape) : new Unknown(inner));
  }

  private CommandLine command(Source source, String text) {
    return command(source, text, source.map());
  }

  private CommandLine command(Source source, String text, LineMap map) {
    if (text.isEmpty()) {
      return new CommandLine(Form.NONE, text, List.of(), null);
    }
    if (!text.startsWith("[")) {
      return new CommandLine(Form.SHELL, text, List.of(), JsonDiagnosis.ofUnopened(text, map));
    }
    JsonArray.Result result = JsonArray.read(text);
    if (result instanceof Strings strings) {
      return new CommandLine(Form.EXEC, text, strings.values(), null);
    }
    if (result instanceof Broken broken) {
      return new CommandLine(Form.SHELL, text, List.of(), JsonDiagnosis.of(text, broken, map));
    }
    notStrings(source, (NotStrings) result, map);
    return new CommandLine(Form.SHELL, text, List.of(), null);
  }

  /** Words of a list that may be JSON. */
  private record Listed(List<String> words, @Nullable JsonDefect defect) {}

  private Listed listed(Source source) {
    String text = source.arguments();
    if (!text.startsWith("[")) {
      return new Listed(Words.split(text), null);
    }
    JsonArray.Result result = JsonArray.read(text);
    if (result instanceof Strings strings) {
      return new Listed(strings.values(), null);
    }
    if (result instanceof Broken broken) {
      return new Listed(Words.split(text), JsonDiagnosis.of(text, broken, source.map()));
    }
    notStrings(source, (NotStrings) result, source.map());
    return new Listed(Words.split(text), null);
  }

  private void notStrings(Source source, NotStrings result, LineMap map) {
    Position position = map.at(result.offset());
    Optional<String> written =
        Optional.of(source.arguments()).filter(text -> !text.isEmpty()).map(Quote::of);
    problems.add(
        position.line(),
        ProblemCode.JSON_NOT_STRINGS,
        "the array "
            + written.orElse("")
            + " holds something other than strings (column "
            + position.column()
            + ")",
        "Put double quotes around every element, numbers too.");
  }
}
