package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.command;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ImageFixture.program;
import static dev.drydock.fixture.RunFixture.process;

import dev.drydock.check.image.ExposeDeclared;
import dev.drydock.check.run.HttpContract;
import dev.drydock.check.run.Pid1Identity;
import dev.drydock.check.run.PortListening;
import dev.drydock.check.run.ProcessUids;
import dev.drydock.check.run.ReadonlyRun;
import dev.drydock.check.run.StartStable;
import dev.drydock.check.run.StopClean;
import dev.drydock.engine.evidence.RunEvidence.CommandResult;
import dev.drydock.engine.evidence.RunEvidence.Exchange;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import dev.drydock.exercise.ImageSpec;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.fixture.ExerciseFixtures;
import dev.drydock.image.anatomy.ExecutableFacts.Kind;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The running container: R01 to R07. */
final class RunCases {

  private static final int CMD = 10;
  private static final int USER = 8;
  private static final int EXPOSE = 9;

  private RunCases() {}

  static Stream<CheckCase> all() {
    return Stream.of(
            starting(),
            contract(),
            commands(),
            ports(),
            users(),
            first(),
            stopping(),
            second(),
            staying())
        .flatMap(List::stream);
  }

  private static List<CheckCase> starting() {
    return List.of(
        refused(
            "no-shell",
            "a shell command on scratch cannot start",
            "exec: \"/bin/sh\": stat /bin/sh: no such file or directory: unknown"),
        refused(
            "no-user",
            "a user by name without passwd cannot start",
            "unable to find user app: no matching entries in passwd file"),
        refused(
            "no-command",
            "an image without a command cannot start",
            "Error response from daemon: no command specified"),
        refused(
            "wrong-architecture",
            "a binary for another machine cannot start",
            "exec /server: exec format error"),
        refused(
            "not-executable",
            "a file without the execute bit cannot start",
            "exec: \"/server\": permission denied: unknown"),
        refused(
            "no-file",
            "a binary whose loader is missing cannot start",
            "exec /server: no such file or directory"),
        refused(
            "not-started",
            "a refusal nobody has seen before is quoted",
            "OCI runtime create failed: something new"),
        refused(
            "no-file",
            "what the engine's programs say of each other is left out",
            "failed to create task for container: failed to create shim task: OCI runtime create"
                + " failed: runc create failed: unable to start container process: error during"
                + " container init: exec: \"/app\": stat /app: no such file or directory: unknown"),
        refused(
            "not-executable",
            "an older engine's words are shortened, too",
            "OCI runtime create failed: container_linux.go:380: starting container process caused:"
                + " exec: \"/src\": permission denied: unknown"),
        fail(
                HttpContract.ID,
                HttpContract.NO_FILE,
                "what the engine lets the container itself say is the engine's refusal all the same",
                evidence().run(run -> run.ended(1, "exec /server: no such file or directory")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.SCRIPT_OF_WINDOWS,
                "a script of Windows is not looked for where it is",
                evidence()
                    .image(
                        image ->
                            image.program(
                                program("/server", Kind.SCRIPT, "/bin/sh\r", true, List.of())))
                    .run(run -> run.ended(1, "exec /server: no such file or directory")))
            .atLine(CMD),
        fail(
            HttpContract.ID,
            HttpContract.NOTHING_TO_START,
            "a base image's own shell has nothing to do",
            evidence()
                .replacing("CMD [\"/server\"]", "")
                .image(image -> image.entrypoint().cmd("/bin/sh"))
                .run(run -> run.ended(0, ""))),
        fail(
                HttpContract.ID,
                HttpContract.ENDED,
                "a program of one's own that ends without an error and without a word",
                evidence().run(run -> run.ended(0, "")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.OUT_OF_MEMORY,
                "a container killed at its memory limit is told so",
                evidence().run(run -> run.ended(137, "building…").outOfMemory()))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.ENDED,
                "a program that crashes at the start fails with its last words",
                evidence().run(run -> run.ended(1, "panic: no config")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.MISSING_FILE,
                "a program that was copied to another place is told so",
                evidence()
                    .run(run -> run.ended(1, "Error: Unable to access jarfile target/app.jar")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.MISSING_PACKAGE,
                "a package that stayed in the build stage is named, and the trace left out",
                evidence()
                    .run(
                        run ->
                            run.ended(
                                1,
                                "  throw err;",
                                "Error: Cannot find module 'express'",
                                "    at Object.<anonymous> (/app/server.js:1:9) {",
                                "  code: 'MODULE_NOT_FOUND'",
                                "}",
                                "",
                                "Node.js v24.1.0")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.MISSING_LIBRARY,
                "a library that stayed in the build stage is named",
                evidence()
                    .run(
                        run ->
                            run.ended(
                                127,
                                "node: error while loading shared libraries: libatomic.so.1: cannot"
                                    + " open shared object file: No such file or directory")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.NOT_FOUND,
                "a script that a shell does not find is named",
                evidence()
                    .run(
                        run ->
                            run.ended(
                                127,
                                "/usr/local/bin/docker-entrypoint.sh: exec: line 7: /start.sh: not"
                                    + " found")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.NOT_PERMITTED,
                "a folder that is not its user's is named, and who the user is",
                evidence()
                    .run(
                        run ->
                            run.ended(
                                1,
                                "nginx: [emerg] mkdir() \"/var/cache/nginx/client_temp\" failed (13:"
                                    + " Permission denied)")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.MAY_NOT_EXECUTE,
                "a script without the execute bit is named",
                evidence().run(run -> run.ended(126, "/bin/sh: /start.sh: Permission denied")))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.NO_ANSWER,
                "a container that started and never answered fails",
                evidence().run(run -> run.silent().sockets()))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.LISTENS_ELSEWHERE,
                "a container that listens on its loopback alone never answers, and where is named",
                evidence().run(run -> run.silent().sockets(at("127.0.0.1", 8080))))
            .atLine(CMD),
        fail(
                HttpContract.ID,
                HttpContract.LISTENS_ELSEWHERE,
                "a container that listens on another port never answers, and where is named",
                evidence().run(run -> run.silent().sockets(at("0.0.0.0", 80))))
            .atLine(CMD),
        other(
            HttpContract.ID,
            "error",
            "a run that we did not make is ours",
            evidence().withoutRun()),
        other(
            HttpContract.ID,
            "blocked",
            "without an image there is nothing to run",
            evidence().buildFails(4, "go: not found")));
  }

  private static CheckCase refused(String finding, String sentence, String words) {
    return fail(HttpContract.ID, finding, sentence, evidence().run(run -> run.startError(words)))
        .atLine(CMD);
  }

  private static List<CheckCase> contract() {
    RequestSpec messages =
        new RequestSpec(
            "ping",
            Sent.get("/messages"),
            new Expected(
                200, null, List.of("hello {nonce}"), Map.of("Content-Type", "json"), false),
            false);
    RequestSpec last =
        new RequestSpec(
            "last", Sent.get("/last"), new Expected(200, null, List.of(), Map.of(), false), false);
    RequestSpec slow =
        new RequestSpec(
            "slow", Sent.get("/slow"), new Expected(200, null, List.of(), Map.of(), false), true);
    Exchange notFound = new Exchange("last", "n-2", null, 404, List.of(), "", "");
    return List.of(
        pass(HttpContract.ID, "all declared requests answered as declared", evidence()),
        fail(
            HttpContract.ID,
            HttpContract.NO_REPLY,
            "a request that times out fails",
            answered(new Exchange("ping", "n-1", null, 0, List.of(), "", "timed out after 5 s"))),
        fail(
            HttpContract.ID,
            HttpContract.STATUS,
            "another status fails",
            evidence().run(run -> run.answer(404, "pong", "n-1"))),
        fail(
            HttpContract.ID,
            HttpContract.BODY,
            "another body fails",
            evidence().run(run -> run.answer(200, "<script>alert(1)</script>", "n-1"))),
        fail(
            HttpContract.ID,
            HttpContract.BODY,
            "a forged PASS line is a body like any other",
            evidence().run(run -> run.answer(200, "R01 PASS pong", "n-1"))),
        fail(
            HttpContract.ID,
            HttpContract.NONCE,
            "a canned answer fails: it cannot know the random value",
            evidence().run(run -> run.answer(200, "pong", null))),
        fail(
            HttpContract.ID,
            HttpContract.NONCE,
            "a value returned from an earlier request fails",
            evidence().run(run -> run.answer(200, "pong", "n-0"))),
        fail(
                HttpContract.ID,
                HttpContract.BODY_PART,
                "a missing part of the body fails",
                answered(json("hello")))
            .with(ExerciseFixtures.answering(messages)),
        fail(
                HttpContract.ID,
                HttpContract.HEADER,
                "a missing header fails",
                answered(
                    new Exchange("ping", "n-1", null, 200, List.of("server: x"), "hello n-1", "")))
            .with(ExerciseFixtures.answering(messages)),
        fail(
                HttpContract.ID,
                HttpContract.HEADER,
                "a header with another value fails",
                answered(
                    new Exchange(
                        "ping", "n-1", null, 200, List.of("content-type: html"), "hello n-1", "")))
            .with(ExerciseFixtures.answering(messages)),
        fail(
                HttpContract.ID,
                HttpContract.STATUS,
                "each request is held against its own answer",
                evidence().run(run -> run.exchanges(json("hello n-1"), notFound)))
            .with(answering(messages, last, slow)),
        pass(
                HttpContract.ID,
                "header names have no case and values may say more",
                answered(json("well, hello n-1")))
            .with(ExerciseFixtures.answering(messages)));
  }

  private static ImageSpec answering(RequestSpec... requests) {
    Job.Service usual = ExerciseFixtures.service().service();
    return ExerciseFixtures.service()
        .with(
            new Job.Service(
                usual.port(),
                usual.env(),
                usual.startWithin(),
                usual.stopWithin(),
                List.of(requests)));
  }

  private static Exchange json(String body) {
    return new Exchange(
        "ping", "n-1", null, 200, List.of("content-type: application/json"), body, "");
  }

  private static EvidenceFixtures answered(Exchange exchange) {
    return evidence().run(run -> run.exchange(exchange));
  }

  private static List<CheckCase> commands() {
    return List.of(
        pass(
                HttpContract.ID,
                "a command that prints what is declared and ends well",
                counted(0, "{\"internal\":2,\"external\":1}\n", ""))
            .with(command()),
        fail(
                HttpContract.ID,
                HttpContract.DID_NOT_END,
                "a command that hangs fails",
                counted(null, "", ""))
            .with(command()),
        fail(
                HttpContract.ID,
                HttpContract.EXIT_CODE,
                "a command that ends with an error fails",
                counted(1, "", "x509: certificate signed by unknown authority"))
            .with(command()),
        fail(
                HttpContract.ID,
                HttpContract.OUTPUT,
                "a command that prints something else fails",
                counted(0, "{\"internal\":0}", ""))
            .with(command()),
        fail(
                HttpContract.ID,
                HttpContract.EXIT_CODE,
                "each run of a command is held against its own result",
                evidence()
                    .run(
                        run ->
                            run.command(
                                new CommandResult("count", 0, "{\"internal\":2}", ""),
                                new CommandResult("refuse", 0, "", ""))))
            .with(counting(new CommandSpec("refuse", List.of(), Map.of(), 2, List.of()))),
        other(
                PortListening.ID,
                "not-applicable",
                "a command listens on nothing",
                counted(0, "{\"internal\":2}", ""))
            .with(command()),
        other(
                StopClean.ID,
                "not-applicable",
                "a command ends by itself",
                counted(0, "{\"internal\":2}", ""))
            .with(command()),
        other(
                StartStable.ID,
                "not-applicable",
                "a command is not meant to stay",
                counted(0, "{\"internal\":2}", ""))
            .with(command()),
        other(
                ExposeDeclared.ID,
                "not-applicable",
                "a command exposes nothing",
                counted(0, "{\"internal\":2}", ""))
            .with(command()),
        pass(
                ProcessUids.ID,
                "a command is looked at while it waits for an answer",
                counted(0, "{\"internal\":2}", ""))
            .with(command()),
        pass(
                ReadonlyRun.ID,
                "a command does the same without privileges",
                counted(0, "{\"internal\":2}", "")
                    .hardenedRun(
                        run -> run.command(new CommandResult("count", 0, "{\"internal\":2}", ""))))
            .with(command(required(ReadonlyRun.ID, 1))));
  }

  private static ImageSpec counting(CommandSpec more) {
    Job.Command usual = (Job.Command) command().job();
    List<CommandSpec> cases = Stream.concat(usual.cases().stream(), Stream.of(more)).toList();
    return command().with(new Job.Command(usual.env(), usual.startWithin(), cases));
  }

  private static EvidenceFixtures counted(Integer exitCode, String output, String errors) {
    CommandResult result = new CommandResult("count", exitCode, output, errors);
    return evidence().run(run -> run.command(result));
  }

  private static List<CheckCase> ports() {
    return List.of(
        pass(PortListening.ID, "all interfaces by IPv6 are all interfaces", evidence()),
        pass(
            PortListening.ID,
            "what EXPOSE says of UDP is not seen among the sockets",
            evidence().replacing("EXPOSE 8080", "EXPOSE 8080 5353/udp")),
        pass(
            PortListening.ID,
            "the engine's own name server is not the student's",
            listening(at("127.0.0.11", 41_233), at("0.0.0.0", 8080))),
        pass(
            PortListening.ID,
            "where sockets cannot be read, the answer through the port proves it",
            evidence().run(run -> run.socketsUnknown())),
        fail(
            PortListening.ID,
            PortListening.LOOPBACK,
            "a service on loopback cannot be reached",
            listening(at("127.0.0.1", 8080))),
        fail(
            PortListening.ID,
            PortListening.LOOPBACK,
            "IPv6 loopback is loopback too",
            listening(at("::1", 8080))),
        fail(
            PortListening.ID,
            PortListening.ONE_ADDRESS,
            "one address is not all interfaces",
            listening(at("172.18.0.2", 8080))),
        fail(
            PortListening.ID,
            PortListening.OTHER_PORT,
            "nginx left on port 80 is found there",
            listening(at("0.0.0.0", 80))),
        fail(
            PortListening.ID,
            PortListening.NOTHING,
            "a container that listens on nothing",
            evidence().run(run -> run.silent().sockets())),
        fail(
                PortListening.ID,
                PortListening.EXPOSE_UNTRUE,
                "EXPOSE 5000 while only 8080 is listened on",
                evidence().replacing("EXPOSE 8080", "EXPOSE 8080 5000"))
            .atLine(EXPOSE),
        other(
            PortListening.ID,
            "blocked",
            "a program that is gone listens on nothing",
            evidence().run(run -> run.ended(1, "panic"))));
  }

  private static EvidenceFixtures listening(ListeningSocket... sockets) {
    return evidence().run(run -> run.sockets(sockets));
  }

  private static ListeningSocket at(String address, int port) {
    return new ListeningSocket(address, port);
  }

  private static List<CheckCase> users() {
    return List.of(
        pass(ProcessUids.ID, "an ordinary user throughout", evidence()),
        fail(
                ProcessUids.ID,
                ProcessUids.ROOT,
                "every process as root",
                evidence().run(run -> run.chain(0, "/server")))
            .atLine(USER),
        fail(
                ProcessUids.ID,
                ProcessUids.SOME_ROOT,
                "nginx: a master that stays root is found beside its workers",
                evidence()
                    .run(
                        run ->
                            run.processes(
                                process(400, 1, 0, "nginx: master process"),
                                process(401, 400, 101, "nginx: worker process"))))
            .atLine(USER),
        other(
            ProcessUids.ID,
            "blocked",
            "nothing to look at when the program has ended",
            evidence().run(run -> run.ended(1, "panic"))),
        other(
            ProcessUids.ID,
            "error",
            "processes we failed to read are ours",
            evidence().run(run -> run.processes())));
  }

  private static List<CheckCase> first() {
    return List.of(
        pass(Pid1Identity.ID, "the program itself", evidence()),
        pass(
            Pid1Identity.ID,
            "an init with npm under it is still an init",
            evidence().run(run -> run.chain(1000, "/sbin/tini -- npm start", "npm start"))),
        pass(
            Pid1Identity.ID,
            "a shell that has replaced itself is not there any more",
            evidence().replacing("CMD [\"/server\"]", "CMD exec /server")),
        fail(
                Pid1Identity.ID,
                Pid1Identity.SHELL,
                "dash stays and keeps the program as its child",
                evidence().run(run -> run.chain(1000, "/bin/sh -c ./server", "./server")))
            .atLine(CMD),
        fail(
                Pid1Identity.ID,
                Pid1Identity.SHELL,
                "busybox under its own name is a shell",
                evidence().run(run -> run.chain(1000, "busybox sh /start.sh", "node x.js")))
            .atLine(CMD),
        fail(
                Pid1Identity.ID,
                Pid1Identity.PACKAGE_MANAGER,
                "npm start",
                evidence()
                    .run(
                        run ->
                            run.chain(1000, "npm start", "sh -c node server.js", "node server.js")))
            .atLine(CMD),
        fail(
                Pid1Identity.ID,
                Pid1Identity.PACKAGE_MANAGER,
                "yarn by its real name",
                evidence().run(run -> run.chain(1000, "node /opt/yarn/bin/yarn.js start")))
            .atLine(CMD));
  }

  private static List<CheckCase> stopping() {
    return List.of(
        pass(StopClean.ID, "ends at once with 0", evidence()),
        pass(StopClean.ID, "java ends with the signal's own code", stopped("SIGTERM", 60, 143)),
        pass(StopClean.ID, "SIGINT's own code is accepted for SIGINT", stopped("SIGINT", 60, 130)),
        pass(
            StopClean.ID,
            "R05 does not hang on R04: a shell that passes signals on is fine",
            evidence().run(run -> run.chain(1000, "sh -c ./server").stop("SIGTERM", 50, 0))),
        fail(
                StopClean.ID,
                StopClean.KILLED,
                "a SIGTERM ignorer is killed",
                stopped("SIGTERM", 10_030, 137))
            .atLine(CMD),
        fail(
                StopClean.ID,
                StopClean.KILLED_SHELL,
                "a shell as PID 1 is named as the cause",
                evidence()
                    .run(
                        run ->
                            run.chain(1000, "sh -c ./server", "./server")
                                .stop("SIGTERM", 10_030, 137)))
            .atLine(CMD),
        fail(
                StopClean.ID,
                StopClean.KILLED_PACKAGE_MANAGER,
                "npm as PID 1 is named as the cause",
                evidence().run(run -> run.chain(1000, "npm start").stop("SIGTERM", 10_030, 137)))
            .atLine(CMD),
        fail(StopClean.ID, StopClean.SLOW, "six seconds are too many", stopped("SIGTERM", 6_000, 0))
            .atLine(CMD),
        fail(
                StopClean.ID,
                StopClean.EXIT_CODE,
                "an error code is no clean end",
                stopped("SIGTERM", 60, 2))
            .atLine(CMD),
        fail(
                StopClean.ID,
                StopClean.EXIT_CODE,
                "another signal's code is no clean end",
                stopped("SIGTERM", 60, 130))
            .atLine(CMD),
        fail(
                StopClean.ID,
                StopClean.EXIT_CODE_SHELL,
                "a shell's exit code",
                evidence().run(run -> run.chain(1000, "bash run.sh").stop("SIGTERM", 60, 1)))
            .atLine(CMD),
        fail(
                StopClean.ID,
                StopClean.EXIT_CODE_PACKAGE_MANAGER,
                "npm ends with 1 though the program ended well",
                evidence().run(run -> run.chain(1000, "npm start").stop("SIGTERM", 60, 1)))
            .atLine(CMD),
        fail(
                StopClean.ID,
                StopClean.IN_FLIGHT,
                "a request in flight that is cut off",
                evidence().run(run -> run.inFlightCutOff()))
            .atLine(CMD),
        other(
            StopClean.ID,
            "blocked",
            "what never answered is not stopped",
            evidence().run(run -> run.silent())),
        other(
            StopClean.ID,
            "blocked",
            "what has ended cannot be stopped",
            evidence().run(run -> run.endedLater(2))));
  }

  private static EvidenceFixtures stopped(String signal, long millis, int exitCode) {
    return evidence().run(run -> run.stop(signal, millis, exitCode));
  }

  private static List<CheckCase> second() {
    return List.of(
        pass(ReadonlyRun.ID, "answers without privileges", evidence())
            .under(required(ReadonlyRun.ID, 1)),
        fail(
                ReadonlyRun.ID,
                ReadonlyRun.NOT_STARTED,
                "refused without capabilities",
                evidence().hardenedRun(run -> run.startError("operation not permitted")))
            .under(required(ReadonlyRun.ID, 1)),
        fail(
                ReadonlyRun.ID,
                ReadonlyRun.WRITES,
                "a program that writes beside itself is quoted",
                evidence()
                    .hardenedRun(
                        run -> run.ended(1, "open /app/data.db: read-only file system", "bye")))
            .under(required(ReadonlyRun.ID, 1)),
        fail(
                ReadonlyRun.ID,
                ReadonlyRun.NO_ANSWER,
                "silent without privileges",
                evidence().hardenedRun(run -> run.silent()))
            .under(required(ReadonlyRun.ID, 1)),
        fail(
                ReadonlyRun.ID,
                ReadonlyRun.OTHER_ANSWER,
                "another answer without privileges",
                evidence().hardenedRun(run -> run.answer(500, "oops", "n-1")))
            .under(required(ReadonlyRun.ID, 1)),
        other(
                ReadonlyRun.ID,
                "blocked",
                "what is wrong with every privilege is not held against it twice",
                evidence()
                    .run(run -> run.answer(404, "nothing here", "n-1"))
                    .hardenedRun(run -> run.answer(404, "nothing here", "n-1")))
            .under(required(ReadonlyRun.ID, 1)),
        other(
            ReadonlyRun.ID,
            "not-applicable",
            "not run where no exercise grades it",
            evidence().withoutHardenedRun()),
        other(
                ReadonlyRun.ID,
                "error",
                "a second run that we did not make is ours",
                evidence().withoutHardenedRun())
            .under(required(ReadonlyRun.ID, 1)));
  }

  private static List<CheckCase> staying() {
    return List.of(
        pass(
            StartStable.ID,
            "ready in time and healthy",
            evidence().run(run -> run.health("healthy"))),
        pass(
                StartStable.ID,
                "a health check that has not finished says so",
                evidence().run(run -> run.health("starting")))
            .noting(StartStable.NOTE_HEALTH_STARTING),
        fail(
            StartStable.ID,
            StartStable.SLOW,
            "too slow",
            evidence().run(run -> run.readyMillis(11_000))),
        fail(
            StartStable.ID,
            StartStable.ENDED,
            "answers, then falls over",
            evidence().run(run -> run.endedLater(2))),
        fail(
            StartStable.ID,
            StartStable.OUT_OF_MEMORY,
            "answers, then eats its memory",
            evidence().run(run -> run.endedLater(137).outOfMemory())),
        fail(
                StartStable.ID,
                StartStable.UNHEALTHY,
                "its own health check disagrees",
                evidence()
                    .replacing("EXPOSE 8080", "HEALTHCHECK CMD [\"/server\", \"-check\"]")
                    .run(run -> run.health("unhealthy")))
            .atLine(EXPOSE),
        other(
            StartStable.ID,
            "blocked",
            "what never answered is R01's",
            evidence().run(run -> run.silent())));
  }
}
