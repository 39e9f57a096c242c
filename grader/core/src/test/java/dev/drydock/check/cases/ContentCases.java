package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.check.cases.ImageCases.image;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.rule;

import dev.drydock.fixture.EvidenceFixtures;
import dev.drydock.fixture.FilesFixture;
import dev.drydock.image.anatomy.CanaryHit;
import dev.drydock.image.anatomy.DuplicateContent;
import dev.drydock.image.anatomy.DuplicateContent.Copy;
import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import dev.drydock.image.anatomy.FileSystemFacts.NpmPackage;
import dev.drydock.image.anatomy.FileSystemFacts.OwnedFile;
import dev.drydock.image.anatomy.FileSystemFacts.Tool;
import dev.drydock.image.anatomy.WastedPath;
import dev.drydock.image.anatomy.WastedPath.Kind;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The image: what is in it and should not be. */
final class ContentCases {

  private static final int COPY = 7;
  private static final int FROM = 6;

  private ContentCases() {}

  static Stream<CheckCase> all() {
    return Stream.of(
            waste(), caches(), leaks(), canaries(), dev(), owners(), history(), certificates())
        .flatMap(List::stream);
  }

  private static List<CheckCase> waste() {
    return List.of(
        pass("I04", "nothing hidden, nothing twice", evidence()),
        pass(
            "I04",
            "small files that installers rewrite do not count",
            wasting(900_000, Kind.REPLACED)),
        fail(
                "I04",
                "replaced",
                "but they do where the exercise says so",
                wasting(900_000, Kind.REPLACED))
            .under(rule("I04", 1).max("0 B").get()),
        fail(
            "I04",
            "removed",
            "added, then removed by another RUN",
            wasting(8_000_000, Kind.REMOVED)),
        fail(
            "I04",
            "metadata",
            "added, then chowned: the same bytes again",
            wasting(8_000_000, Kind.METADATA)),
        fail(
            "I04",
            "metadata-run",
            "installed, then chowned: no COPY could have set the owner",
            image(
                image ->
                    image
                        .own("RUN npm ci", 8_000_000)
                        .own("RUN chown -R app /app", 8_000_000)
                        .waste(
                            new WastedPath("/app/modules/", 8_000_000, 9, 1, 2, Kind.METADATA)))),
        fail(
            "I04",
            "replaced",
            "touched by a program: nobody asked for another owner",
            image(
                image ->
                    image
                        .own("RUN npm prune --omit=dev", 8_000_000)
                        .waste(
                            new WastedPath("/app/modules/", 8_000_000, 9, 0, 1, Kind.METADATA)))),
        fail(
            "I04",
            "duplicate",
            "copied to a second place, both kept",
            image(
                image ->
                    image
                        .own("RUN cp /server /again", 8_000_000)
                        .duplicates(
                            new DuplicateContent(
                                8_000_000,
                                List.of(new Copy("/server", 0), new Copy("/again", 1)))))),
        pass(
            "I04",
            "what one installer placed twice is not the student's",
            image(
                image ->
                    image
                        .own("RUN npm ci", 9_000_000)
                        .duplicates(
                            new DuplicateContent(
                                4_000_000,
                                List.of(
                                    new Copy("/app/node_modules/a/x", 1),
                                    new Copy("/app/node_modules/b/x", 1)))))),
        pass(
            "I04",
            "small equal files are left alone",
            image(
                image ->
                    image.duplicates(
                        new DuplicateContent(
                            900_000, List.of(new Copy("/a", 0), new Copy("/b", 0)))))));
  }

  private static EvidenceFixtures wasting(long bytes, Kind kind) {
    return image(
        image ->
            image
                .own("RUN chown -R app /server", bytes)
                .waste(
                    new WastedPath("/server", bytes / 2, 1, 0, 1, kind),
                    new WastedPath("/other", bytes - bytes / 2, 1, 0, 1, kind)));
  }

  private static List<CheckCase> caches() {
    Stream<CheckCase> kinds =
        Stream.of(
                "apt-lists",
                "apt-archives",
                "apk",
                "dnf",
                "npm",
                "yarn",
                "pnpm",
                "pip",
                "go-modules",
                "go-build",
                "maven")
            .map(
                kind ->
                    fail(
                            "I05",
                            kind,
                            "a cache of " + kind + " is left",
                            files(
                                all ->
                                    all.cache(
                                        new CacheFolder(
                                            kind, "/var/" + kind + "/", 24_000_000, 0))))
                        .atLine(COPY));
    Stream<CheckCase> others =
        Stream.of(
            pass("I05", "no cache at all", evidence()),
            fail(
                    "I05",
                    "other",
                    "a cache of a kind nobody has heard of",
                    files(all -> all.cache(new CacheFolder("new", "/c/", 24_000_000, 0))))
                .atLine(COPY),
            pass(
                "I05",
                "a log of the installer is not worth a word",
                files(all -> all.cache(new CacheFolder("npm", "/root/.npm/", 3_000, 0)))),
            fail(
                    "I05",
                    "npm",
                    "where the exercise allows less, it is",
                    files(all -> all.cache(new CacheFolder("npm", "/root/.npm/", 3_000, 0))))
                .under(rule("I05", 1).max("1 kB").get())
                .atLine(COPY));
    return Stream.concat(kinds, others).toList();
  }

  private static List<CheckCase> leaks() {
    return List.of(
        pass("I06", "nothing of the developer's machine", evidence()),
        pass(
            "I06",
            "modules copied from the stage that installed them are no leak",
            leaking("node_modules", "/app/node_modules/", true)),
        fail(
                "I06",
                "visible",
                "modules of the host",
                leaking("node_modules", "/app/node_modules/", true)
                    .replacing("COPY --from=build /server /server", "COPY /server /server"))
            .atLine(COPY),
        pass("I06", "an editor's folder is untidy, but no leak", leaking("editor", ".idea/", true)),
        fail("I06", "visible", "the repository", leaking("git", "/app/.git/", true)).atLine(COPY),
        fail("I06", "visible", "a private key", leaking("private-key", "/app/id_rsa", true))
            .atLine(COPY),
        fail(
                "I06",
                "hidden",
                "a .env that a later RUN removes is still there",
                leaking("env", "/app/.env", false))
            .atLine(COPY));
  }

  private static EvidenceFixtures leaking(String kind, String path, boolean visible) {
    return files(all -> all.leak(new LeakedFile(kind, path, 300, 0, visible)));
  }

  private static List<CheckCase> canaries() {
    return List.of(
        pass("I07", "planted values are nowhere", evidence()),
        pass(
            "I07",
            "the planted repository is I06's",
            planted(new CanaryHit("git", "file", "/app/.git/HEAD", 0, true))),
        fail(
                "I07",
                "file",
                "the .env file arrived",
                planted(new CanaryHit("env-file", "file", "/app/.env", 0, true)))
            .atLine(COPY),
        fail(
                "I07",
                "file-hidden",
                "the .env file was removed too late",
                planted(new CanaryHit("env-file", "file", "/app/.env", 0, false)))
            .atLine(COPY),
        fail(
            "I07",
            "config",
            "a build argument in ENV",
            planted(new CanaryHit("build-arg", "config", "Env TOKEN=***", -1, true))),
        fail(
            "I07",
            "history",
            "a build argument in the history",
            planted(new CanaryHit("build-arg", "history", "RUN |1 TOKEN=***", -1, true))));
  }

  private static EvidenceFixtures planted(CanaryHit hit) {
    return image(image -> image.canaries(hit));
  }

  private static List<CheckCase> dev() {
    NpmPackage jest = new NpmPackage("jest", "29.0.0", "/app/node_modules/jest", 900_000, 0, false);
    NpmPackage ofNpm = new NpmPackage("jest", "1.0.0", "/usr/lib/node_modules/jest", 9, 0, true);
    NpmPackage types = new NpmPackage("@types/node", "24.0.0", "/app/x", 2_000_000, 0, false);
    Tool gcc = new Tool("compiler", "gcc", "/usr/bin/gcc", 1_200_000, 0, false);
    Tool npm = new Tool("package-manager", "npm", "/usr/local/bin/npm", 11_000_000, 0, true);
    return List.of(
        pass("I08", "nothing that only building needs", evidence().devPackages("jest")),
        pass(
            "I08",
            "what the base has is the base's",
            files(all -> all.tool(npm).npm(ofNpm)).devPackages("jest")),
        fail(
                "I08",
                "packages",
                "a development dependency is shipped",
                files(all -> all.npm(jest)).devPackages("jest", "typescript"))
            .atLine(COPY),
        pass(
            "I08",
            "the same package as a production dependency is fine",
            files(all -> all.npm(jest)).devPackages("typescript")),
        pass(
                "I08",
                "type definitions under production are remarked on",
                files(all -> all.npm(types)))
            .noting("misfiled"),
        fail("I08", "tools", "a compiler was installed", files(all -> all.tool(gcc))).atLine(COPY),
        fail(
                "I08",
                "base-tools",
                "where the exercise forbids it, the base's npm counts",
                files(all -> all.tool(npm)))
            .under(rule("I08", 2).forbidInBase().get())
            .atLine(FROM));
  }

  private static List<CheckCase> owners() {
    OwnedFile app = new OwnedFile("/app/index.js", 1000, 1000, 0644, 0);
    OwnedFile ping = new OwnedFile("/bin/ping", 0, 0, 04755, 0);
    return List.of(
        pass("I10", "nothing to write, nothing with special rights", evidence()),
        fail(
                "I10",
                "writable",
                "the program's own files belong to its user",
                files(all -> all.writable(app)))
            .atLine(COPY),
        fail("I10", "set-id", "a new set-user-id program", files(all -> all.setId(ping)))
            .atLine(COPY),
        other(
            "I10",
            "not-applicable",
            "root may write everything: that is I09's",
            image(image -> image.user("").files(all -> all.writable(app)))));
  }

  private static List<CheckCase> history() {
    return List.of(
        pass(
            "I13",
            "an argument that is no secret may be seen",
            image(image -> image.metadata("RUN |1 VERSION=1.2 /bin/sh -c make TOKEN=x"))),
        pass(
            "I13",
            "TOKEN_FILE says where it is, not what",
            image(image -> image.metadata("RUN |1 TOKEN_FILE=/run/x /bin/sh -c make"))),
        fail(
            "I13",
            "planted",
            "a planted build argument",
            planted(new CanaryHit("build-arg", "history", "RUN |1 TOKEN=***", -1, true))),
        fail(
            "I13",
            "argument",
            "an argument that is called like a secret",
            image(image -> image.metadata("RUN |2 A=1 NPM_TOKEN=abc /bin/sh -c npm ci"))));
  }

  private static List<CheckCase> certificates() {
    return List.of(
        pass(
                "I14",
                "copied from the build stage",
                files(all -> all.certificates("/etc/ssl/certs/ca-certificates.crt")))
            .under(required("I14", 1)),
        fail("I14", "none", "scratch has none", evidence()).under(required("I14", 1)),
        other("I14", "not-applicable", "asked only where a program speaks HTTPS", evidence()));
  }

  private static EvidenceFixtures files(UnaryOperator<FilesFixture> change) {
    return image(image -> image.files(change));
  }
}
