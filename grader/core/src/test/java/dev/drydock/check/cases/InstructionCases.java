package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.check.cases.DockerfileCases.text;
import static dev.drydock.fixture.EvidenceFixtures.build;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.EvidenceFixtures.rebuild;
import static dev.drydock.fixture.ExerciseFixtures.rule;

import dev.drydock.check.dockerfile.CleanupSameLayer;
import dev.drydock.check.dockerfile.CopyOrder;
import dev.drydock.check.dockerfile.InstructionsUsed;
import dev.drydock.check.dockerfile.SecretNames;
import dev.drydock.check.dockerfile.SyntaxAvailable;
import dev.drydock.check.dockerfile.VariablesDefined;
import dev.drydock.engine.evidence.BuildEvidence.Status;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.exercise.CheckRule;
import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.image.anatomy.WastedPath.Kind;
import java.util.List;
import java.util.stream.Stream;

/** The Dockerfile's text: D12 to D17. */
final class InstructionCases {

  private static final String DEBIAN = "FROM debian:trixie-slim\n";
  private static final String INSTALL = "RUN apt-get update && apt-get install -y curl\n";
  private static final String CLEAN = "RUN rm -rf /var/lib/apt/lists/*\n";
  private static final String NODE = RebuildCases.NODE;

  private InstructionCases() {}

  static Stream<CheckCase> all() {
    return Stream.of(
            cleaningInText(),
            cleaningMeasured(),
            order(),
            secrets(),
            variables(),
            features(),
            uses())
        .flatMap(List::stream);
  }

  private static List<CheckCase> cleaningInText() {
    return List.of(
        pass(
            CleanupSameLayer.ID,
            "installed and cleaned up in one RUN",
            text(DEBIAN + INSTALL.strip() + " && rm -rf /var/lib/apt/lists/*\n")),
        pass(
            CleanupSameLayer.ID,
            "a cache mount keeps the cache out",
            text("FROM node:24\nRUN --mount=type=cache,target=/root/.npm npm ci\n")),
        pass(
            CleanupSameLayer.ID,
            "a build stage may leave what it likes",
            text("FROM golang:1.27 AS b\n" + INSTALL + "FROM scratch\nCOPY --from=b /a /a\n")),
        fail(
                CleanupSameLayer.ID,
                CleanupSameLayer.LATER,
                "cleaned up one RUN too late",
                text(DEBIAN + INSTALL + CLEAN))
            .atLine(3),
        fail(
                CleanupSameLayer.ID,
                CleanupSameLayer.ONLY_REMOVES,
                "a lone rm",
                text(DEBIAN + "COPY . /app\nRUN rm -rf /app/docs\n"))
            .atLine(3),
        fail(CleanupSameLayer.ID, CleanupSameLayer.KEPT, "never cleaned up", text(DEBIAN + INSTALL))
            .atLine(2));
  }

  private static List<CheckCase> cleaningMeasured() {
    return List.of(
        pass(
            CleanupSameLayer.ID,
            "what leaves nothing is fine, whatever it says",
            evidence().dockerfile(DEBIAN + INSTALL)),
        pass(
            CleanupSameLayer.ID,
            "bytes that a RUN writes again are not removed by it",
            hiding(
                "FROM node:24\nRUN npm ci\nRUN npm run build\n",
                "RUN /bin/sh -c npm run build # buildkit",
                Kind.REPLACED)),
        pass(
            CleanupSameLayer.ID,
            "a COPY over a folder cleans nothing up",
            hiding(
                "FROM node:24\nRUN npm ci\nCOPY lists /var/lib/apt/lists\n",
                "COPY lists /var/lib/apt/lists # buildkit",
                Kind.REMOVED)),
        fail(
                CleanupSameLayer.ID,
                CleanupSameLayer.LATER,
                "measured bytes, lines from the text",
                hiding(DEBIAN + INSTALL + CLEAN, "RUN /bin/sh -c " + CLEAN.substring(4).strip()))
            .atLine(3),
        fail(
                CleanupSameLayer.ID,
                CleanupSameLayer.HIDDEN,
                "bytes removed by something that is no rm",
                hiding(
                    "FROM node:24\nRUN npm ci && npm cache clean --force\nRUN npm prune\n",
                    "RUN /bin/sh -c npm prune # buildkit"))
            .atLine(3),
        fail(
                CleanupSameLayer.ID,
                CleanupSameLayer.KEPT,
                "a cache that is really there",
                caching(DEBIAN + INSTALL))
            .atLine(2),
        fail(
            CleanupSameLayer.ID,
            CleanupSameLayer.LEFT,
            "a cache left by a script of the student's",
            caching(DEBIAN + "RUN ./setup.sh\n")));
  }

  private static EvidenceFixtures hiding(String dockerfile, String createdBy) {
    return hiding(dockerfile, createdBy, Kind.REMOVED);
  }

  private static EvidenceFixtures hiding(String dockerfile, String createdBy, Kind kind) {
    return evidence()
        .dockerfile(dockerfile)
        .image(
            image ->
                image
                    .own(createdBy, 0)
                    .waste(new WastedPath("/var/lib/apt/lists/", 20_000_000, 1, 0, 1, kind)));
  }

  private static EvidenceFixtures caching(String dockerfile) {
    CacheFolder lists = new CacheFolder("apt-lists", "/var/lib/apt/lists/", 20_000_000, 0);
    return evidence()
        .dockerfile(dockerfile)
        .image(image -> image.files(files -> files.cache(lists)));
  }

  private static List<CheckCase> order() {
    String wrong = "FROM node:24\nCOPY . .\nRUN npm ci\nCMD [\"node\", \"x.js\"]\n";
    return List.of(
        pass(CopyOrder.ID, "manifest, installation, sources", text(NODE)),
        pass(
            CopyOrder.ID,
            "a bound manifest needs no copy",
            text(
                "FROM node:24\nCOPY . .\n"
                    + "RUN --mount=type=bind,source=package.json,target=package.json npm ci\n")),
        fail(CopyOrder.ID, CopyOrder.SOURCES_FIRST, "sources first", text(wrong)).atLine(3),
        fail(
                CopyOrder.ID,
                CopyOrder.SOURCES_FIRST,
                "a cache mount does not bring the manifest",
                text(wrong.replace("npm ci", "--mount=type=cache,target=/root/.npm npm ci")))
            .atLine(3),
        pass(
            CopyOrder.ID,
            "what comes from another stage is not the sources",
            text("FROM node:24 AS a\nFROM node:24\nCOPY --from=a src ./src\n"
                    + "COPY package.json .\nRUN npm ci\n")
                .context(
                    "",
                    EvidenceFixtures.sent("src/index.js", 1),
                    EvidenceFixtures.sent("package.json", 1))),
        fail(
                CopyOrder.ID,
                CopyOrder.SOURCES_FIRST,
                "a folder of sources first",
                text("FROM node:24\nCOPY src ./src\nCOPY package.json .\nRUN npm ci\n")
                    .context(
                        "",
                        EvidenceFixtures.sent("src/index.js", 1),
                        EvidenceFixtures.sent("package.json", 1)))
            .atLine(4),
        fail(
                CopyOrder.ID,
                CopyOrder.INSTALLED_AGAIN,
                "measured: installed again, whatever the text says",
                rebuilt(NODE, List.of("RUN npm ci --omit=dev"), List.of()))
            .atLine(4),
        pass(
            CopyOrder.ID,
            "measured: not installed again, whatever the text says",
            rebuilt(wrong, List.of("COPY . ."), List.of("RUN npm ci"))),
        other(CopyOrder.ID, "not-applicable", "nothing is installed", evidence()));
  }

  private static EvidenceFixtures rebuilt(String text, List<String> again, List<String> cached) {
    var touched = rebuild("index.js", again, cached);
    return evidence().dockerfile(text).rebuild(new RebuildEvidence(touched, touched, touched));
  }

  private static List<CheckCase> secrets() {
    return List.of(
        pass(SecretNames.ID, "no secret", evidence()),
        pass(
            SecretNames.ID,
            "a secret mount is the right way",
            text("FROM node:24\nRUN --mount=type=secret,id=npm_token npm ci\n")),
        pass(
            SecretNames.ID,
            "an ENV that sets nothing gives nothing away",
            text(DEBIAN + "ENV DB_PASSWORD=\"\"\n")),
        fail(
                SecretNames.ID,
                SecretNames.FINAL,
                "a token in the final stage",
                text(DEBIAN + "ENV PORT=80 API_KEY=abc\n"))
            .atLine(2),
        fail(
                SecretNames.ID,
                SecretNames.BUILD,
                "a token in a build stage",
                text("FROM node:24 AS b\nARG NPM_TOKEN\nFROM scratch\nCOPY --from=b /a /a\n"))
            .atLine(2),
        fail(
                SecretNames.ID,
                SecretNames.FINAL,
                "the final stage is reported first",
                text(
                    "FROM node:24 AS b\nARG NPM_TOKEN\nFROM scratch\nCOPY --from=b /a /a\n"
                        + "ARG DB_PASSWORD\n"))
            .atLine(5));
  }

  private static List<CheckCase> variables() {
    return List.of(
        pass(
            VariablesDefined.ID,
            "measured: the base of the final image sets it",
            evidence()
                .dockerfile("FROM golang:1.27\nWORKDIR $GOPATH\n")
                .image(image -> image.env("GOPATH=/go"))),
        fail(
                VariablesDefined.ID,
                VariablesDefined.UNDEFINED,
                "measured: the base of the final image does not set it",
                evidence()
                    .dockerfile("FROM alpine:3.22\nWORKDIR $JAVA_HOME\n")
                    .image(image -> image.env("PATH=/bin")))
            .atLine(2),
        pass(
            VariablesDefined.ID,
            "the base of a build stage may set what the final image has not",
            evidence().replacing("WORKDIR /src", "WORKDIR $GOPATH/src")),
        pass(VariablesDefined.ID, "no variable", evidence()),
        pass(
            VariablesDefined.ID,
            "declared again after FROM",
            text("ARG V=1\nFROM alpine:$V\nARG V\nENV X=$V\n")),
        pass(
            VariablesDefined.ID,
            "the base may set it",
            text("FROM golang:1.27\nWORKDIR $GOPATH\n")),
        fail(
                VariablesDefined.ID,
                VariablesDefined.SCOPE,
                "an ARG before FROM is not known inside",
                text("ARG VERSION=1\nFROM alpine:$VERSION\nENV X=$VERSION\n"))
            .atLine(3),
        fail(
                VariablesDefined.ID,
                VariablesDefined.INSIDE_STAGE,
                "declared inside a stage, used in a FROM",
                text("FROM alpine:3.22 AS a\nARG BASE=alpine\nFROM alpine:3.22$BASE\n"))
            .atLine(3),
        fail(
                VariablesDefined.ID,
                VariablesDefined.OTHER_STAGE,
                "declared in another stage",
                text("FROM alpine:3.22 AS a\nARG DIR=/a\nFROM scratch\nCOPY --from=a /a $DIR\n"))
            .atLine(4),
        fail(
                VariablesDefined.ID,
                VariablesDefined.LATER,
                "declared further down",
                text("FROM scratch\nCOPY a $DIR\nARG DIR=/a\n"))
            .atLine(2),
        fail(
                VariablesDefined.ID,
                VariablesDefined.MISSPELT,
                "misspelt",
                text("FROM scratch\nARG VERSION=1\nCOPY a /a-$VERSON\n"))
            .atLine(3),
        fail(
                VariablesDefined.ID,
                VariablesDefined.MISSPELT,
                "misspelt, and hardly the base's",
                text("FROM alpine:3.22\nARG VERSION=1\nCOPY a /a-$VERSON\n"))
            .atLine(3),
        fail(
                VariablesDefined.ID,
                VariablesDefined.UNDEFINED,
                "on scratch nobody else can set it",
                text("FROM scratch\nCOPY a $TARGET_FOLDER\n"))
            .atLine(2));
  }

  private static List<CheckCase> features() {
    String heredoc = "FROM alpine:3.22\nRUN <<EOF\necho a\nEOF\n";
    return List.of(
        pass(SyntaxAvailable.ID, "nothing special", evidence()),
        pass(SyntaxAvailable.ID, "what was built was offered", evidence().dockerfile(heredoc)),
        pass(
            SyntaxAvailable.ID,
            "a newer engine has it; the build failed for another reason",
            failing(heredoc, "buildkit", "28.5.2")),
        fail(
                SyntaxAvailable.ID,
                SyntaxAvailable.LACKING,
                "a heredoc on the classic builder",
                failing(heredoc, "classic", "20.10.24+dfsg1"))
            .atLine(2),
        fail(
                SyntaxAvailable.ID,
                SyntaxAvailable.LACKING,
                "a heredoc on BuildKit of 20.10",
                failing(heredoc, "buildkit", "20.10.24+dfsg1"))
            .atLine(2),
        pass(
            SyntaxAvailable.ID,
            "a mount on BuildKit of 20.10",
            failing(
                "FROM alpine:3.22\nRUN --mount=type=cache,target=/c true\n",
                "buildkit",
                "20.10.24")),
        pass(
            SyntaxAvailable.ID,
            "a platform argument does not end a build",
            failing("FROM alpine:3.22\nARG TARGETARCH\nRUN false\n", "classic", "28.5.2")),
        fail(
                SyntaxAvailable.ID,
                SyntaxAvailable.FRONTEND,
                "a frontend that is not Docker's",
                evidence().dockerfile("# syntax=evil/frontend:1\nFROM alpine:3.22\n"))
            .atLine(1),
        pass(
            SyntaxAvailable.ID,
            "Docker's own frontend",
            evidence().dockerfile("# syntax=docker/dockerfile:1\nFROM alpine:3.22\n")));
  }

  private static EvidenceFixtures failing(String dockerfile, String builder, String engine) {
    return evidence()
        .dockerfile(dockerfile)
        .build(build(Status.FAILED, builder, engine, 2, "it ended with an error"));
  }

  private static List<CheckCase> uses() {
    CheckRule all =
        rule(InstructionsUsed.ID, 1)
            .set("uses: [cache-mount, link, heredoc, healthcheck, copy-chown]")
            .get();
    return List.of(
        pass(
                InstructionsUsed.ID,
                "all of them",
                text(
                    """
                FROM node:24
                COPY --link --chown=node . .
                RUN --mount=type=cache,target=/root/.npm <<EOF
                npm ci
                EOF
                HEALTHCHECK CMD ["node", "health.js"]
                """))
            .under(all),
        fail(InstructionsUsed.ID, InstructionsUsed.MISSING, "none of them", evidence()).under(all),
        fail(
                InstructionsUsed.ID,
                InstructionsUsed.MISSING,
                "a HEALTHCHECK that switches it off is none",
                text("FROM node:24\nHEALTHCHECK NONE\n"))
            .under(rule(InstructionsUsed.ID, 1).set("uses: [healthcheck]").get()),
        other(InstructionsUsed.ID, "not-applicable", "no list, no verdict", evidence()));
  }
}
