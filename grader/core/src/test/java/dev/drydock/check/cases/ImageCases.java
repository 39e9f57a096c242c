package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.rule;
import static dev.drydock.fixture.ImageFixture.program;

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
    CheckRule limit = rule("I01", 10).max("8 MB").get();
    return List.of(
        pass("I01", "smaller than the limit", evidence()).under(limit).noting("compressed"),
        fail(
                "I01",
                "own",
                "the heaviest instruction is named",
                image(
                    image ->
                        image
                            .own("COPY /assets /assets # buildkit", 30_000_000)
                            .own("RUN touch x", 10)))
            .under(limit),
        fail(
                "I01",
                "base",
                "a base over the limit is named instead",
                image(image -> image.noLayers().base(80_000_000).own("COPY x", 7_000_000)))
            .under(limit)
            .atLine(FROM),
        other("I01", "not-applicable", "no limit, no verdict", evidence()),
        other("I01", "blocked", "no image, no size", evidence().buildFails(4, "exit code 1"))
            .under(limit));
  }

  private static List<CheckCase> starter() {
    CheckRule whole = rule("I02", 5).maxRatio(0.1).get();
    CheckRule own = rule("I02", 5).maxRatio(0.1).ownBytes().get();
    return List.of(
        pass("I02", "a tenth of the starter", evidence()).under(whole).noting("saved"),
        fail("I02", "own", "own bytes compared with own bytes", evidence()).under(own).atLine(COPY),
        fail(
                "I02",
                "base",
                "most of it is the base",
                image(image -> image.noLayers().base(250_000_000).own("COPY x", 7_000_000)))
            .under(whole)
            .atLine(FROM),
        other("I02", "error", "a starter that we did not build is ours", evidence().starter(null))
            .under(whole),
        other(
                "I02",
                "error",
                "a starter without bytes compares with nothing",
                evidence().starter(new StarterEvidence(0, 0)))
            .under(whole),
        other("I02", "not-applicable", "no ratio, no verdict", evidence().starter(null)));
  }

  private static List<CheckCase> layers() {
    CheckRule limit = rule("I03", 2).maxCount(1).get();
    return List.of(
        pass(
                "I03",
                "the base's layers do not count",
                image(image -> image.noLayers().base(5_000_000).base(1_000).own("COPY x", 10)))
            .under(limit),
        fail("I03", "too-many", "one layer too many", image(image -> image.own("RUN touch x", 10)))
            .under(limit),
        other("I03", "not-applicable", "no limit, no verdict", evidence()));
  }

  private static List<CheckCase> users() {
    CheckRule numeric = rule("I09", 2).numeric().get();
    return List.of(
        pass("I09", "a number", evidence()),
        pass(
            "I09", "a name that the image knows", user("app", image -> image.account("app", 1000))),
        pass(
            "I09",
            "nginx-unprivileged is non-root without any USER",
            user("101", image -> image).replacing("USER 10001:10001\n", "")),
        fail(
            "I09",
            "none",
            "no user at all is root",
            user("", image -> image).replacing("USER 10001:10001\n", "")),
        fail(
            "I09",
            "none",
            "a USER in an earlier stage only",
            user("", image -> image)
                .replacing("USER 10001:10001\n", "")
                .replacing("WORKDIR /src", "WORKDIR /src\nUSER 10001")),
        fail("I09", "root", "0:0 is root", user("0:0", image -> image)).atLine(USER),
        fail("I09", "root", "root by name on scratch", user("root", image -> image)).atLine(USER),
        fail(
                "I09",
                "alias",
                "an alias of uid 0 is root",
                user("toor", image -> image.account("toor", 0)))
            .atLine(USER),
        fail(
                "I09",
                "no-passwd",
                "a name on scratch without passwd cannot start",
                user("app", image -> image))
            .atLine(USER),
        fail(
                "I09",
                "unknown-name",
                "a name that was created in another stage",
                user("app", image -> image.account("root", 0)))
            .atLine(USER),
        fail("I09", "unknown-group", "a group that nobody knows", user("10001:app", image -> image))
            .atLine(USER),
        fail(
                "I09",
                "not-numeric",
                "a name where a number is asked",
                user("app", image -> image.account("app", 1000)))
            .under(numeric)
            .atLine(USER),
        pass("I09", "a number where a number is asked", evidence()).under(numeric));
  }

  private static EvidenceFixtures user(String configured, UnaryOperator<ImageFixture> more) {
    return evidence().image(image -> more.apply(image.user(configured)));
  }

  private static List<CheckCase> programs() {
    return List.of(
        pass("I11", "statically linked", evidence()),
        pass(
            "I11",
            "dynamically linked with all it needs",
            starts(Kind.ELF_DYNAMIC, LOADER, true, List.of())),
        pass(
            "I11",
            "a script whose interpreter is there",
            starts(Kind.SCRIPT, "/usr/bin/env node", true, List.of())),
        fail(
                "I11",
                "no-loader",
                "a cgo build on scratch lacks its loader",
                starts(Kind.ELF_DYNAMIC, LOADER, false, List.of("libc.so.6")))
            .atLine(CMD),
        fail(
                "I11",
                "no-library",
                "a loader without the libraries",
                starts(Kind.ELF_DYNAMIC, LOADER, true, List.of("libstdc++.so.6")))
            .atLine(CMD),
        fail(
                "I11",
                "no-script-shell",
                "a script without its interpreter",
                starts(Kind.SCRIPT, "/bin/sh", false, List.of()))
            .atLine(CMD),
        fail(
                "I11",
                "script-of-windows",
                "a script whose first line ends as Windows ends lines",
                starts(Kind.SCRIPT, "/bin/sh\r", true, List.of()))
            .atLine(CMD),
        fail(
                "I11",
                "no-file",
                "a command that names nothing",
                starts(Kind.MISSING, null, false, List.of()))
            .atLine(CMD),
        fail(
                "I11",
                "no-shell",
                "a shell command on scratch",
                image(
                    image ->
                        image
                            .cmd("/bin/sh", "-c", "/server")
                            .program(program("/bin/sh", Kind.MISSING, null, false, List.of()))))
            .atLine(CMD),
        fail(
                "I11",
                "not-executable",
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
            "I11",
            "not-applicable",
            "no command, nothing to load",
            image(image -> image.program(program("", Kind.NONE, null, false, List.of())))),
        other(
            "I11",
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
        pass("I12", "the port and no other", evidence()),
        pass(
            "I12",
            "port 80 of the base is not the student's",
            image(image -> image.exposed("80/tcp", "8080/tcp"))),
        fail(
            "I12",
            "none",
            "no EXPOSE",
            image(image -> image.exposed()).replacing("EXPOSE 8080\n", "")),
        fail(
                "I12",
                "other",
                "another port",
                image(image -> image.exposed("3000/tcp")).replacing("EXPOSE 8080", "EXPOSE 3000"))
            .atLine(EXPOSE),
        fail(
                "I12",
                "other",
                "the port for another protocol",
                image(image -> image.exposed("8080/udp"))
                    .replacing("EXPOSE 8080", "EXPOSE 8080/udp"))
            .atLine(EXPOSE),
        fail(
                "I12",
                "too-many",
                "one port too many",
                image(image -> image.exposed("3000/tcp", "8080/tcp"))
                    .replacing("EXPOSE 8080", "EXPOSE 8080 3000"))
            .atLine(EXPOSE),
        pass(
            "I12",
            "EXPOSE with a variable is what the image says",
            evidence().replacing("EXPOSE 8080", "ENV PORT=8080\nEXPOSE $PORT")));
  }

  static EvidenceFixtures image(UnaryOperator<ImageFixture> change) {
    return evidence().image(change);
  }
}
