package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.EvidenceFixtures.ignored;
import static dev.drydock.fixture.EvidenceFixtures.salted;
import static dev.drydock.fixture.EvidenceFixtures.sent;
import static dev.drydock.fixture.ExerciseFixtures.rule;

import dev.drydock.check.context.ContextLeaks;
import dev.drydock.check.context.ContextSize;
import dev.drydock.check.context.CopyIgnored;
import dev.drydock.check.context.IgnorePatterns;
import dev.drydock.check.context.IgnorePresent;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.util.List;
import java.util.stream.Stream;

/** The build context: C01 to C05. */
final class ContextCases {

  private static final ContextFile MAIN = sent("main.go", 4_000);

  private ContextCases() {}

  static Stream<CheckCase> all() {
    return Stream.of(presence(), patterns(), sizes(), leaks(), copies()).flatMap(List::stream);
  }

  private static List<CheckCase> presence() {
    return List.of(
        pass(IgnorePresent.ID, "it keeps the planted files back", evidence()),
        pass(
                IgnorePresent.ID,
                "nothing to keep back is fine",
                evidence().context("node_modules\n", MAIN))
            .noting(IgnorePresent.NOTE_NOTHING_TO_KEEP),
        fail(
            IgnorePresent.ID,
            IgnorePresent.NONE,
            "no .dockerignore",
            evidence().context(null, MAIN)),
        fail(
            IgnorePresent.ID,
            IgnorePresent.NO_EFFECT,
            "one that misses what was planted",
            evidence().context("node_modules\n", MAIN, salted(".git/HEAD", 23, null))),
        fail(
            IgnorePresent.ID,
            IgnorePresent.NO_EFFECT,
            "an empty one",
            evidence().context("", MAIN, salted(".env", 60, null))));
  }

  private static List<CheckCase> patterns() {
    return List.of(
        pass(IgnorePatterns.ID, "patterns that match", evidence()),
        pass(
                IgnorePatterns.ID,
                "a pattern that matches nothing is worth a note",
                evidence().context("*.log\n", MAIN))
            .noting(IgnorePatterns.NOTE_UNUSED),
        pass(
            IgnorePatterns.ID,
            "a leading slash says that the top folder is meant",
            evidence().context("/build\n", ignored("build/a.js", 1, 1), sent("src/build/b.js", 1))),
        pass(
            IgnorePatterns.ID,
            "`**/` reaches every folder",
            evidence()
                .context(
                    "**/node_modules\n",
                    ignored("node_modules/a/x.js", 1, 1),
                    ignored("client/node_modules/b/x.js", 1, 1))),
        pass(
            IgnorePatterns.ID,
            "what an exception takes back is meant to be sent",
            evidence().context("*\n!src\n", ignored("a.txt", 1, 1), sent("src/a.txt", 1))),
        fail(
            IgnorePatterns.ID,
            IgnorePatterns.NESTED,
            "a nested node_modules is missed",
            evidence()
                .context(
                    "node_modules\n",
                    ignored("node_modules/a/x.js", 1, 1),
                    sent("client/node_modules/b/x.js", 1),
                    sent("client/node_modules/b/y.js", 1))),
        fail(
            IgnorePatterns.ID,
            IgnorePatterns.NESTED,
            "a nested .env is missed",
            evidence().context("# secrets\n.env\n", sent("server/.env", 1))),
        fail(
            IgnorePatterns.ID,
            IgnorePatterns.REFUSED,
            "a line the builder cannot read",
            evidence().context("a[b\n", MAIN)),
        fail(
            IgnorePatterns.ID,
            IgnorePatterns.REFUSED,
            "60 KB of brackets that the builder refuses",
            evidence().context("[".repeat(60_000) + "\n", MAIN)),
        other(
            IgnorePatterns.ID,
            "blocked",
            "60 KB of brackets that the builder takes",
            evidence().context("[a]".repeat(20_000) + "\n", MAIN)),
        other(
            IgnorePatterns.ID,
            "blocked",
            "more patterns than are read",
            evidence().context("a\n".repeat(2_001), MAIN)),
        other(
            IgnorePatterns.ID,
            "not-applicable",
            "no .dockerignore, no patterns",
            evidence().context(null, MAIN)));
  }

  private static List<CheckCase> sizes() {
    return List.of(
        pass(ContextSize.ID, "a few kilobytes", evidence()).noting(ContextSize.NOTE_SENT),
        fail(
            ContextSize.ID,
            ContextSize.TOO_BIG,
            "a context of 60 MB",
            evidence().context("", MAIN, sent("data/a.bin", 60_000_000))),
        fail(ContextSize.ID, ContextSize.TOO_BIG, "over the exercise's own limit", evidence())
            .under(rule(ContextSize.ID, 1).set("max: 1 kB").get()),
        pass(
                ContextSize.ID,
                "what is kept back does not count",
                evidence().context("data\n", MAIN, ignored("data/a.bin", 60_000_000, 1)))
            .noting(ContextSize.NOTE_SENT));
  }

  private static List<CheckCase> leaks() {
    return List.of(
        pass(ContextLeaks.ID, "nothing unwanted", evidence()),
        pass(
            ContextLeaks.ID,
            "a template of a .env is no secret",
            evidence().context("", MAIN, sent(".env.example", 10))),
        pass(
            ContextLeaks.ID,
            "a package called build among the sources is source",
            evidence().context("", sent("src/build/index.ts", 10))),
        pass(
            ContextLeaks.ID,
            "an editor's folder is untidy, but no leak",
            evidence().context("", MAIN, salted(".idea/workspace.xml", 10, null))),
        leaking("a repository", salted(".git/HEAD", 23, null)),
        leaking("a .env in a subfolder", sent("config/.env.production", 10)),
        leaking("node_modules of the host", sent("client/node_modules/a/x.js", 10)),
        leaking("build output", sent("build/index.js", 10)),
        leaking(
            "all of it is told, the worst first",
            sent("build/index.js", 1_000),
            sent("build/more.js", 2_000),
            sent(".env", 10)),
        leaking("a private key", sent("deploy/id_ed25519", 10)));
  }

  private static CheckCase leaking(String sentence, ContextFile... files) {
    ContextFile[] all =
        Stream.concat(Stream.of(MAIN), Stream.of(files)).toArray(ContextFile[]::new);
    return fail(ContextLeaks.ID, ContextLeaks.LEAKS, sentence, evidence().context("", all));
  }

  private static List<CheckCase> copies() {
    return List.of(
        pass(CopyIgnored.ID, "the whole folder may have gaps", evidence()),
        pass(
            CopyIgnored.ID,
            "copying from a stage has nothing to do with the context",
            evidence().context("server\n", MAIN, ignored("server", 9, 1))),
        pass(
            CopyIgnored.ID,
            "what was never there is the builder's to report",
            evidence().replacing("COPY . .", "COPY missing.txt /")),
        pass(
            CopyIgnored.ID,
            "a folder that is partly kept back",
            evidence()
                .replacing("COPY . .", "COPY web /web")
                .context("web/b\n", sent("web/a", 1), ignored("web/b", 1, 1))),
        fail(
                CopyIgnored.ID,
                CopyIgnored.IGNORED,
                "a file that is kept back",
                evidence()
                    .replacing("COPY . .", "COPY ./web/dist/ /web")
                    .context("# output\n**/dist\n", MAIN, ignored("web/dist/a.js", 1, 2)))
            .atLine(3),
        fail(
                CopyIgnored.ID,
                CopyIgnored.IGNORED,
                "wildcards that match only what is kept back",
                evidence()
                    .replacing("COPY . .", "COPY *.env /")
                    .context("*.env\n", MAIN, ignored("a.env", 1, 1)))
            .atLine(3));
  }
}
