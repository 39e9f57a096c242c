package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.rule;

import dev.drydock.check.dockerfile.BaseAllowed;
import dev.drydock.check.dockerfile.BaseDigest;
import dev.drydock.check.dockerfile.BaseTagged;
import dev.drydock.check.dockerfile.CommandSingle;
import dev.drydock.check.dockerfile.CopyNotAdd;
import dev.drydock.check.dockerfile.DockerfileParses;
import dev.drydock.check.dockerfile.ExecForm;
import dev.drydock.check.dockerfile.StagesMulti;
import dev.drydock.check.dockerfile.StagesNamed;
import dev.drydock.check.dockerfile.UserDeclared;
import dev.drydock.check.dockerfile.WorkdirAbsolute;
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
        pass(DockerfileParses.ID, "a sound Dockerfile", evidence()),
        pass(
            DockerfileParses.ID,
            "carriage returns and no final newline are fine",
            text("FROM alpine:3.22\r\nRUN echo a \\\r\n  && echo b\r\nCMD [\"sh\"]")),
        pass(DockerfileParses.ID, "a remark is passed on", with(USER, USER + "LABEL a b\n"))
            .noting(DockerfileParses.NOTE_WARNINGS),
        fail(
                DockerfileParses.ID,
                DockerfileParses.ERROR,
                "an unknown instruction",
                with("EXPOSE", "EXPOES"))
            .atLine(9),
        fail(
                DockerfileParses.ID,
                DockerfileParses.ERROR,
                "a file without a FROM",
                text("RUN true\n"))
            .atLine(1),
        fail(
                DockerfileParses.ID,
                DockerfileParses.BUILDER,
                "what the builder refuses while reading is quoted",
                evidence().buildFails(3, "dockerfile parse error on line 3: something new"))
            .atLine(3),
        pass(
            DockerfileParses.ID,
            "a step that fails is no error of the text",
            evidence().buildFails(4, "process \"/bin/sh -c go build\" did not complete")));
  }

  private static List<CheckCase> tags() {
    return List.of(
        pass(BaseTagged.ID, "a tag", evidence()),
        pass(
            BaseTagged.ID,
            "the default of an ARG counts",
            with(FROM, "ARG V=1.27\nFROM golang:$V AS build")),
        pass(
            BaseTagged.ID,
            "a digest is more than a tag",
            with("golang:1.27", "golang@sha256:" + "a".repeat(64))),
        fail(BaseTagged.ID, BaseTagged.NO_TAG, "no tag", with("golang:1.27", "golang")).atLine(1),
        fail(BaseTagged.ID, BaseTagged.LATEST, "latest", with("golang:1.27", "golang:latest"))
            .atLine(1),
        fail(
                BaseTagged.ID,
                BaseTagged.LATEST,
                "latest by way of an ARG",
                with(FROM, "ARG V=latest\nFROM golang:$V AS build"))
            .atLine(2),
        fail(
                BaseTagged.ID,
                BaseTagged.NO_TAG,
                "a host with a port has no tag yet",
                with("golang:1.27", "localhost:5000/golang"))
            .atLine(1),
        other(
            BaseTagged.ID,
            "blocked",
            "what fails in a text with errors may be a consequence",
            text("FROM golang AS build\nRUNN go build\n")));
  }

  private static List<CheckCase> digests() {
    return List.of(
        other(
            BaseDigest.ID,
            "not-applicable",
            "optional: asked only where an exercise does",
            evidence()),
        pass(BaseDigest.ID, "a digest", with("golang:1.27", "golang:1.27@sha256:" + "a".repeat(64)))
            .under(required(BaseDigest.ID, 1)),
        fail(BaseDigest.ID, BaseDigest.NO_DIGEST, "no digest", evidence())
            .under(required(BaseDigest.ID, 1))
            .atLine(1));
  }

  private static List<CheckCase> bases() {
    CheckRule list = rule(BaseAllowed.ID, 1).set("allow: [scratch, alpine, node:*-slim]").get();
    return List.of(
        pass(BaseAllowed.ID, "scratch", evidence()).under(list),
        pass(BaseAllowed.ID, "any tag of a name without one", with("scratch", "alpine:3.22"))
            .under(list),
        pass(BaseAllowed.ID, "a pattern", with("scratch", "node:24-slim")).under(list),
        pass(
                BaseAllowed.ID,
                "the base of the stage it is built on",
                text("FROM alpine:3.22 AS base\nFROM base\n"))
            .under(list),
        fail(BaseAllowed.ID, BaseAllowed.OTHER, "another image", with("scratch", "golang:1.27"))
            .under(list)
            .atLine(6),
        fail(
                BaseAllowed.ID,
                BaseAllowed.OTHER,
                "a tag the pattern excludes",
                with("scratch", "node:24"))
            .under(list)
            .atLine(6),
        fail(
                BaseAllowed.ID,
                BaseAllowed.OTHER,
                "someone else's image of that name",
                with("scratch", "evil/alpine:3.22"))
            .under(list)
            .atLine(6),
        other(BaseAllowed.ID, "not-applicable", "no list, no verdict", evidence()));
  }

  private static List<CheckCase> stages() {
    return List.of(
        pass(StagesMulti.ID, "two stages, the final one copying", evidence()),
        pass(
            StagesMulti.ID,
            "files taken by a mount count",
            with(COPY, "RUN --mount=from=build,target=/b cp /b/server /server")),
        pass(
            StagesMulti.ID,
            "a stage the final one is built on may do the copying",
            with(COPY, COPY + "\nFROM 1 AS last")
                .replacing("FROM scratch", "FROM scratch AS x")
                .replacing("FROM 1", "FROM x")),
        fail(
                StagesMulti.ID,
                StagesMulti.ONE_STAGE,
                "one stage",
                text("FROM golang:1.27\nCMD [\"x\"]\n"))
            .atLine(1),
        fail(
                StagesMulti.ID,
                StagesMulti.NO_COPY,
                "two Dockerfiles pasted into one file",
                with(COPY, "COPY . ."))
            .atLine(6),
        fail(
                StagesMulti.ID,
                StagesMulti.NO_COPY,
                "the stage to copy from is not the one it is built on",
                text("FROM alpine:3.22 AS base\nFROM golang:1.27 AS build\nFROM base\n"))
            .atLine(3),
        fail(
                StagesMulti.ID,
                StagesMulti.NO_COPY,
                "copying from an image is not copying from a stage",
                with(COPY, "COPY --from=alpine:3.22 /etc/passwd /etc/"))
            .atLine(6));
  }

  private static List<CheckCase> names() {
    CheckRule named = rule(StagesNamed.ID, 1).set("namedStages: true").get();
    return List.of(
        pass(StagesNamed.ID, "a named stage", evidence()).under(named),
        pass(
            StagesNamed.ID,
            "a number is fine where names are not asked",
            with("--from=build", "--from=0")),
        pass(StagesNamed.ID, "lower-case as is the same word", with("AS build", "as build")),
        pass(
            StagesNamed.ID,
            "an image that the builder found is no misspelt stage",
            with(COPY, COPY + "\nCOPY --from=busybox /bin/sh /sh")),
        pass(
            StagesNamed.ID,
            "an image nobody has looked for yet may well be one",
            with(COPY, COPY + "\nCOPY --from=nginx /etc/nginx /n").notBuilt()),
        fail(
                StagesNamed.ID,
                StagesNamed.UNKNOWN,
                "a stage that is called something else altogether",
                with("--from=build", "--from=compile")
                    .replacing("FROM scratch", "FROM build")
                    .buildFails(7, "compile: pull access denied"))
            .atLine(7),
        pass(
            StagesNamed.ID,
            "an image with a tag is meant as one",
            with(COPY, COPY + "\nCOPY --from=busybox:1 /bin/sh /sh").notBuilt()),
        pass(
                StagesNamed.ID,
                "an image that the exercise allows is meant, whatever its name resembles",
                with(COPY, COPY + "\nCOPY --from=builds /bin/sh /sh").notBuilt())
            .under(rule(StagesNamed.ID, 1).set("allow: [builds]").get()),
        fail(
                StagesNamed.ID,
                StagesNamed.BY_NUMBER,
                "a number where names are asked",
                with("--from=build", "--from=0"))
            .under(named)
            .atLine(7),
        fail(
                StagesNamed.ID,
                StagesNamed.UNKNOWN,
                "a misspelt stage",
                with("--from=build", "--from=biuld")
                    .replacing("FROM scratch", "FROM build")
                    .buildFails(7, "pull access denied"))
            .atLine(7));
  }

  private static List<CheckCase> moreNames() {
    return List.of(
        fail(
                StagesNamed.ID,
                StagesNamed.UPPER_CASE,
                "capitals in a name",
                with("AS build", "AS Build").replacing("--from=build", "--from=Build"))
            .atLine(1),
        fail(
                StagesNamed.ID,
                StagesNamed.RESERVED,
                "a reserved name",
                with("AS build", "AS context").replacing("--from=build", "--from=context"))
            .atLine(1),
        fail(
                StagesNamed.ID,
                StagesNamed.DUPLICATE,
                "the same name twice",
                with("FROM scratch", "FROM build AS build\nRUN true\n\nFROM scratch"))
            .atLine(6),
        fail(
                StagesNamed.ID,
                StagesNamed.UNUSED,
                "a stage that nothing uses",
                with("FROM scratch", "FROM alpine:3.22 AS tools\n\nFROM scratch"))
            .atLine(6),
        other(
            StagesNamed.ID,
            "blocked",
            "a number beyond the stages is an error of the text",
            with("--from=build", "--from=7").notBuilt()),
        fail(
                StagesNamed.ID,
                StagesNamed.INVALID,
                "a reference that cannot be one, in a stage that is not built",
                with(
                    "FROM scratch",
                    "FROM alpine:3.22\nCOPY --from=last /a /b\n\nFROM scratch AS last"))
            .atLine(7));
  }

  private static List<CheckCase> commands() {
    return List.of(
        pass(ExecForm.ID, "exec form", evidence()),
        pass(
            ExecForm.ID,
            "a shell called in exec form is R04's to judge",
            with(CMD, "CMD [\"sh\", \"-c\", \"/server\"]")),
        pass(
            ExecForm.ID,
            "an earlier stage may start what it likes",
            with("WORKDIR /src", "WORKDIR /src\nCMD ./server")),
        fail(ExecForm.ID, ExecForm.SHELL, "shell form", with(CMD, "CMD ./server")).atLine(10),
        fail(
                ExecForm.ID,
                ExecForm.SHELL_NEEDED,
                "a variable needs the shell, and says so",
                with(CMD, "CMD serve -s build -l $PORT"))
            .atLine(10),
        fail(ExecForm.ID, ExecForm.NOT_JSON, "single quotes", with(CMD, "CMD ['/server']"))
            .atLine(10),
        fail(ExecForm.ID, ExecForm.NOT_JSON, "a trailing comma", with(CMD, "CMD [\"/server\",]"))
            .atLine(10),
        fail(ExecForm.ID, ExecForm.NOT_JSON, "a bare word", with(CMD, "CMD [/server]")).atLine(10),
        fail(ExecForm.ID, ExecForm.NOT_JSON, "smart quotes", with(CMD, "CMD [“/server”]"))
            .atLine(10),
        fail(
                ExecForm.ID,
                ExecForm.NOT_JSON,
                "words behind the bracket",
                with(CMD, "CMD [\"npm\", \"start\"] add ."))
            .atLine(10),
        fail(
                ExecForm.ID,
                ExecForm.SHELL,
                "a shell CMD behind the script of the base",
                with(CMD, "CMD ./server").image(image -> image.entrypoint("docker-entrypoint.sh")))
            .atLine(10),
        fail(
                ExecForm.ID,
                ExecForm.SHELL,
                "an ENTRYPOINT in shell form",
                with(CMD, "ENTRYPOINT /server"))
            .atLine(10),
        fail(
                ExecForm.ID,
                ExecForm.MIXED,
                "an exec ENTRYPOINT with a shell CMD",
                with(CMD, "ENTRYPOINT [\"/server\"]\nCMD -v"))
            .atLine(11));
  }

  private static List<CheckCase> inheritedCommands() {
    EvidenceFixtures silent = with(CMD + "\n", "");
    return List.of(
        pass(
                ExecForm.ID,
                "nginx brings its own command",
                with(CMD + "\n", "").image(image -> image.cmd("nginx", "-g", "daemon off;")))
            .noting(ExecForm.NOTE_INHERITED),
        pass(
            ExecForm.ID,
            "a stage it is built on declares it",
            text("FROM alpine:3.22 AS a\nCMD [\"sh\"]\nFROM a\n")),
        fail(
            ExecForm.ID,
            ExecForm.INHERITED,
            "a base in shell form",
            with(CMD + "\n", "").image(image -> image.cmd("/bin/sh", "-c", "run me"))),
        fail(ExecForm.ID, ExecForm.NONE, "nothing to start", silent.image(image -> image.cmd())),
        fail(
            ExecForm.ID,
            ExecForm.NONE,
            "nothing to start on scratch, also before it is built",
            with(CMD + "\n", "").notBuilt()),
        other(
            ExecForm.ID,
            "blocked",
            "what a base brings is known once it is built",
            text("FROM nginx:1.29\n")));
  }

  private static List<CheckCase> single() {
    return List.of(
        pass(
            CommandSingle.ID,
            "one in each stage is fine",
            with("WORKDIR /src", "WORKDIR /src\nCMD [\"a\"]")),
        fail(CommandSingle.ID, CommandSingle.REPEATED, "two CMDs", with(CMD, "CMD [\"a\"]\n" + CMD))
            .atLine(10),
        fail(
                CommandSingle.ID,
                CommandSingle.REPEATED,
                "two ENTRYPOINTs in an earlier stage",
                with("WORKDIR /src", "ENTRYPOINT [\"a\"]\nENTRYPOINT [\"b\"]"))
            .atLine(2));
  }

  private static List<CheckCase> copies() {
    return List.of(
        pass(CopyNotAdd.ID, "COPY", evidence()),
        pass(
            CopyNotAdd.ID,
            "addresses, repositories and archives need ADD",
            with(
                "COPY . .",
                "ADD https://example.org/a.bin /a\nADD git@example.org:a/b.git /b\n"
                    + "ADD files.tar.gz /c\nCOPY . .")),
        fail(CopyNotAdd.ID, CopyNotAdd.PLAIN_ADD, "a plain folder", with("COPY . .", "ADD . ."))
            .atLine(3),
        fail(
                CopyNotAdd.ID,
                CopyNotAdd.PLAIN_ADD,
                "a zip is not unpacked",
                with("COPY . .", "ADD app.zip /app/"))
            .atLine(3));
  }

  private static List<CheckCase> directories() {
    return List.of(
        pass(WorkdirAbsolute.ID, "absolute", evidence()),
        pass(
            WorkdirAbsolute.ID,
            "absolute by way of an ARG",
            with("WORKDIR /src", "ARG DIR=/src\nWORKDIR $DIR/app")),
        pass(
            WorkdirAbsolute.ID,
            "a variable of the base's cannot be told",
            with("WORKDIR /src", "WORKDIR $GOPATH/src")),
        pass(
            WorkdirAbsolute.ID,
            "cd with something after it",
            with("RUN CGO", "RUN cd /src && CGO")),
        fail(
                WorkdirAbsolute.ID,
                WorkdirAbsolute.RELATIVE,
                "relative",
                with("WORKDIR /src", "WORKDIR src"))
            .atLine(2),
        fail(
                WorkdirAbsolute.ID,
                WorkdirAbsolute.CD,
                "a lone cd",
                with("WORKDIR /src", "RUN cd /src"))
            .atLine(2));
  }

  private static List<CheckCase> users() {
    return List.of(
        pass(UserDeclared.ID, "a number", evidence()),
        pass(UserDeclared.ID, "a name", with("USER 10001:10001", "USER app")),
        pass(
            UserDeclared.ID,
            "in the stage it is built on",
            text("FROM alpine:3.22 AS base\nUSER app\nFROM base\n")),
        pass(
                UserDeclared.ID,
                "the base's own user is declared well enough",
                with(USER, "").image(image -> image.user("101")))
            .noting(UserDeclared.NOTE_INHERITED),
        fail(UserDeclared.ID, UserDeclared.NONE, "no USER", with(USER, "").notBuilt()),
        fail(
            UserDeclared.ID,
            UserDeclared.NONE,
            "a RUN that only speaks of users creates none",
            with(USER, "RUN touch /users\n").notBuilt()),
        fail(
                UserDeclared.ID,
                UserDeclared.CREATED_ONLY,
                "written into the list of users by hand, never switched to",
                with(USER, "RUN echo app:x:10001:10001::/: >> /etc/passwd\n").notBuilt())
            .atLine(8),
        fail(
                UserDeclared.ID,
                UserDeclared.ELSEWHERE,
                "a USER in an earlier stage only",
                with(USER, "").replacing("WORKDIR /src", "WORKDIR /src\nUSER 1000").notBuilt())
            .atLine(3),
        fail(
                UserDeclared.ID,
                UserDeclared.CREATED_ONLY,
                "created, never switched to",
                with(USER, "RUN adduser -D app\n").notBuilt())
            .atLine(8),
        fail(
                UserDeclared.ID,
                UserDeclared.ROOT,
                "root again at the end",
                with(USER, USER + "USER root\n"))
            .atLine(9),
        fail(
                UserDeclared.ID,
                UserDeclared.ROOT,
                "root by number and group",
                with("USER 10001:10001", "USER 0:10001"))
            .atLine(8));
  }
}
