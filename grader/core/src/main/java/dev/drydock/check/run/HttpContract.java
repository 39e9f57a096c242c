package dev.drydock.check.run;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.image.anatomy.ExecutableFacts;
import dev.drydock.image.anatomy.ImageConfig;
import java.util.List;
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
        ? Asked.of("service", "port", String.valueOf(image.service().port()))
        : new Asked("command", Map.of());
  }

  @Override
  public Outcome judge(CheckInput input) {
    RunEvidence run = input.run();
    Optional<String> refusal = StartError.in(run);
    if (refusal.isPresent()) {
      return notStarted(input, refusal.get());
    }
    if (run.command() == null && !run.answered()) {
      return noAnswer(input, run);
    }
    return new Contract(input.spec(), run).judge();
  }

  private static Outcome notStarted(CheckInput input, String error) {
    ExecutableFacts program = input.anatomy().entrypoint();
    return Outcome.failed(
        Measurement.of("does not start", "it answers"),
        program.isScriptOfWindows() ? "script-of-windows" : StartError.of(error).finding(),
        Map.of(
            "error", Shown.quoted(StartError.words(error), 300),
            "program", Shown.text(program.requested()),
            "suggestion", input.finalStage().startSuggestion()),
        input.finalStage().startLine());
  }

  private static Outcome noAnswer(CheckInput input, RunEvidence run) {
    if (run.outOfMemory()) {
      return Outcome.failed(
          Measurement.of("out of memory", "it answers"),
          "out-of-memory",
          Map.of("log", LogTail.of(run)),
          input.finalStage().startLine());
    }
    Integer exitCode = run.earlyExitCode();
    return exitCode == null ? silent(input, run) : ended(input, run, exitCode);
  }

  private static Outcome ended(CheckInput input, RunEvidence run, int exitCode) {
    Measurement ended = Measurement.of("ended with exit code " + exitCode, "it answers");
    Integer line = input.finalStage().startLine();
    if (exitCode == 0 && line == null) {
      return Outcome.failed(
          ended, "nothing-to-start", Map.of("command", inherited(input.anatomy().config())), null);
    }
    Optional<Obstacle> obstacle = Obstacle.of(run.logTail(), exitCode);
    return Outcome.failed(
        ended,
        obstacle.map(Obstacle::finding).orElse("ended"),
        Map.of(
            "code", String.valueOf(exitCode),
            "log", LogTail.of(run),
            "name", obstacle.map(Obstacle::name).orElse(""),
            "user", user(input.anatomy().config())),
        line);
  }

  private static Outcome silent(CheckInput input, RunEvidence run) {
    int port = input.spec().service().port();
    List<ListeningSocket> sockets = ListeningAddress.of(run);
    boolean there =
        sockets.stream().anyMatch(one -> one.port() == port && ListeningAddress.isEverywhere(one));
    return Outcome.failed(
        Measurement.of("no answer", "it answers"),
        there || sockets.isEmpty() ? "no-answer" : "listens-elsewhere",
        Map.of(
            "port", String.valueOf(port),
            "seconds", Shown.seconds(input.spec().job().startWithin().toMillis()),
            "found", ListeningAddress.shown(sockets),
            "log", LogTail.of(run)),
        input.finalStage().startLine());
  }

  /** Who the program is, as the image says it. */
  private static String user(ImageConfig config) {
    return config.user().isEmpty() ? "root" : Shown.text(config.user());
  }

  /** What the base image starts. */
  private static String inherited(ImageConfig config) {
    return Shown.brief(
        Stream.concat(config.entrypoint().stream(), config.cmd().stream())
            .collect(Collectors.joining(" ")),
        80);
  }
}
