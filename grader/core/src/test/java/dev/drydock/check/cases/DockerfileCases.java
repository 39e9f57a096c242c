package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.rule;

import dev.drydock.exercise.CheckRule;
import dev.drydock.fixture.EvidenceFixtures;
import java.util.List;
import java.util.stream.Stream;

/** The Dockerfile's text: D01 to D11. */
final class DockerfileCases {

  private static final String FROM = "FROM golang:1.27 AS build";
  private static final String CMD = "CMD [\"/server\"]";
  private static final String USER = "USER 10001:10001\n";
  private static final String COPY = "COPY --from=build /server /server";

  private DockerfileCases() {}

  static Stream<CheckCase> all() {
    return Stream.of(
            parsing(),
            tags(),
            digests(),
            bases(),
            stages(),
            names(),
            moreNames(),
            commands(),
            inheritedCommands(),
            single(),
            copies(),
            directories(),
            users())
        .flatMap(List::stream);
  }

  /** Text only: what a static check of a file sees. */
  static EvidenceFixtures text(String dockerfile) {
    return evidence().dockerfile(dockerfile).notBuilt();
  }

  private static EvidenceFixtures with(String part, String by) {
    return evidence().replacing(part, by);
  }

  private static List<CheckCase> parsing() {
    return List.of(
        pass("D01", "a sound Dockerfile", evidence()),
        pass(
            "D01",
            "carriage returns and no final newline are fine",
            text("FROM alpine:3.22\r\nRUN echo a \\\r\n  && echo b\r\nCMD [\"sh\"]")),
        pass("D01", "a remark is passed on", with(USER, USER + "LABEL a b\n")).noting("warnings"),
        fail("D01", "error", "an unknown instruction", with("EXPOSE", "EXPOES")).atLine(9),
        fail("D01", "error", "a file without a FROM", text("RUN true\n")).atLine(1),
        fail(
                "D01",
                "builder",
                "what the builder refuses while reading is quoted",
                evidence().buildFails(3, "dockerfile parse error on line 3: something new"))
            .atLine(3),
        pass(
            "D01",
            "a step that fails is no error of the text",
            evidence().buildFails(4, "process \"/bin/sh -c go build\" did not complete")));
  }

  private static List<CheckCase> tags() {
    return List.of(
        pass("D02", "a tag", evidence()),
        pass(
            "D02",
            "the default of an ARG counts",
            with(FROM, "ARG V=1.27\nFROM golang:$V AS build")),
        pass(
            "D02",
            "a digest is more than a tag",
            with("golang:1.27", "golang@sha256:" + "a".repeat(64))),
        fail("D02", "no-tag", "no tag", with("golang:1.27", "golang")).atLine(1),
        fail("D02", "latest", "latest", with("golang:1.27", "golang:latest")).atLine(1),
        fail(
                "D02",
                "latest",
                "latest by way of an ARG",
                with(FROM, "ARG V=latest\nFROM golang:$V AS build"))
            .atLine(2),
        fail(
                "D02",
                "no-tag",
                "a host with a port has no tag yet",
                with("golang:1.27", "localhost:5000/golang"))
            .atLine(1),
        other(
            "D02",
            "blocked",
            "what fails in a text with errors may be a consequence",
            text("FROM golang AS build\nRUNN go build\n")));
  }

  private static List<CheckCase> digests() {
    return List.of(
        other("D03", "not-applicable", "optional: asked only where an exercise does", evidence()),
        pass("D03", "a digest", with("golang:1.27", "golang:1.27@sha256:" + "a".repeat(64)))
            .under(required("D03", 1)),
        fail("D03", "no-digest", "no digest", evidence()).under(required("D03", 1)).atLine(1));
  }

  private static List<CheckCase> bases() {
    CheckRule list = rule("D04", 1).allow("scratch", "alpine", "node:*-slim").get();
    return List.of(
        pass("D04", "scratch", evidence()).under(list),
        pass("D04", "any tag of a name without one", with("scratch", "alpine:3.22")).under(list),
        pass("D04", "a pattern", with("scratch", "node:24-slim")).under(list),
        pass(
                "D04",
                "the base of the stage it is built on",
                text("FROM alpine:3.22 AS base\nFROM base\n"))
            .under(list),
        fail("D04", "other", "another image", with("scratch", "golang:1.27")).under(list).atLine(6),
        fail("D04", "other", "a tag the pattern excludes", with("scratch", "node:24"))
            .under(list)
            .atLine(6),
        fail(
                "D04",
                "other",
                "someone else's image of that name",
                with("scratch", "evil/alpine:3.22"))
            .under(list)
            .atLine(6),
        other("D04", "not-applicable", "no list, no verdict", evidence()));
  }

  private static List<CheckCase> stages() {
    return List.of(
        pass("D05", "two stages, the final one copying", evidence()),
        pass(
            "D05",
            "files taken by a mount count",
            with(COPY, "RUN --mount=from=build,target=/b cp /b/server /server")),
        pass(
            "D05",
            "a stage the final one is built on may do the copying",
            with(COPY, COPY + "\nFROM 1 AS last")
                .replacing("FROM scratch", "FROM scratch AS x")
                .replacing("FROM 1", "FROM x")),
        fail("D05", "one-stage", "one stage", text("FROM golang:1.27\nCMD [\"x\"]\n")).atLine(1),
        fail("D05", "no-copy", "two Dockerfiles pasted into one file", with(COPY, "COPY . ."))
            .atLine(6),
        fail(
                "D05",
                "no-copy",
                "copying from an image is not copying from a stage",
                with(COPY, "COPY --from=alpine:3.22 /etc/passwd /etc/"))
            .atLine(6));
  }

  private static List<CheckCase> names() {
    CheckRule named = rule("D06", 1).namedStages().get();
    return List.of(
        pass("D06", "a named stage", evidence()).under(named),
        pass("D06", "a number is fine where names are not asked", with("--from=build", "--from=0")),
        pass("D06", "lower-case as is the same word", with("AS build", "as build")),
        pass(
            "D06",
            "an image that the builder found is no misspelt stage",
            with(COPY, COPY + "\nCOPY --from=busybox /bin/sh /sh")),
        pass(
            "D06",
            "an image nobody has looked for yet may well be one",
            with(COPY, COPY + "\nCOPY --from=nginx /etc/nginx /n").notBuilt()),
        fail(
                "D06",
                "unknown",
                "a stage that is called something else altogether",
                with("--from=build", "--from=compile")
                    .replacing("FROM scratch", "FROM build")
                    .buildFails(7, "compile: pull access denied"))
            .atLine(7),
        pass(
            "D06",
            "an image with a tag is meant as one",
            with(COPY, COPY + "\nCOPY --from=busybox:1 /bin/sh /sh").notBuilt()),
        fail("D06", "by-number", "a number where names are asked", with("--from=build", "--from=0"))
            .under(named)
            .atLine(7),
        fail(
                "D06",
                "unknown",
                "a misspelt stage",
                with("--from=build", "--from=biuld")
                    .replacing("FROM scratch", "FROM build")
                    .buildFails(7, "pull access denied"))
            .atLine(7));
  }

  private static List<CheckCase> moreNames() {
    return List.of(
        fail(
                "D06",
                "upper-case",
                "capitals in a name",
                with("AS build", "AS Build").replacing("--from=build", "--from=Build"))
            .atLine(1),
        fail(
                "D06",
                "reserved",
                "a reserved name",
                with("AS build", "AS context").replacing("--from=build", "--from=context"))
            .atLine(1),
        fail(
                "D06",
                "duplicate",
                "the same name twice",
                with("FROM scratch", "FROM build AS build\nRUN true\n\nFROM scratch"))
            .atLine(6),
        fail(
                "D06",
                "unused",
                "a stage that nothing uses",
                with("FROM scratch", "FROM alpine:3.22 AS tools\n\nFROM scratch"))
            .atLine(6),
        other(
            "D06",
            "blocked",
            "a number beyond the stages is an error of the text",
            with("--from=build", "--from=7").notBuilt()),
        fail(
                "D06",
                "invalid",
                "a reference that cannot be one, in a stage that is not built",
                with(
                    "FROM scratch",
                    "FROM alpine:3.22\nCOPY --from=last /a /b\n\nFROM scratch AS last"))
            .atLine(7));
  }

  private static List<CheckCase> commands() {
    return List.of(
        pass("D07", "exec form", evidence()),
        pass(
            "D07",
            "a shell called in exec form is R04's to judge",
            with(CMD, "CMD [\"sh\", \"-c\", \"/server\"]")),
        pass(
            "D07",
            "an earlier stage may start what it likes",
            with("WORKDIR /src", "WORKDIR /src\nCMD ./server")),
        fail("D07", "shell", "shell form", with(CMD, "CMD ./server")).atLine(10),
        fail(
                "D07",
                "shell-needed",
                "a variable needs the shell, and says so",
                with(CMD, "CMD serve -s build -l $PORT"))
            .atLine(10),
        fail("D07", "not-json", "single quotes", with(CMD, "CMD ['/server']")).atLine(10),
        fail("D07", "not-json", "a trailing comma", with(CMD, "CMD [\"/server\",]")).atLine(10),
        fail("D07", "not-json", "a bare word", with(CMD, "CMD [/server]")).atLine(10),
        fail("D07", "not-json", "smart quotes", with(CMD, "CMD [“/server”]")).atLine(10),
        fail(
                "D07",
                "not-json",
                "words behind the bracket",
                with(CMD, "CMD [\"npm\", \"start\"] add ."))
            .atLine(10),
        fail(
                "D07",
                "shell",
                "a shell CMD behind the script of the base",
                with(CMD, "CMD ./server").image(image -> image.entrypoint("docker-entrypoint.sh")))
            .atLine(10),
        fail("D07", "shell", "an ENTRYPOINT in shell form", with(CMD, "ENTRYPOINT /server"))
            .atLine(10),
        fail(
                "D07",
                "mixed",
                "an exec ENTRYPOINT with a shell CMD",
                with(CMD, "ENTRYPOINT [\"/server\"]\nCMD -v"))
            .atLine(11));
  }

  private static List<CheckCase> inheritedCommands() {
    EvidenceFixtures silent = with(CMD + "\n", "");
    return List.of(
        pass(
                "D07",
                "nginx brings its own command",
                with(CMD + "\n", "").image(image -> image.cmd("nginx", "-g", "daemon off;")))
            .noting("inherited"),
        pass(
            "D07",
            "a stage it is built on declares it",
            text("FROM alpine:3.22 AS a\nCMD [\"sh\"]\nFROM a\n")),
        fail(
            "D07",
            "inherited",
            "a base in shell form",
            with(CMD + "\n", "").image(image -> image.cmd("/bin/sh", "-c", "run me"))),
        fail("D07", "none", "nothing to start", silent.image(image -> image.cmd())),
        fail(
            "D07",
            "none",
            "nothing to start on scratch, also before it is built",
            with(CMD + "\n", "").notBuilt()),
        other(
            "D07",
            "blocked",
            "what a base brings is known once it is built",
            text("FROM nginx:1.29\n")));
  }

  private static List<CheckCase> single() {
    return List.of(
        pass("D08", "one in each stage is fine", with("WORKDIR /src", "WORKDIR /src\nCMD [\"a\"]")),
        fail("D08", "repeated", "two CMDs", with(CMD, "CMD [\"a\"]\n" + CMD)).atLine(10),
        fail(
                "D08",
                "repeated",
                "two ENTRYPOINTs in an earlier stage",
                with("WORKDIR /src", "ENTRYPOINT [\"a\"]\nENTRYPOINT [\"b\"]"))
            .atLine(2));
  }

  private static List<CheckCase> copies() {
    return List.of(
        pass("D09", "COPY", evidence()),
        pass(
            "D09",
            "addresses, repositories and archives need ADD",
            with(
                "COPY . .",
                "ADD https://example.org/a.bin /a\nADD git@example.org:a/b.git /b\n"
                    + "ADD files.tar.gz /c\nCOPY . .")),
        fail("D09", "plain-add", "a plain folder", with("COPY . .", "ADD . .")).atLine(3),
        fail("D09", "plain-add", "a zip is not unpacked", with("COPY . .", "ADD app.zip /app/"))
            .atLine(3));
  }

  private static List<CheckCase> directories() {
    return List.of(
        pass("D10", "absolute", evidence()),
        pass(
            "D10",
            "absolute by way of an ARG",
            with("WORKDIR /src", "ARG DIR=/src\nWORKDIR $DIR/app")),
        pass(
            "D10",
            "a variable of the base's cannot be told",
            with("WORKDIR /src", "WORKDIR $GOPATH/src")),
        pass("D10", "cd with something after it", with("RUN CGO", "RUN cd /src && CGO")),
        fail("D10", "relative", "relative", with("WORKDIR /src", "WORKDIR src")).atLine(2),
        fail("D10", "cd", "a lone cd", with("WORKDIR /src", "RUN cd /src")).atLine(2));
  }

  private static List<CheckCase> users() {
    return List.of(
        pass("D11", "a number", evidence()),
        pass("D11", "a name", with("USER 10001:10001", "USER app")),
        pass(
            "D11",
            "in the stage it is built on",
            text("FROM alpine:3.22 AS base\nUSER app\nFROM base\n")),
        pass(
                "D11",
                "the base's own user is declared well enough",
                with(USER, "").image(image -> image.user("101")))
            .noting("inherited"),
        fail("D11", "none", "no USER", with(USER, "").notBuilt()),
        fail(
                "D11",
                "elsewhere",
                "a USER in an earlier stage only",
                with(USER, "").replacing("WORKDIR /src", "WORKDIR /src\nUSER 1000").notBuilt())
            .atLine(3),
        fail(
                "D11",
                "created-only",
                "created, never switched to",
                with(USER, "RUN adduser -D app\n").notBuilt())
            .atLine(8),
        fail("D11", "root", "root again at the end", with(USER, USER + "USER root\n")).atLine(9),
        fail("D11", "root", "root by number and group", with("USER 10001:10001", "USER 0:10001"))
            .atLine(8));
  }
}
