package dev.drydock.check.cases;

import static dev.drydock.check.cases.CheckCase.fail;
import static dev.drydock.check.cases.CheckCase.other;
import static dev.drydock.check.cases.CheckCase.pass;
import static dev.drydock.check.cases.ImageCases.image;
import static dev.drydock.fixture.EvidenceFixtures.evidence;
import static dev.drydock.fixture.ExerciseFixtures.required;
import static dev.drydock.fixture.ExerciseFixtures.rule;

import dev.drydock.check.image.CacheFiles;
import dev.drydock.check.image.CertificatesPresent;
import dev.drydock.check.image.DevDependencies;
import dev.drydock.check.image.FilesOwner;
import dev.drydock.check.image.HistoryClean;
import dev.drydock.check.image.LeakedFiles;
import dev.drydock.check.image.SecretCanary;
import dev.drydock.check.image.WasteBytes;
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
        pass(WasteBytes.ID, "nothing hidden, nothing twice", evidence()),
        pass(
            WasteBytes.ID,
            "small files that installers rewrite do not count",
            wasting(900_000, Kind.REPLACED)),
        fail(
                WasteBytes.ID,
                WasteBytes.REPLACED,
                "but they do where the exercise says so",
                wasting(900_000, Kind.REPLACED))
            .under(rule(WasteBytes.ID, 1).set("max: 0 B").get()),
        fail(
            WasteBytes.ID,
            WasteBytes.REMOVED,
            "added, then removed by another RUN",
            wasting(8_000_000, Kind.REMOVED)),
        fail(
            WasteBytes.ID,
            WasteBytes.METADATA,
            "added, then chowned: the same bytes again",
            wasting(8_000_000, Kind.METADATA)),
        fail(
            WasteBytes.ID,
            WasteBytes.METADATA_RUN,
            "installed, then chowned: no COPY could have set the owner",
            image(
                image ->
                    image
                        .own("RUN npm ci", 8_000_000)
                        .own("RUN chown -R app /app", 8_000_000)
                        .waste(
                            new WastedPath("/app/modules/", 8_000_000, 9, 1, 2, Kind.METADATA)))),
        fail(
            WasteBytes.ID,
            WasteBytes.REPLACED,
            "touched by a program: nobody asked for another owner",
            image(
                image ->
                    image
                        .own("RUN npm prune --omit=dev", 8_000_000)
                        .waste(
                            new WastedPath("/app/modules/", 8_000_000, 9, 0, 1, Kind.METADATA)))),
        fail(
            WasteBytes.ID,
            WasteBytes.DUPLICATE,
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
            WasteBytes.ID,
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
            WasteBytes.ID,
            "what a system's package has under two names is not the student's",
            placedTwice("/usr/bin/perl", "/usr/bin/perl5.40")),
        fail(
            WasteBytes.ID,
            WasteBytes.DUPLICATE,
            "copied to a second place by the RUN that made it",
            placedTwice("/server", "/again")),
        pass(
            WasteBytes.ID,
            "equal files of a megabyte are still small",
            image(
                image ->
                    image.duplicates(
                        new DuplicateContent(
                            1_000_000, List.of(new Copy("/a", 0), new Copy("/b", 0)))))),
        pass(
            WasteBytes.ID,
            "small equal files are left alone",
            image(
                image ->
                    image.duplicates(
                        new DuplicateContent(
                            900_000, List.of(new Copy("/a", 0), new Copy("/b", 0)))))));
  }

  private static EvidenceFixtures placedTwice(String one, String other) {
    return image(
        image ->
            image
                .own("RUN ./install", 9_000_000)
                .duplicates(
                    new DuplicateContent(
                        4_000_000, List.of(new Copy(one, 1), new Copy(other, 1)))));
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
                            CacheFiles.ID,
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
            pass(CacheFiles.ID, "no cache at all", evidence()),
            fail(
                    CacheFiles.ID,
                    CacheFiles.OTHER,
                    "a cache of a kind nobody has heard of",
                    files(all -> all.cache(new CacheFolder("new", "/c/", 24_000_000, 0))))
                .atLine(COPY),
            pass(
                CacheFiles.ID,
                "a log of the installer is not worth a word",
                files(all -> all.cache(new CacheFolder("npm", "/root/.npm/", 3_000, 0)))),
            fail(
                    CacheFiles.ID,
                    CacheFiles.NPM,
                    "where the exercise allows less, it is",
                    files(all -> all.cache(new CacheFolder("npm", "/root/.npm/", 3_000, 0))))
                .under(rule(CacheFiles.ID, 1).set("max: 1 kB").get())
                .atLine(COPY));
    return Stream.concat(kinds, others).toList();
  }

  private static List<CheckCase> leaks() {
    return List.of(
        pass(LeakedFiles.ID, "nothing of the developer's machine", evidence()),
        pass(
            LeakedFiles.ID,
            "modules copied from the stage that installed them are no leak",
            leaking("node_modules", "/app/node_modules/", true)),
        fail(
                LeakedFiles.ID,
                LeakedFiles.VISIBLE,
                "modules of the host",
                leaking("node_modules", "/app/node_modules/", true)
                    .replacing("COPY --from=build /server /server", "COPY /server /server"))
            .atLine(COPY),
        pass(
            LeakedFiles.ID,
            "an editor's folder is untidy, but no leak",
            leaking("editor", ".idea/", true)),
        fail(
                LeakedFiles.ID,
                LeakedFiles.VISIBLE,
                "the repository",
                leaking("git", "/app/.git/", true))
            .atLine(COPY),
        fail(
                LeakedFiles.ID,
                LeakedFiles.VISIBLE,
                "a private key",
                leaking("private-key", "/app/id_rsa", true))
            .atLine(COPY),
        fail(
                LeakedFiles.ID,
                LeakedFiles.VISIBLE,
                "of several, what gives most away is named",
                files(
                    all ->
                        all.leak(new LeakedFile("git", "/app/.git/", 300, 0, true))
                            .leak(new LeakedFile("env", "/app/.env", 60, 0, true))))
            .atLine(COPY),
        fail(
                LeakedFiles.ID,
                LeakedFiles.HIDDEN,
                "a .env that a later RUN removes is still there",
                leaking("env", "/app/.env", false))
            .atLine(COPY));
  }

  private static EvidenceFixtures leaking(String kind, String path, boolean visible) {
    return files(all -> all.leak(new LeakedFile(kind, path, 300, 0, visible)));
  }

  private static List<CheckCase> canaries() {
    return List.of(
        pass(SecretCanary.ID, "planted values are nowhere", evidence()),
        pass(
            SecretCanary.ID,
            "the planted repository is I06's",
            planted(new CanaryHit("git", "file", "/app/.git/HEAD", 0, true))),
        fail(
                SecretCanary.ID,
                SecretCanary.FILE,
                "the .env file arrived",
                planted(new CanaryHit("env-file", "file", "/app/.env", 0, true)))
            .atLine(COPY),
        fail(
                SecretCanary.ID,
                SecretCanary.FILE_HIDDEN,
                "the .env file was removed too late",
                planted(new CanaryHit("env-file", "file", "/app/.env", 0, false)))
            .atLine(COPY),
        fail(
            SecretCanary.ID,
            SecretCanary.CONFIG,
            "a build argument in ENV",
            planted(new CanaryHit("build-arg", "config", "Env TOKEN=***", -1, true))),
        fail(
            SecretCanary.ID,
            SecretCanary.HISTORY,
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
    Tool ownGcc = new Tool("compiler", "gcc", "/usr/bin/gcc", 1_200_000, 1, false);
    Tool npm = new Tool("package-manager", "npm", "/usr/local/bin/npm", 11_000_000, 0, true);
    return List.of(
        pass(
            DevDependencies.ID, "nothing that only building needs", evidence().devPackages("jest")),
        pass(
            DevDependencies.ID,
            "what the base has is the base's",
            files(all -> all.tool(npm).npm(ofNpm)).devPackages("jest")),
        fail(
                DevDependencies.ID,
                DevDependencies.PACKAGES,
                "a development dependency is shipped",
                files(all -> all.npm(jest)).devPackages("jest", "typescript"))
            .atLine(COPY),
        pass(
            DevDependencies.ID,
            "the same package as a production dependency is fine",
            files(all -> all.npm(jest)).devPackages("typescript")),
        pass(
                DevDependencies.ID,
                "type definitions under production are remarked on",
                files(all -> all.npm(types)))
            .noting(DevDependencies.NOTE_MISFILED),
        fail(
                DevDependencies.ID,
                DevDependencies.TOOLS,
                "a compiler was installed",
                files(all -> all.tool(gcc)))
            .atLine(COPY),
        fail(
                DevDependencies.ID,
                DevDependencies.TOOLS,
                "where the base's tools count too, the line is the student's own",
                image(
                    image ->
                        image
                            .noLayers()
                            .base(50_000_000)
                            .own("COPY /server /server # buildkit", 7_200_000)
                            .files(all -> all.tool(npm).tool(ownGcc))))
            .under(rule(DevDependencies.ID, 2).set("forbidInBase: true").get())
            .atLine(COPY),
        fail(
                DevDependencies.ID,
                DevDependencies.BASE_TOOLS,
                "where the exercise forbids it, the base's npm counts",
                files(all -> all.tool(npm)))
            .under(rule(DevDependencies.ID, 2).set("forbidInBase: true").get())
            .atLine(FROM));
  }

  private static List<CheckCase> owners() {
    OwnedFile app = new OwnedFile("/app/index.js", 1000, 1000, 0644, 0);
    OwnedFile ping = new OwnedFile("/bin/ping", 0, 0, 04755, 0);
    return List.of(
        pass(FilesOwner.ID, "nothing to write, nothing with special rights", evidence()),
        fail(
                FilesOwner.ID,
                FilesOwner.WRITABLE,
                "the program's own files belong to its user",
                files(all -> all.writable(app)))
            .atLine(COPY),
        fail(
                FilesOwner.ID,
                FilesOwner.SET_ID,
                "a new set-user-id program",
                files(all -> all.setId(ping)))
            .atLine(COPY),
        other(
            FilesOwner.ID,
            "not-applicable",
            "root may write everything: that is I09's",
            image(image -> image.user("").files(all -> all.writable(app)))));
  }

  private static List<CheckCase> history() {
    return List.of(
        pass(
            HistoryClean.ID,
            "an argument that is no secret may be seen",
            image(image -> image.metadata("RUN |1 VERSION=1.2 /bin/sh -c make TOKEN=x"))),
        pass(
            HistoryClean.ID,
            "TOKEN_FILE says where it is, not what",
            image(image -> image.metadata("RUN |1 TOKEN_FILE=/run/x /bin/sh -c make"))),
        pass(
            HistoryClean.ID,
            "a planted argument in ENV is I07's",
            planted(new CanaryHit("build-arg", "config", "Env TOKEN=***", -1, true))),
        fail(
            HistoryClean.ID,
            HistoryClean.PLANTED,
            "a planted build argument",
            planted(new CanaryHit("build-arg", "history", "RUN |1 TOKEN=***", -1, true))),
        fail(
            HistoryClean.ID,
            HistoryClean.ARGUMENT,
            "an argument that is called like a secret",
            image(image -> image.metadata("RUN |2 A=1 NPM_TOKEN=abc /bin/sh -c npm ci"))));
  }

  private static List<CheckCase> certificates() {
    return List.of(
        pass(
                CertificatesPresent.ID,
                "copied from the build stage",
                files(all -> all.certificates("/etc/ssl/certs/ca-certificates.crt")))
            .under(required(CertificatesPresent.ID, 1)),
        fail(CertificatesPresent.ID, CertificatesPresent.NONE, "scratch has none", evidence())
            .under(required(CertificatesPresent.ID, 1)),
        other(
            CertificatesPresent.ID,
            "not-applicable",
            "asked only where a program speaks HTTPS",
            evidence()));
  }

  private static EvidenceFixtures files(UnaryOperator<FilesFixture> change) {
    return image(image -> image.files(change));
  }
}
