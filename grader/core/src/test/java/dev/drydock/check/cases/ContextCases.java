package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.EvidenceFixtures.ignored;
import static dev.drydock.fixture.EvidenceFixtures.salted;
import static dev.drydock.fixture.EvidenceFixtures.sent;
import static dev.drydock.fixture.ExerciseFixtures.rule;

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
        pass("C01", "it keeps the planted files back", evidence()),
        pass("C01", "nothing to keep back is fine", evidence().context("node_modules\n", MAIN))
            .noting("nothing-to-keep"),
        fail("C01", "none", "no .dockerignore", evidence().context(null, MAIN)),
        fail(
            "C01",
            "no-effect",
            "one that misses what was planted",
            evidence().context("node_modules\n", MAIN, salted(".git/HEAD", 23, null))),
        fail(
            "C01",
            "no-effect",
            "an empty one",
            evidence().context("", MAIN, salted(".env", 60, null))));
  }

  private static List<CheckCase> patterns() {
    return List.of(
        pass("C02", "patterns that match", evidence()),
        pass(
                "C02",
                "a pattern that matches nothing is worth a note",
                evidence().context("*.log\n", MAIN))
            .noting("unused"),
        pass(
            "C02",
            "a leading slash says that the top folder is meant",
            evidence().context("/build\n", ignored("build/a.js", 1, 1), sent("src/build/b.js", 1))),
        pass(
            "C02",
            "`**/` reaches every folder",
            evidence()
                .context(
                    "**/node_modules\n",
                    ignored("node_modules/a/x.js", 1, 1),
                    ignored("client/node_modules/b/x.js", 1, 1))),
        pass(
            "C02",
            "what an exception takes back is meant to be sent",
            evidence().context("*\n!src\n", ignored("a.txt", 1, 1), sent("src/a.txt", 1))),
        fail(
            "C02",
            "nested",
            "a nested node_modules is missed",
            evidence()
                .context(
                    "node_modules\n",
                    ignored("node_modules/a/x.js", 1, 1),
                    sent("client/node_modules/b/x.js", 1),
                    sent("client/node_modules/b/y.js", 1))),
        fail(
            "C02",
            "nested",
            "a nested .env is missed",
            evidence().context("# secrets\n.env\n", sent("server/.env", 1))),
        fail("C02", "refused", "a line the builder cannot read", evidence().context("a[b\n", MAIN)),
        other(
            "C02",
            "not-applicable",
            "no .dockerignore, no patterns",
            evidence().context(null, MAIN)));
  }

  private static List<CheckCase> sizes() {
    return List.of(
        pass("C03", "a few kilobytes", evidence()).noting("sent"),
        fail(
            "C03",
            "too-big",
            "a context of 60 MB",
            evidence().context("", MAIN, sent("data/a.bin", 60_000_000))),
        fail("C03", "too-big", "over the exercise's own limit", evidence())
            .under(rule("C03", 1).max("1 kB").get()),
        pass(
                "C03",
                "what is kept back does not count",
                evidence().context("data\n", MAIN, ignored("data/a.bin", 60_000_000, 1)))
            .noting("sent"));
  }

  private static List<CheckCase> leaks() {
    return List.of(
        pass("C04", "nothing unwanted", evidence()),
        pass(
            "C04",
            "a template of a .env is no secret",
            evidence().context("", MAIN, sent(".env.example", 10))),
        pass(
            "C04",
            "a package called build among the sources is source",
            evidence().context("", sent("src/build/index.ts", 10))),
        pass(
            "C04",
            "an editor's folder is untidy, but no leak",
            evidence().context("", MAIN, salted(".idea/workspace.xml", 10, null))),
        leaking("a repository", salted(".git/HEAD", 23, null)),
        leaking("a .env in a subfolder", sent("config/.env.production", 10)),
        leaking("node_modules of the host", sent("client/node_modules/a/x.js", 10)),
        leaking("build output", sent("build/index.js", 10)),
        leaking("a private key", sent("deploy/id_ed25519", 10)));
  }

  private static CheckCase leaking(String sentence, ContextFile file) {
    return fail("C04", "leaks", sentence, evidence().context("", MAIN, file));
  }

  private static List<CheckCase> copies() {
    return List.of(
        pass("C05", "the whole folder may have gaps", evidence()),
        pass(
            "C05",
            "copying from a stage has nothing to do with the context",
            evidence().context("server\n", MAIN, ignored("server", 9, 1))),
        pass(
            "C05",
            "what was never there is the builder's to report",
            evidence().replacing("COPY . .", "COPY missing.txt /")),
        pass(
            "C05",
            "a folder that is partly kept back",
            evidence()
                .replacing("COPY . .", "COPY web /web")
                .context("web/b\n", sent("web/a", 1), ignored("web/b", 1, 1))),
        fail(
                "C05",
                "ignored",
                "a file that is kept back",
                evidence()
                    .replacing("COPY . .", "COPY ./web/dist/ /web")
                    .context("# output\n**/dist\n", MAIN, ignored("web/dist/a.js", 1, 2)))
            .atLine(3),
        fail(
                "C05",
                "ignored",
                "wildcards that match only what is kept back",
                evidence()
                    .replacing("COPY . .", "COPY *.env /")
                    .context("*.env\n", MAIN, ignored("a.env", 1, 1)))
            .atLine(3));
  }
}
