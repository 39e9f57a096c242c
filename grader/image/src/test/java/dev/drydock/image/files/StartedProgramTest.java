package dev.drydock.image.files;

import static dev.drydock.image.TestLayer.layer;
import static dev.drydock.image.elf.TestElf.elf;
import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.TestImage;
import dev.drydock.image.TestLayer;
import dev.drydock.image.anatomy.ExecutableFacts;
import dev.drydock.image.anatomy.ExecutableFacts.Kind;
import dev.drydock.image.elf.TestElf;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

class StartedProgramTest {

  private static final String GLIBC = "/lib64/ld-linux-x86-64.so.2";
  private static final String MUSL = "/lib/ld-musl-x86_64.so.1";

  private static TestImage image(TestLayer layer, String... command) {
    return new TestImage().layer(layer).config("Cmd", List.of(command));
  }

  private static ExecutableFacts facts(TestLayer layer, String... command) {
    return image(layer, command).read().entrypoint();
  }

  private static TestLayer program(String path, byte[] content) {
    return layer().file(path, content, 0755, 0, 0);
  }

  private static TestElf dynamic(String... needed) {
    return elf().interpreter(GLIBC).needed(needed);
  }

  @Test
  void aStaticBinaryNeedsNothing() {
    ExecutableFacts facts = facts(program("server", elf().toBytes()), "/server");
    assertThat(facts.kind()).isEqualTo(Kind.ELF_STATIC);
    assertThat(facts.machine()).isEqualTo("x86-64");
    assertThat(facts.resolved()).isEqualTo("/server");
    assertThat(facts.executable()).isTrue();
    assertThat(facts.interpreter()).isNull();
  }

  @Test
  void onScratchADynamicBinaryLacksLoaderAndLibraries() {
    ExecutableFacts facts = facts(program("server", dynamic("libc.so.6").toBytes()), "/server");
    assertThat(facts.kind()).isEqualTo(Kind.ELF_DYNAMIC);
    assertThat(facts.interpreter()).isEqualTo(GLIBC);
    assertThat(facts.interpreterPresent()).isFalse();
    assertThat(facts.missingLibraries()).containsExactly("libc.so.6");
  }

  @Test
  void librariesAreFoundInTheFoldersOfDebianThroughTheMergedUsr() {
    TestLayer debian =
        program("app/server", dynamic("libc.so.6", "libresolv.so.2").toBytes())
            .symbolicLink("lib", "usr/lib")
            .symbolicLink("lib64", "usr/lib64")
            .symbolicLink("usr/lib64/ld-linux-x86-64.so.2", "../lib/x86_64-linux-gnu/ld.so")
            .file("usr/lib/x86_64-linux-gnu/ld.so", elf().toBytes())
            .file(
                "usr/lib/x86_64-linux-gnu/libc.so.6",
                elf().needed("ld-linux-x86-64.so.2").toBytes())
            .symbolicLink("usr/lib/x86_64-linux-gnu/libresolv.so.2", "libresolv.so.2.41")
            .file(
                "usr/lib/x86_64-linux-gnu/libresolv.so.2.41", elf().needed("libc.so.6").toBytes());
    ExecutableFacts facts = facts(debian, "/app/server");
    assertThat(facts.interpreterPresent()).isTrue();
    assertThat(facts.missingLibraries()).isEmpty();
    assertThat(facts.libraries())
        .containsExactly(
            "/usr/lib/x86_64-linux-gnu/libc.so.6", "/usr/lib/x86_64-linux-gnu/libresolv.so.2.41");
  }

  @Test
  void whatALibraryNeedsIsNeededToo() {
    TestLayer layer =
        program("server", dynamic("liba.so").toBytes())
            .file("lib/liba.so", elf().needed("libb.so", "libc.so.6").toBytes())
            .file("lib/libc.so.6", elf().toBytes());
    ExecutableFacts facts = facts(layer, "/server");
    assertThat(facts.libraries()).containsExactly("/lib/liba.so", "/lib/libc.so.6");
    assertThat(facts.missingLibraries()).containsExactly("libb.so");
  }

  @Test
  void aLibraryForAnotherMachineIsPassedOver() {
    byte[] arm = elf().machine(183, true, ByteOrder.LITTLE_ENDIAN).toBytes();
    TestLayer layer =
        program("server", dynamic("liba.so").toBytes())
            .file("lib64/liba.so", arm)
            .file("usr/lib/liba.so", elf().toBytes());
    assertThat(facts(layer, "/server").libraries()).containsExactly("/usr/lib/liba.so");
  }

  @Test
  void runpathWithOriginIsFollowed() {
    TestLayer layer =
        program("opt/app/bin/server", dynamic("liba.so").runpath("$ORIGIN/../lib").toBytes())
            .file("opt/app/lib/liba.so", elf().toBytes());
    assertThat(facts(layer, "/opt/app/bin/server").libraries())
        .containsExactly("/opt/app/lib/liba.so");
  }

  @Test
  void theProgramsRpathServesItsLibrariesAndItsRunpathDoesNot() {
    TestLayer rpath =
        program("server", dynamic("liba.so").rpath("/opt").toBytes())
            .file("opt/liba.so", elf().needed("libb.so").toBytes())
            .file("opt/libb.so", elf().toBytes());
    assertThat(facts(rpath, "/server").missingLibraries()).isEmpty();
    TestLayer runpath =
        program("server", dynamic("liba.so").runpath("/opt").toBytes())
            .file("opt/liba.so", elf().needed("libb.so").toBytes())
            .file("opt/libb.so", elf().toBytes());
    assertThat(facts(runpath, "/server").missingLibraries()).containsExactly("libb.so");
  }

  @Test
  void foldersConfiguredInTheImageAreSearched() {
    TestLayer layer =
        program("server", dynamic("liba.so", "libb.so", "libd.so").toBytes())
            .file("etc/ld.so.conf", "include /etc/ld.so.conf.d/*.conf\n# x\n/opt/b\n")
            .file("etc/ld.so.conf.d/a.conf", "/opt/a # first\n")
            .file("opt/a/liba.so", elf().toBytes())
            .file("opt/b/libb.so", elf().toBytes())
            .file("opt/d/libd.so", elf().toBytes());
    ExecutableFacts facts =
        image(layer, "/server")
            .config("Env", List.of("LD_LIBRARY_PATH=/opt/c:/opt/d"))
            .read()
            .entrypoint();
    assertThat(facts.libraries())
        .containsExactly("/opt/a/liba.so", "/opt/b/libb.so", "/opt/d/libd.so");
  }

  @Test
  void onAlpineTheLoaderIsTheCLibrary() {
    byte[] binary = elf().interpreter(MUSL).needed("libc.musl-x86_64.so.1", "libz.so.1").toBytes();
    TestLayer layer =
        program("server", binary)
            .file("lib/ld-musl-x86_64.so.1", elf().toBytes())
            .file("opt/libz.so.1", elf().toBytes());
    assertThat(facts(layer, "/server").missingLibraries()).containsExactly("libz.so.1");
    TestLayer configured =
        program("server", binary)
            .file("lib/ld-musl-x86_64.so.1", elf().toBytes())
            .file("etc/ld-musl-x86_64.path", "/lib\n/opt\n")
            .file("opt/libz.so.1", elf().toBytes());
    assertThat(facts(configured, "/server").libraries()).containsExactly("/opt/libz.so.1");
  }

  @Test
  void aGlibcBinaryOnAlpineLacksItsLoader() {
    TestLayer layer =
        program("server", dynamic("libc.so.6").toBytes())
            .file("lib/ld-musl-x86_64.so.1", elf().toBytes());
    ExecutableFacts facts = facts(layer, "/server");
    assertThat(facts.interpreterPresent()).isFalse();
    assertThat(facts.missingLibraries()).containsExactly("libc.so.6");
  }

  @Test
  void aNameIsLookedForInThePathOfTheImage() {
    TestLayer layer = program("opt/bin/tool", elf().toBytes()).file("usr/bin/tool", "no program");
    ExecutableFacts facts =
        image(layer, "tool").config("Env", List.of("PATH=/usr/bin:/opt/bin")).read().entrypoint();
    assertThat(facts.resolved()).isEqualTo("/opt/bin/tool");
    assertThat(facts(layer, "tool").kind()).isEqualTo(Kind.MISSING);
  }

  @Test
  void aRelativePathBeginsAtTheWorkingDirectory() {
    ExecutableFacts facts =
        image(program("app/server", elf().toBytes()), "./server")
            .config("WorkingDir", "/app")
            .read()
            .entrypoint();
    assertThat(facts.resolved()).isEqualTo("/app/server");
    assertThat(facts(program("server", elf().toBytes()), "./server").resolved())
        .isEqualTo("/server");
  }

  @Test
  void theEntryPointComesBeforeTheCommand() {
    ExecutableFacts facts =
        image(program("a", elf().toBytes()), "-v")
            .config("Entrypoint", List.of("/a"))
            .read()
            .entrypoint();
    assertThat(facts.requested()).isEqualTo("/a");
    assertThat(facts.resolved()).isEqualTo("/a");
  }

  @Test
  void theShellFormStartsTheShell() {
    TestLayer layer =
        program("bin/busybox", elf().toBytes()).symbolicLink("bin/sh", "/bin/busybox");
    ExecutableFacts facts = facts(layer, "/bin/sh", "-c", "./server");
    assertThat(facts.requested()).isEqualTo("/bin/sh");
    assertThat(facts.resolved()).isEqualTo("/bin/busybox");
    assertThat(facts(layer().file("a", 1), "/bin/sh", "-c", "x").kind()).isEqualTo(Kind.MISSING);
  }

  @Test
  void aScriptNeedsItsInterpreter() {
    TestLayer script = program("run", "#! /bin/sh -e\nexec x\n".getBytes());
    ExecutableFacts facts = facts(script, "/run");
    assertThat(facts.kind()).isEqualTo(Kind.SCRIPT);
    assertThat(facts.interpreter()).isEqualTo("/bin/sh -e");
    assertThat(facts.interpreterPresent()).isFalse();
  }

  @Test
  void aScriptOfWindowsIsTold() {
    ExecutableFacts facts = facts(program("run", "#!/bin/sh\r\nexec x\r\n".getBytes()), "/run");
    assertThat(facts.isScriptOfWindows()).isTrue();
    assertThat(facts(program("run", "#!/bin/sh\n\r\n".getBytes()), "/run").isScriptOfWindows())
        .isFalse();
  }

  @Test
  void aFileItsUserMayNotExecuteIsSaidToBe() {
    TestLayer layer = layer().file("server", elf().toBytes(), 0700, 0, 0);
    assertThat(facts(layer, "/server").executable()).isTrue();
    TestLayer same = layer().file("server", elf().toBytes(), 0700, 0, 0);
    assertThat(image(same, "/server").config("User", "1000").read().entrypoint().executable())
        .isFalse();
    assertThat(facts(layer().file("x", elf().toBytes()), "/x").executable()).isFalse();
  }

  @Test
  void linksInCirclesLeadNowhere() {
    TestLayer layer =
        layer().symbolicLink("a", "b").symbolicLink("b", "a").symbolicLink("c", "c/d");
    assertThat(facts(layer, "/a").kind()).isEqualTo(Kind.MISSING);
    TestLayer growing = layer().symbolicLink("c", "c/../c/../c/d");
    assertThat(facts(growing, "/c").kind()).isEqualTo(Kind.MISSING);
  }

  @Test
  void withoutACommandThereIsNone() {
    assertThat(facts(layer().file("a", 1)).kind()).isEqualTo(Kind.NONE);
    assertThat(facts(layer().file("a", 1), "").kind()).isEqualTo(Kind.NONE);
  }
}
