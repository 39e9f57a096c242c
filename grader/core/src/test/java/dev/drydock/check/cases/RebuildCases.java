package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.EvidenceFixtures.rebuild;
import static dev.drydock.fixture.ExerciseFixtures.required;

import dev.drydock.check.rebuild.RebuildManifest;
import dev.drydock.check.rebuild.RebuildSame;
import dev.drydock.check.rebuild.RebuildSource;
import dev.drydock.evidence.RebuildEvidence;
import dev.drydock.evidence.RebuildEvidence.Rebuild;
import dev.drydock.fixture.EvidenceFixtures;
import java.util.List;
import java.util.stream.Stream;

/** Building again: B01 to B03. */
final class RebuildCases {

  static final String NODE =
      """
      FROM node:24
      WORKDIR /app
      COPY package*.json ./
      RUN npm ci --omit=dev
      COPY . .
      RUN npm run build
      CMD ["node", "index.js"]
      """;

  private static final String HEREDOC =
      """
      FROM node:24
      RUN true
      RUN <<SETUP
      date > /built
      SETUP
      """;

  private static final Rebuild NOTHING =
      rebuild(
          "",
          List.of("FROM node:24"),
          List.of("WORKDIR /app", "RUN npm ci --omit=dev", "COPY . .", "RUN npm run build"));
  private static final Rebuild SOURCE =
      rebuild(
          "index.js", List.of("COPY . .", "RUN npm run build"), List.of("RUN npm ci --omit=dev"));
  private static final Rebuild LAST_FIRST =
      rebuild("", List.of("RUN npm run build", "COPY . ."), List.of("RUN npm ci --omit=dev"));
  private static final Rebuild ALL =
      rebuild(
          "package.json",
          List.of("RUN npm ci --omit=dev", "COPY . .", "RUN npm run build"),
          List.of("WORKDIR /app"));
  private static final Rebuild BROKEN = new Rebuild("index.js", false, List.of());

  private RebuildCases() {}

  static Stream<CheckCase> all() {
    return Stream.of(same(), source(), manifest()).flatMap(List::stream);
  }

  private static List<CheckCase> same() {
    return Stream.of(
            pass(
                RebuildSame.ID,
                "FROM is looked up each time, the steps come from the cache",
                built(NOTHING, SOURCE, ALL)),
            fail(
                    RebuildSame.ID,
                    RebuildSame.RAN_AGAIN,
                    "a step that never comes from the cache",
                    built(SOURCE, SOURCE, ALL))
                .atLine(5),
            fail(
                    RebuildSame.ID,
                    RebuildSame.RAN_AGAIN,
                    "the first line is shown, whatever the builder began with",
                    built(LAST_FIRST, SOURCE, ALL))
                .atLine(5),
            fail(
                    RebuildSame.ID,
                    RebuildSame.RAN_AGAIN,
                    "the body of a heredoc is no part of its line",
                    built(HEREDOC, rebuild("", List.of("RUN <<SETUP (date > /built)"), List.of())))
                .atLine(3),
            fail(
                RebuildSame.ID,
                RebuildSame.RAN_AGAIN,
                "a step of another Dockerfile's has no line in this one",
                built(HEREDOC, rebuild("", List.of("RUN date > /built"), List.of()))),
            fail(
                RebuildSame.ID,
                RebuildSame.BUILD_FAILED,
                "a build that works only once",
                built(new Rebuild("", false, List.of()), SOURCE, ALL)),
            other(
                RebuildSame.ID,
                "error",
                "a rebuild that we did not make is ours",
                evidence().rebuild(null)))
        .map(one -> one.under(required(RebuildSame.ID, 1)))
        .toList();
  }

  private static List<CheckCase> source() {
    Stream<CheckCase> graded =
        Stream.of(
                pass(
                    RebuildSource.ID,
                    "the installing step comes from the cache",
                    built(NOTHING, SOURCE, ALL)),
                fail(
                        RebuildSource.ID,
                        RebuildSource.RAN_AGAIN,
                        "a source change installs everything",
                        built(NOTHING, ALL, ALL))
                    .atLine(4),
                fail(
                        RebuildSource.ID,
                        RebuildSource.RAN_AGAIN,
                        "a mount is part of the step's name",
                        built(
                            NODE.replace("npm ci", "--mount=type=cache,target=/c npm ci"),
                            rebuild(
                                "index.js",
                                List.of("RUN --mount=type=cache,target=/c npm ci --omit=dev"),
                                List.of())))
                    .atLine(4),
                fail(
                    RebuildSource.ID,
                    RebuildSource.BUILD_FAILED,
                    "a changed source does not build",
                    built(NOTHING, BROKEN, ALL)),
                other(
                    RebuildSource.ID,
                    "not-applicable",
                    "nothing is installed",
                    built(NOTHING, rebuild("a.go", List.of("RUN go build ."), List.of()), ALL)),
                other(
                    RebuildSource.ID,
                    "not-applicable",
                    "the exercise names no source",
                    built(NOTHING, null, ALL)))
            .map(one -> one.under(required(RebuildSource.ID, 1)));
    CheckCase advice =
        other(
            RebuildSource.ID,
            "not-applicable",
            "not built again where no exercise grades it",
            evidence().rebuild(null));
    return Stream.concat(graded, Stream.of(advice)).toList();
  }

  private static List<CheckCase> manifest() {
    return Stream.of(
            pass(
                RebuildManifest.ID,
                "a changed manifest installs again",
                built(NOTHING, SOURCE, ALL)),
            fail(
                    RebuildManifest.ID,
                    RebuildManifest.NOT_RUN,
                    "a trick that keeps the old dependencies",
                    built(NOTHING, SOURCE, NOTHING))
                .atLine(4),
            fail(
                    RebuildManifest.ID,
                    RebuildManifest.NOT_RUN,
                    "one stage installs again, another does not",
                    built(
                        NOTHING,
                        SOURCE,
                        rebuild(
                            "package.json",
                            List.of("RUN npm ci"),
                            List.of("RUN npm ci --omit=dev"))))
                .atLine(4),
            fail(
                RebuildManifest.ID,
                RebuildManifest.BUILD_FAILED,
                "a changed manifest does not build",
                built(NOTHING, SOURCE, BROKEN)),
            other(
                RebuildManifest.ID,
                "not-applicable",
                "a global tool is not the manifest's",
                built(
                    NOTHING, SOURCE, rebuild("go.mod", List.of(), List.of("RUN npm i -g serve")))))
        .map(one -> one.under(required(RebuildManifest.ID, 1)))
        .toList();
  }

  private static EvidenceFixtures built(String dockerfile, Rebuild each) {
    return built(each, each, each).dockerfile(dockerfile);
  }

  private static EvidenceFixtures built(Rebuild same, Rebuild source, Rebuild manifest) {
    return evidence().dockerfile(NODE).rebuild(new RebuildEvidence(same, source, manifest));
  }
}
