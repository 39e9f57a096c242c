package dev.drydock.exercise;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import dev.drydock.exercise.Exercise.PublishedFigure;
import dev.drydock.exercise.ImageSpec.Build;
import dev.drydock.exercise.ImageSpec.BuildNetwork;
import dev.drydock.exercise.ImageSpec.Files;
import dev.drydock.exercise.ImageSpec.Rebuild;
import dev.drydock.image.ByteSize;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Turns the wire form of an exercise into the exercise, filling in what was left out. */
final class ExerciseTranslator {

  private static final Pattern DURATION = Pattern.compile("(\\d{1,4}) ?(ms|s|m)");

  private final Map<String, CheckDeclaration> checks;

  /**
   * @param checks that a file may ask for, by id
   */
  ExerciseTranslator(Map<String, CheckDeclaration> checks) {
    this.checks = checks;
  }

  Exercise translate(ExerciseFile wire, Path folder) {
    return new Exercise(
        wire.id(),
        wire.title(),
        wire.summary(),
        folder,
        list(wire.published()).stream()
            .map(figure -> new PublishedFigure(figure.label(), ByteSize.parse(figure.size())))
            .toList(),
        wire.images().stream().map(this::image).toList());
  }

  private ImageSpec image(ExerciseFile.Image wire) {
    ExerciseFile.Rebuild rebuild = wire.rebuild();
    return new ImageSpec(
        wire.name(),
        new Files(
            requireNonNullElse(wire.editable(), Files.DEFAULT_EDITABLE),
            list(wire.salt()),
            list(wire.generated())),
        build(wire),
        job(wire),
        wire.checks().entrySet().stream()
            .map(entry -> rule(entry.getKey(), entry.getValue()))
            .toList(),
        rebuild == null ? null : new Rebuild(rebuild.source(), rebuild.manifest()),
        wire.starter() == null ? List.of() : wire.starter().fails());
  }

  private static Build build(ExerciseFile.Image wire) {
    String within = wire.buildWithin();
    String disk = wire.buildDisk();
    return new Build(
        BuildNetwork.valueOf(
            requireNonNullElse(wire.buildNetwork(), "none").toUpperCase(Locale.ROOT)),
        within == null ? Build.USUAL_TIME : duration(within),
        disk == null ? Build.USUAL_DISK : ByteSize.parse(disk));
  }

  private static Job job(ExerciseFile.Image wire) {
    Map<String, String> env = map(wire.env());
    Duration startWithin = duration(requireNonNullElse(wire.startWithin(), "20s"));
    if (wire.port() == null) {
      return new Job.Command(
          env,
          startWithin,
          list(wire.commands()).stream().map(ExerciseTranslator::command).toList());
    }
    return new Job.Service(
        wire.port(),
        env,
        startWithin,
        duration(requireNonNullElse(wire.stopWithin(), "10s")),
        list(wire.requests()).stream().map(ExerciseTranslator::request).toList());
  }

  static RequestSpec request(ExerciseFile.Request wire) {
    return new RequestSpec(
        wire.name(),
        new Sent(
            requireNonNullElse(wire.method(), "GET"),
            wire.path(),
            map(wire.headers()),
            wire.body()),
        new Expected(
            requireNonNullElse(wire.status(), 200),
            wire.bodyEquals(),
            list(wire.bodyContains()),
            map(wire.answerHeaders()),
            isTrue(wire.echoesNonce())),
        isTrue(wire.whileStopping()));
  }

  static CommandSpec command(ExerciseFile.Command wire) {
    return new CommandSpec(
        wire.name(),
        list(wire.arguments()),
        map(wire.env()),
        requireNonNullElse(wire.exitCode(), 0),
        list(wire.outputContains()));
  }

  private CheckRule rule(String id, JsonNode wire) {
    return new CheckRule(
        id,
        wire.path("points").asDouble(0),
        wire.path("required").asBoolean(true),
        requireNonNull(checks.get(id), id).settings().read(wire));
  }

  /** Parse {@code 20s}, {@code 500ms} or {@code 2m}. */
  static Duration duration(String text) {
    Matcher matcher = DURATION.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException("'" + text + "' is not a time such as 20s");
    }
    long number = Long.parseLong(matcher.group(1));
    return switch (matcher.group(2)) {
      case "ms" -> Duration.ofMillis(number);
      case "m" -> Duration.ofMinutes(number);
      default -> Duration.ofSeconds(number);
    };
  }

  private static <T> List<T> list(@Nullable List<T> list) {
    return list == null ? List.of() : list;
  }

  private static Map<String, String> map(@Nullable Map<String, String> map) {
    return map == null ? Map.of() : map;
  }

  private static boolean isTrue(@Nullable Boolean value) {
    return value != null && value;
  }
}
