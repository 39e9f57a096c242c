package dev.drydock.check.run;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.evidence.ImageConfig;
import dev.drydock.evidence.RunEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * R01: the container does its job. The one check that turns red when a container does not start or
 * never answers; what needs the answer is blocked then.
 */
public final class HttpContract extends CatalogueCheck {

  public HttpContract() {
    super("R01", "http.contract", Need.RUN);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return image.isService()
        ? Asked.of("service", "port", String.valueOf(image.port()))
        : new Asked("command", Map.of());
  }

  @Override
  public Outcome judge(CheckInput input) {
    RunEvidence run = input.run();
    String error = run.startError();
    if (error != null) {
      return Outcome.failed(
          Measurement.of("does not start", "it answers"),
          StartError.of(error).finding(),
          Map.of(
              "error", Shown.quoted(StartError.words(error), 300),
              "suggestion", input.finalStage().startSuggestion()),
          input.finalStage().startLine());
    }
    if (run.command() == null && !run.answered()) {
      return noAnswer(input, run);
    }
    return new Contract(input.image(), run).judge();
  }

  private static Outcome noAnswer(CheckInput input, RunEvidence run) {
    String log = LogTail.of(run);
    Integer line = input.finalStage().startLine();
    if (run.outOfMemory()) {
      return Outcome.failed(
          Measurement.of("out of memory", "it answers"), "out-of-memory", Map.of("log", log), line);
    }
    Integer exitCode = run.earlyExitCode();
    if (exitCode != null) {
      Measurement ended = Measurement.of("ended with exit code " + exitCode, "it answers");
      if (exitCode == 0 && line == null) {
        return Outcome.failed(
            ended, "nothing-to-start", Map.of("command", inherited(input.built().config())), null);
      }
      Optional<MissingPart> missing = MissingPart.of(run.logTail());
      return Outcome.failed(
          ended,
          missing.map(MissingPart::finding).orElse("ended"),
          Map.of(
              "code",
              exitCode.toString(),
              "log",
              log,
              "name",
              missing.map(MissingPart::name).orElse("")),
          line);
    }
    return Outcome.failed(
        Measurement.of("no answer", "it answers"),
        "no-answer",
        Map.of(
            "port",
            String.valueOf(input.image().port()),
            "seconds",
            Shown.seconds(input.image().startWithin().toMillis()),
            "log",
            log),
        line);
  }

  /** What the base image starts. */
  private static String inherited(ImageConfig config) {
    return Shown.brief(
        Stream.concat(config.entrypoint().stream(), config.cmd().stream())
            .collect(Collectors.joining(" ")),
        80);
  }
}
