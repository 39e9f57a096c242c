package dev.drydock.image.files;

import static dev.drydock.image.TestLayer.layer;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.TestImage;
import dev.drydock.image.TestLayer;
import dev.drydock.image.anatomy.FileSystemFacts;
import dev.drydock.image.anatomy.FileSystemFacts.Account;
import dev.drydock.image.anatomy.FileSystemFacts.CacheFolder;
import dev.drydock.image.anatomy.FileSystemFacts.Group;
import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import dev.drydock.image.anatomy.FileSystemFacts.NpmPackage;
import dev.drydock.image.anatomy.FileSystemFacts.OwnedFile;
import dev.drydock.image.anatomy.FileSystemFacts.Tool;
import dev.drydock.image.anatomy.PathSize;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FileFactsTest {

  private static FileSystemFacts facts(TestLayer... layers) {
    TestImage image = new TestImage();
    for (TestLayer layer : layers) {
      image.layer("COPY . . # buildkit", layer);
    }
    return image.read().files();
  }

  // accounts

  @Test
  void accountsAndGroupsAreThoseOfTheFinalFileSystem() {
    FileSystemFacts facts =
        facts(
            layer().file("etc/passwd", "root:x:0:0:root:/root:/bin/sh\n").file("etc/group", "x"),
            layer()
                .file("etc/passwd", "app:x:10001:10002::/home/app:/bin/false\nbroken\n#:x:1:1\n")
                .file("etc/group", "app:x:10002:\nwheel:x:10:app,root\n"));
    assertThat(facts.passwdPresent()).isTrue();
    assertThat(facts.accounts())
        .containsExactly(new Account("app", 10001, 10002, "/home/app", "/bin/false"));
    assertThat(facts.groups())
        .containsExactly(
            new Group("app", 10002, List.of()), new Group("wheel", 10, List.of("app", "root")));
  }

  @Test
  void anEmptyPasswdFileIsPresentAndARemovedOneIsNot() {
    assertThat(facts(layer().file("etc/passwd", "")).passwdPresent()).isTrue();
    FileSystemFacts removed =
        facts(layer().file("etc/passwd", "a:x:1:1"), layer().whiteout("etc/passwd"));
    assertThat(removed.passwdPresent()).isFalse();
    assertThat(removed.passwdUnread()).isFalse();
    assertThat(removed.accounts()).isEmpty();
    assertThat(removed.groupPresent()).isFalse();
  }

  @Test
  void filesOfAccountsThatAreTooLargeAreThereAndUnread() {
    FileSystemFacts large =
        facts(
            layer()
                .file("etc/passwd", "app:x:1:1::/:/bin/sh\n" + "#".repeat(2_000_000))
                .file("etc/group", "app:x:1:\n".repeat(5_001)));
    assertThat(large.passwdPresent()).isTrue();
    assertThat(large.passwdUnread()).isTrue();
    assertThat(large.accounts()).isEmpty();
    assertThat(large.groupPresent()).isTrue();
    assertThat(large.groupUnread()).isTrue();
  }

  @Test
  void aPasswdFileBehindALinkIsFollowed() {
    FileSystemFacts facts =
        facts(
            layer()
                .file("etc/group", "g:x:5:")
                .symbolicLink("etc/passwd", "../etc/group")
                .symbolicLink("etc/loop", "loop"));
    assertThat(facts.passwdPresent()).isTrue();
  }

  // caches

  @ParameterizedTest
  @CsvSource({
    "var/lib/apt/lists/x_Packages, apt-lists, /var/lib/apt/lists/",
    "var/cache/apt/archives/x.deb, apt-archives, /var/cache/apt/",
    "var/cache/apt/pkgcache.bin, apt-archives, /var/cache/apt/",
    "var/cache/apk/APKINDEX.gz, apk, /var/cache/apk/",
    "root/.npm/_cacache/index-v5/aa, npm, /root/.npm/",
    "home/node/.npm/_cacache/content-v2/b, npm, /home/node/.npm/",
    "tmp/npm/_cacache/content-v2/b, npm, /tmp/npm/_cacache/",
    "usr/local/share/.cache/yarn/v6/x, yarn, /usr/local/share/.cache/yarn/",
    "root/.local/share/pnpm/store/v3/x, pnpm, /root/.local/share/pnpm/store/",
    "root/.cache/pip/http/x, pip, /root/.cache/pip/",
    "go/pkg/mod/cache/download/x.zip, go-modules, /go/pkg/mod/",
    "root/.cache/go-build/aa/x-d, go-build, /root/.cache/go-build/",
    "root/.m2/repository/org/x.jar, maven, /root/.m2/repository/",
    "root/.gradle/caches/x, gradle, /root/.gradle/caches/",
    "usr/local/cargo/registry/x.crate, cargo, /usr/local/cargo/registry/"
  })
  void aPackageManagersCacheIsFound(String file, String kind, String folder) {
    assertThat(facts(layer().file("a", 9), layer().file(file, 5000)).caches())
        .containsExactly(new CacheFolder(kind, folder, 5000, 1));
  }

  @Test
  void aGoBuildCacheIsKnownUnderAnyName() {
    TestLayer layer =
        layer().file("c/00/x", 10).file("c/ff/y", 20).file("c/trim.txt", 3).file("c/d/z", 4);
    assertThat(facts(layer).caches()).containsExactly(new CacheFolder("go-build", "/c/", 37, 0));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"var/lib/dpkg/status", "app/.yarn/cache/x.zip", "go/pkg/x", "var/cache/x/y"})
  void whatAnImageNeedsIsNoCache(String file) {
    assertThat(facts(layer().file(file, 5000)).caches()).isEmpty();
  }

  @Test
  void aCacheOfTheBaseOrOneRemovedInTimeIsNone() {
    FileSystemFacts facts =
        new TestImage()
            .layer(layer().file("root/.cache/go-build/aa/x", 5000))
            .endOfBase()
            .layer(layer().file("root/.cache/go-build/aa/y", 70).file("root/.npm/_cacache/z", 8))
            .layer(layer().whiteout("root/.npm"))
            .read()
            .files();
    assertThat(facts.caches())
        .containsExactly(new CacheFolder("go-build", "/root/.cache/go-build/", 70, 1));
  }

  @Test
  void filesThatThePackagesShareWithTheirStoreAreNotFreedWithIt() {
    TestLayer layer =
        layer()
            .file("app/node_modules/.pnpm/a/x.js", 800)
            .hardLink("root/.pnpm-store/v3/1", "app/node_modules/.pnpm/a/x.js")
            .file("root/.pnpm-store/v3/2", 40);
    assertThat(facts(layer).caches())
        .containsExactly(new CacheFolder("pnpm", "/root/.pnpm-store/", 40, 0));
  }

  // leaks

  @ParameterizedTest
  @CsvSource({
    "app/.env, env",
    "app/.env.production, env",
    "app/.envrc, env",
    "app/Dockerfile, dockerfile",
    "app/prod.Dockerfile, dockerfile",
    "app/.dockerignore, dockerfile",
    "app/docker-compose.yml, dockerfile",
    "app/main_test.go, tests",
    "app/src/a.test.ts, tests",
    "usr/src/app/src/a.spec.jsx, tests",
    "usr/share/nginx/html/.env, env",
    "app/.DS_Store, editor",
    "app/.main.go.swp, editor"
  })
  void aFileOfADevelopersMachineIsALeak(String file, String kind) {
    assertThat(facts(layer().file(file, 10)).leaks())
        .containsExactly(new LeakedFile(kind, "/" + file, 10, 0, true));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "app/.env.example",
        "app/main.go",
        "app/node_modules/pkg/.env",
        "app/node_modules/pkg/a.test.js",
        "usr/local/lib/python3/site-packages/x/test_a.py",
        "usr/lib/go-1.27/src/runtime/a_test.go",
        "usr/share/doc/x/Dockerfile",
        "root/go/pkg/mod/x@v1/a_test.go",
        "app/testing.go",
        "app/contest.ts",
        "app/latest.js"
      })
  void whatComesWithInstalledSoftwareIsNoLeak(String file) {
    assertThat(new TestImage().layer("RUN x", layer().file(file, 10)).read().files().leaks())
        .isEmpty();
  }

  @Test
  void aGoInstallationAnywhereIsInstalledSoftware() {
    TestLayer layer =
        layer()
            .file("opt/sdk/bin/go", 10)
            .file("opt/sdk/src/runtime/proc.go", 10)
            .file("opt/sdk/src/net/net_test.go", 10);
    assertThat(facts(layer).leaks()).isEmpty();
  }

  @Test
  void foldersAreOneLeakEachWithTheBytesOfTheirLayer() {
    FileSystemFacts facts =
        facts(
            layer()
                .file("app/.git/HEAD", 20)
                .file("app/.git/objects/aa/bb", 300)
                .file("app/.idea/x.xml", 5)
                .file("app/src/__tests__/a.js", 7),
            layer().whiteout("app/.git").file("app/.git/config", 1),
            layer().whiteout("app/.git"));
    assertThat(facts.leaks())
        .containsExactlyInAnyOrder(
            new LeakedFile("git", "/app/.git/", 320, 0, false),
            new LeakedFile("editor", "/app/.idea/", 5, 0, true),
            new LeakedFile("tests", "/app/src/__tests__/", 7, 0, true),
            new LeakedFile("git", "/app/.git/", 1, 1, false));
  }

  @Test
  void aLeakOfTheBaseIsNotTheStudents() {
    FileSystemFacts facts =
        new TestImage().layer(layer().file("app/.env", 3)).endOfBase().read().files();
    assertThat(facts.leaks()).isEmpty();
  }

  @Test
  void nodeModulesAreALeakOnlyWhenTheyWereCopied() {
    TestLayer modules = layer().file("app/node_modules/a/index.js", 30);
    byte[] tar = modules.toBytes();
    assertThat(new TestImage().layer("COPY . /app # buildkit", tar).read().files().leaks())
        .containsExactly(new LeakedFile("node_modules", "/app/node_modules/", 30, 0, true));
    assertThat(
            new TestImage()
                .layer("/bin/sh -c #(nop) COPY dir:aa in /app ", tar)
                .read()
                .files()
                .leaks())
        .hasSize(1);
    assertThat(new TestImage().layer("RUN /bin/sh -c npm ci", tar).read().files().leaks())
        .isEmpty();
  }

  @Test
  void privateKeysAreKnownByTheirContent() {
    String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIE\n";
    String bundle = "-----BEGIN CERTIFICATE-----\n" + "A".repeat(2000) + "\n" + key;
    FileSystemFacts facts =
        facts(
            layer()
                .file("app/id", "-----BEGIN OPENSSH PRIVATE KEY-----\nb3Blb")
                .file("app/bundle.crt", bundle)
                .file("app/node_modules/x/test.pem", key)
                .file("app/cert.pem", "-----BEGIN CERTIFICATE-----\nMIIE\n")
                .file("app/key.pub", "-----BEGIN PUBLIC KEY-----\nMIIE\n")
                .file("app/README", "put -----BEGIN RSA PRIVATE KEY----- here"));
    assertThat(facts.leaks())
        .filteredOn(leak -> leak.kind().equals("private-key"))
        .extracting(LeakedFile::path)
        .containsExactly("/app/bundle.crt", "/app/id");
  }

  @Test
  void aThousandLeaksAreAHundred() {
    TestLayer many = layer();
    for (int i = 0; i < 1000; i++) {
      many.file("app/a" + i + ".test.ts", i);
    }
    assertThat(facts(many.file("app/.env", 1)).leaks()).hasSize(101);
  }

  // packages

  @Test
  void npmPackagesAreListedWithTheirOwnBytes() {
    String nested = "{\"name\":\"b\",\"version\":\"2.0.0\"}";
    FileSystemFacts facts =
        new TestImage()
            .layer(layer().file("usr/local/lib/node_modules/npm/package.json", "{}"))
            .endOfBase()
            .layer(
                layer()
                    .file("app/node_modules/a/package.json", "{\"name\":\"a\",\"version\":\"1.0\"}")
                    .file("app/node_modules/a/index.js", 100)
                    .file("app/node_modules/a/node_modules/b/package.json", nested)
                    .file("app/node_modules/a/node_modules/b/lib.js", 1000)
                    .file("app/node_modules/@s/c/package.json", "not json")
                    .file("app/package.json", "{\"name\":\"app\"}")
                    .file("app/node_modules/a/dist/package.json", "{\"type\":\"module\"}"))
            .read()
            .files();
    assertThat(facts.npmPackages())
        .containsExactly(
            new NpmPackage("@s/c", "", "/app/node_modules/@s/c", 8, 1, false),
            new NpmPackage("a", "1.0", "/app/node_modules/a", 28 + 100 + 17, 1, false),
            new NpmPackage("b", "2.0.0", "/app/node_modules/a/node_modules/b", 1030, 1, false),
            new NpmPackage("npm", "", "/usr/local/lib/node_modules/npm", 2, 0, true));
  }

  // tools

  @Test
  void toolsAreNamedOnceWithWhatTheyWeigh() {
    byte[] binary = TestLayer.content(500, 1);
    FileSystemFacts facts =
        new TestImage()
            .layer(
                layer()
                    .file("usr/bin/apt", binary, 0755, 0, 0)
                    .file("usr/bin/apt-get", TestLayer.content(400, 2), 0755, 0, 0))
            .endOfBase()
            .layer(
                layer()
                    .file("usr/bin/x86_64-linux-gnu-gcc-14", TestLayer.content(900, 3), 0755, 0, 0)
                    .symbolicLink("usr/bin/gcc-14", "x86_64-linux-gnu-gcc-14")
                    .symbolicLink("usr/bin/gcc", "gcc-14")
                    .symbolicLink("usr/bin/cc", "/etc/alternatives/cc")
                    .symbolicLink("etc/alternatives/cc", "/usr/bin/gcc")
                    .file("usr/local/go/bin/go", TestLayer.content(100, 4), 0755, 0, 0)
                    .file("usr/local/go/pkg/tool/x", 5000)
                    .symbolicLink("usr/local/bin/npm", "../lib/node_modules/npm/bin/npm-cli.js")
                    .file("usr/local/lib/node_modules/npm/package.json", "{}")
                    .file(
                        "usr/local/lib/node_modules/npm/bin/npm-cli.js",
                        TestLayer.content(70, 5),
                        0755,
                        0,
                        0)
                    .file("usr/local/lib/node_modules/npm/lib/x.js", 3000)
                    .file("usr/bin/make", 30)
                    .file("app/go", binary, 0755, 0, 0))
            .config("Env", List.of("PATH=/usr/local/go/bin:/usr/local/bin:/usr/bin"))
            .read()
            .files();
    assertThat(facts.tools())
        .containsExactly(
            new Tool("sdk", "go", "/usr/local/go/", 5100, 1, false),
            new Tool("package-manager", "npm", "/usr/local/bin/npm", 3072, 1, false),
            new Tool("compiler", "gcc", "/usr/bin/gcc", 900, 1, false),
            new Tool("package-manager", "apt", "/usr/bin/apt", 500, 0, true));
  }

  @ParameterizedTest
  @CsvSource({
    "gcc, gcc", "gcc-14, gcc", "aarch64-linux-gnu-g++-14, g++", "pip3.11, pip", "clang-18, clang",
    "x86_64-alpine-linux-musl-gcc, gcc", "yarnpkg, yarn", "apt-get, apt", "g++, g++", "pip3, pip"
  })
  void toolsAreKnownByTheNamesTheyGoBy(String file, String name) {
    assertThat(ToolNames.of(file)).isNotNull().extracting(ToolNames::name).isEqualTo(name);
  }

  @ParameterizedTest
  @ValueSource(strings = {"gccgo-helper", "mygo", "gofmt", "make-docs", "", "14", "-", "aptly"})
  void otherNamesAreNoTools(String file) {
    assertThat(ToolNames.of(file)).isNull();
  }

  // owners

  private static final String PASSWD = "app:x:1000:1000::/home/app:/bin/sh\n";

  private static TestLayer application() {
    return layer()
        .file("etc/passwd", PASSWD)
        .file("etc/group", "app:x:1000:\ndata:x:500:app\n")
        .file("app/own", new byte[1], 0644, 1000, 1000)
        .file("app/readonly", new byte[1], 0444, 1000, 1000)
        .file("app/root", new byte[1], 0644, 0, 0)
        .file("app/group", new byte[1], 0664, 0, 1000)
        .file("app/data", new byte[1], 0664, 0, 500)
        .file("app/world", new byte[1], 0666, 0, 0)
        .file("tmp/x", new byte[1], 0666, 0, 0)
        .file("home/app/.cache/x", new byte[1], 0644, 1000, 1000)
        .file("volume/x", new byte[1], 0644, 1000, 1000);
  }

  @ParameterizedTest
  @CsvSource({
    "app, '/app/data /app/group /app/own /app/world'",
    "1000, '/app/data /app/group /app/own /app/world'",
    "1000:1000, '/app/group /app/own /app/world'",
    "1000:data, '/app/data /app/own /app/world'",
    "2000, '/app/world'",
    "2000:500, '/app/data /app/world'",
    "nobody, ''"
  })
  void applicationFilesTheUserMayWriteAreListed(String user, String paths) {
    FileSystemFacts facts =
        new TestImage()
            .layer(application())
            .config("User", user)
            .config("Volumes", Map.of("/volume", Map.of()))
            .read()
            .files();
    assertThat(String.join(" ", facts.writable().stream().map(OwnedFile::path).toList()))
        .isEqualTo(paths);
  }

  @Test
  void writableFilesOfTheBaseAreNotListed() {
    FileSystemFacts facts =
        new TestImage().layer(application()).endOfBase().config("User", "app").read().files();
    assertThat(facts.writable()).isEmpty();
  }

  @Test
  void setIdFilesNewAgainstTheBaseAreListed() {
    byte[] su = TestLayer.content(10, 1);
    FileSystemFacts facts =
        new TestImage()
            .layer(layer().file("bin/su", su, 04755, 0, 0).file("bin/x", su, 0755, 0, 0))
            .endOfBase()
            .layer(
                layer()
                    .file("bin/su", su, 04755, 0, 5)
                    .file("bin/x", su, 02755, 0, 0)
                    .file("bin/gone", su, 04755, 0, 0))
            .layer(layer().whiteout("bin/gone"))
            .read()
            .files();
    assertThat(facts.setIds()).containsExactly(new OwnedFile("/bin/x", 0, 0, 02755, 1));
  }

  // the rest

  @Test
  void certificatesAreFoundThroughLinksAndWhenTheyAreABundle() {
    TestLayer layer =
        layer()
            .file("etc/ssl/certs/ca-certificates.crt", 200_000)
            .symbolicLink("etc/ssl/cert.pem", "certs/ca-certificates.crt")
            .file("etc/pki/tls/cacert.pem", "")
            .file("my/bundle.pem", 5000);
    FileSystemFacts facts =
        new TestImage()
            .layer(layer)
            .config("Env", List.of("SSL_CERT_FILE=/my/bundle.pem"))
            .read()
            .files();
    assertThat(facts.certificates())
        .containsExactly(
            "/etc/ssl/certs/ca-certificates.crt", "/etc/ssl/cert.pem", "/my/bundle.pem");
    assertThat(facts(layer().file("etc/ssl/other", 5000)).certificates()).isEmpty();
  }

  @Test
  void theLargestOwnFilesComeFirst() {
    TestLayer many = layer();
    for (int i = 1; i <= 80; i++) {
      many.file("f" + i, i);
    }
    List<PathSize> largest = facts(many).largest();
    assertThat(largest).hasSize(50).startsWith(new PathSize("/f80", 80));
  }
}
