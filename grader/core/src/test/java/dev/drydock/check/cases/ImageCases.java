package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.rule;
import static dev.drydock.fixture.ImageFixture.program;

import dev.drydock.check.image.ExposeDeclared;
import dev.drydock.check.image.LayersMax;
import dev.drydock.check.image.SizeMax;
import dev.drydock.check.image.SizeVersusStarter;
import dev.drydock.check.image.StaticBinary;
import dev.drydock.check.image.UserUid;
import dev.drydock.evidence.StarterEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.fixture.ImageFixture;
import dev.drydock.image.anatomy.ExecutableFacts.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The image: size, users, what it starts. */
final class ImageCases {

  private static final int COPY = 7;
  private static final int FROM = 6;
  private static final int USER = 8;
  private static final int EXPOSE = 9;
  private static final int CMD = 10;
  private static final String LOADER = "/lib64/ld-linux-x86-64.so.2";

  private ImageCases() {}

  static Stream<CheckCase> all() {
    return Stream.of(size(), starter(), layers(), users(), programs(), ports())
        .flatMap(List::stream);
  }

  private static List<CheckCase> size() {
    CheckRule limit = rule(SizeMax.ID, 10).set("max: 8 MB").get();
    return List.of(
        pass(SizeMax.ID, "smaller than the limit", evidence())
            .under(limit)
            .noting(SizeMax.NOTE_COMPRESSED),
        fail(
                SizeMax.ID,
                SizeMax.OWN,
                "the heaviest instruction is named",
                image(
                    image ->
                        image
                            .own("COPY /assets /assets # buildkit", 30_000_000)
                            .own("RUN touch x", 10)))
            .under(limit),
        fail(
                SizeMax.ID,
                SizeMax.BASE,
                "a base over the limit is named instead",
                image(image -> image.noLayers().base(80_000_000).own("COPY x", 7_000_000)))
            .under(limit)
            .atLine(FROM),
        other(SizeMax.ID, "not-applicable", "no limit, no verdict", evidence()),
        other(SizeMax.ID, "blocked", "no image, no size", evidence().buildFails(4, "exit code 1"))
            .under(limit));
  }

  private static List<CheckCase> starter() {
    CheckRule whole = rule(SizeVersusStarter.ID, 5).set("maxRatio: 0.1").get();
    CheckRule own = rule(SizeVersusStarter.ID, 5).set("maxRatio: 0.1").set("ownBytes: true").get();
    return List.of(
        pass(SizeVersusStarter.ID, "a tenth of the starter", evidence())
            .under(whole)
            .noting(SizeVersusStarter.NOTE_SAVED),
        fail(
                SizeVersusStarter.ID,
                SizeVersusStarter.OWN,
                "own bytes compared with own bytes",
                evidence())
            .under(own)
            .atLine(COPY),
        fail(
                SizeVersusStarter.ID,
                SizeVersusStarter.BASE,
                "most of it is the base",
                image(image -> image.noLayers().base(250_000_000).own("COPY x", 7_000_000)))
            .under(whole)
            .atLine(FROM),
        other(
                SizeVersusStarter.ID,
                "error",
                "a starter that we did not build is ours",
                evidence().starter(null))
            .under(whole),
        other(
                SizeVersusStarter.ID,
                "error",
                "a starter without bytes compares with nothing",
                evidence().starter(new StarterEvidence(0, 0)))
            .under(whole),
        other(
            SizeVersusStarter.ID,
            "not-applicable",
            "no ratio, no verdict",
            evidence().starter(null)));
  }

  private static List<CheckCase> layers() {
    CheckRule limit = rule(LayersMax.ID, 2).set("maxCount: 1").get();
    return List.of(
        pass(
                LayersMax.ID,
                "the base's layers do not count",
                image(image -> image.noLayers().base(5_000_000).base(1_000).own("COPY x", 10)))
            .under(limit),
        fail(
                LayersMax.ID,
                LayersMax.TOO_MANY,
                "one layer too many",
                image(image -> image.own("RUN touch x", 10)))
            .under(limit),
        other(LayersMax.ID, "not-applicable", "no limit, no verdict", evidence()));
  }

  private static List<CheckCase> users() {
    CheckRule numeric = rule(UserUid.ID, 2).set("numeric: true").get();
    return List.of(
        pass(UserUid.ID, "a number", evidence()),
        pass(
            UserUid.ID,
            "a name that the image knows",
            user("app", image -> image.account("app", 1000))),
        pass(
            UserUid.ID,
            "a group that the image knows",
            user("10001:app", image -> image.group("app", 1000))),
        pass(
            UserUid.ID,
            "nginx-unprivileged is non-root without any USER",
            user("101", image -> image).replacing("USER 10001:10001\n", "")),
        fail(
            UserUid.ID,
            UserUid.NONE,
            "no user at all is root",
            user("", image -> image).replacing("USER 10001:10001\n", "")),
        fail(
            UserUid.ID,
            UserUid.NONE,
            "a USER in an earlier stage only",
            user("", image -> image)
                .replacing("USER 10001:10001\n", "")
                .replacing("WORKDIR /src", "WORKDIR /src\nUSER 10001")),
        fail(UserUid.ID, UserUid.ROOT, "0:0 is root", user("0:0", image -> image)).atLine(USER),
        fail(UserUid.ID, UserUid.ROOT, "root by name on scratch", user("root", image -> image))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.ALIAS,
                "an alias of uid 0 is root",
                user("toor", image -> image.account("toor", 0)))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.NO_PASSWD,
                "a name on scratch without passwd cannot start",
                user("app", image -> image))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.UNREAD,
                "a name in an /etc/passwd of 200 MB",
                user("app", ImageFixture::accountsUnread))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.UNREAD,
                "a group in an /etc/group of 200 MB",
                user("10001:app", ImageFixture::accountsUnread))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.ROOT,
                "root, whatever such an /etc/passwd says",
                user("root", ImageFixture::accountsUnread))
            .atLine(USER),
        pass(
            UserUid.ID,
            "a number beside such an /etc/passwd",
            user("10001", ImageFixture::accountsUnread)),
        fail(
                UserUid.ID,
                UserUid.UNKNOWN_NAME,
                "a name that was created in another stage",
                user("app", image -> image.account("root", 0)))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.UNKNOWN_GROUP,
                "a group where the image knows another",
                user("10001:app", image -> image.group("root", 0)))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.UNKNOWN_GROUP,
                "a group that nobody knows",
                user("10001:app", image -> image))
            .atLine(USER),
        fail(
                UserUid.ID,
                UserUid.NOT_NUMERIC,
                "a name where a number is asked",
                user("app", image -> image.account("app", 1000)))
            .under(numeric)
            .atLine(USER),
        pass(UserUid.ID, "a number where a number is asked", evidence()).under(numeric));
  }

  private static EvidenceFixtures user(String configured, UnaryOperator<ImageFixture> more) {
    return evidence().image(image -> more.apply(image.user(configured)));
  }

  private static List<CheckCase> programs() {
    return List.of(
        pass(StaticBinary.ID, "statically linked", evidence()),
        pass(
            StaticBinary.ID,
            "dynamically linked with all it needs",
            starts(Kind.ELF_DYNAMIC, LOADER, true, List.of())),
        pass(
            StaticBinary.ID,
            "a script whose interpreter is there",
            starts(Kind.SCRIPT, "/usr/bin/env node", true, List.of())),
        fail(
                StaticBinary.ID,
                StaticBinary.NO_LOADER,
                "a cgo build on scratch lacks its loader",
                starts(Kind.ELF_DYNAMIC, LOADER, false, List.of("libc.so.6")))
            .atLine(CMD),
        fail(
                StaticBinary.ID,
                StaticBinary.NO_LIBRARY,
                "a loader without the libraries",
                starts(Kind.ELF_DYNAMIC, LOADER, true, List.of("libstdc++.so.6")))
            .atLine(CMD),
        fail(
                StaticBinary.ID,
                StaticBinary.NO_SCRIPT_SHELL,
                "a script without its interpreter",
                starts(Kind.SCRIPT, "/bin/sh", false, List.of()))
            .atLine(CMD),
        fail(
                StaticBinary.ID,
                StaticBinary.SCRIPT_OF_WINDOWS,
                "a script whose first line ends as Windows ends lines",
                starts(Kind.SCRIPT, "/bin/sh\r", true, List.of()))
            .atLine(CMD),
        fail(
                StaticBinary.ID,
                StaticBinary.NO_FILE,
                "a command that names nothing",
                starts(Kind.MISSING, null, false, List.of()))
            .atLine(CMD),
        fail(
                StaticBinary.ID,
                StaticBinary.NO_SHELL,
                "a shell command on scratch",
                image(
                    image ->
                        image
                            .cmd("/bin/sh", "-c", "/server")
                            .program(program("/bin/sh", Kind.MISSING, null, false, List.of()))))
            .atLine(CMD),
        fail(
                StaticBinary.ID,
                StaticBinary.NOT_EXECUTABLE,
                "a binary copied without its execute bit",
                image(
                    image ->
                        image.program(
                            new dev.drydock.image.anatomy.ExecutableFacts(
                                "/server",
                                "/server",
                                Kind.ELF_STATIC,
                                "x86-64",
                                7,
                                false,
                                null,
                                false,
                                List.of(),
                                List.of()))))
            .atLine(CMD),
        other(
            StaticBinary.ID,
            "not-applicable",
            "no command, nothing to load",
            image(image -> image.program(program("", Kind.NONE, null, false, List.of())))),
        other(
            StaticBinary.ID,
            "not-applicable",
            "neither ELF nor script",
            starts(Kind.OTHER, null, false, List.of())));
  }

  private static EvidenceFixtures starts(
      Kind kind, String interpreter, boolean present, List<String> missing) {
    return image(image -> image.program(program("/server", kind, interpreter, present, missing)));
  }

  private static List<CheckCase> ports() {
    return List.of(
        pass(ExposeDeclared.ID, "the port and no other", evidence()),
        pass(
            ExposeDeclared.ID,
            "port 80 of the base is not the student's",
            image(image -> image.exposed("80/tcp", "8080/tcp"))),
        fail(
            ExposeDeclared.ID,
            ExposeDeclared.NONE,
            "no EXPOSE",
            image(image -> image.exposed()).replacing("EXPOSE 8080\n", "")),
        fail(
                ExposeDeclared.ID,
                ExposeDeclared.OTHER,
                "another port",
                image(image -> image.exposed("3000/tcp")).replacing("EXPOSE 8080", "EXPOSE 3000"))
            .atLine(EXPOSE),
        fail(
                ExposeDeclared.ID,
                ExposeDeclared.OTHER,
                "the port for another protocol",
                image(image -> image.exposed("8080/udp"))
                    .replacing("EXPOSE 8080", "EXPOSE 8080/udp"))
            .atLine(EXPOSE),
        fail(
                ExposeDeclared.ID,
                ExposeDeclared.TOO_MANY,
                "one port too many",
                image(image -> image.exposed("3000/tcp", "8080/tcp"))
                    .replacing("EXPOSE 8080", "EXPOSE 8080 3000"))
            .atLine(EXPOSE),
        pass(
            ExposeDeclared.ID,
            "EXPOSE with a variable is what the image says",
            evidence().replacing("EXPOSE 8080", "ENV PORT=8080\nEXPOSE $PORT")));
  }

  static EvidenceFixtures image(UnaryOperator<ImageFixture> change) {
    return evidence().image(change);
  }
}
