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
 * R01: the container does its job. The one check that fails when a container does not start or
 * never answers; checks that need the answer are then blocked.
 */
public final class HttpContract extends CatalogueCheck {

  public static final String ID = "R01";

  public static final String NO_SHELL = "no-shell";
  public static final String NO_USER = "no-user";
  public static final String NO_COMMAND = "no-command";
  public static final String WRONG_ARCHITECTURE = "wrong-architecture";
  public static final String NOT_EXECUTABLE = "not-executable";
  public static final String NO_FILE = "no-file";
  public static final String SCRIPT_OF_WINDOWS = "script-of-windows";
  public static final String NOT_STARTED = "not-started";
  public static final String OUT_OF_MEMORY = "out-of-memory";
  public static final String NOTHING_TO_START = "nothing-to-start";
  public static final String MISSING_FILE = "missing-file";
  public static final String MISSING_PACKAGE = "missing-package";
  public static final String MISSING_LIBRARY = "missing-library";
  public static final String NOT_PERMITTED = "not-permitted";
  public static final String NOT_FOUND = "not-found";
  public static final String MAY_NOT_EXECUTE = "may-not-execute";
  public static final String ENDED = "ended";
  public static final String NO_ANSWER = "no-answer";
  public static final String LISTENS_ELSEWHERE = "listens-elsewhere";
  public static final String NO_REPLY = "no-reply";
  public static final String STATUS = "status";
  public static final String BODY = "body";
  public static final String BODY_PART = "body-part";
  public static final String HEADER = "header";
  public static final String NONCE = "nonce";
  public static final String DID_NOT_END = "did-not-end";
  public static final String EXIT_CODE = "exit-code";
  public static final String OUTPUT = "output";
  public static final String ASKED_SERVICE = "service";
  public static final String ASKED_COMMAND = "command";

  public HttpContract() {
    super(ID, "http.contract", Need.RUN);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return image.isService()
        ? Asked.of(ASKED_SERVICE, "port", String.valueOf(image.service().port()))
        : Asked.of(ASKED_COMMAND);
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
        program.isScriptOfWindows() ? SCRIPT_OF_WINDOWS : StartError.of(error).finding(),
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
          OUT_OF_MEMORY,
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
          ended, NOTHING_TO_START, Map.of("command", inherited(input.anatomy().config())), null);
    }
    Optional<Obstacle> obstacle = Obstacle.of(run.logTail(), exitCode);
    return Outcome.failed(
        ended,
        obstacle.map(Obstacle::finding).orElse(ENDED),
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
        there || sockets.isEmpty() ? NO_ANSWER : LISTENS_ELSEWHERE,
        Map.of(
            "port", String.valueOf(port),
            "seconds", Shown.seconds(input.spec().job().startWithin().toMillis()),
            "found", ListeningAddress.shown(sockets),
            "log", LogTail.of(run)),
        input.finalStage().startLine());
  }

  /** The program, according to the image. */
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
