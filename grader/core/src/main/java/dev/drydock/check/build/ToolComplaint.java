package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A RUN whose tool says what it lacks: those of Node, Go, Python, Java, Debian, Alpine, and the
 * shells.
 */
enum ToolComplaint {
  SCRIPT_OF_WINDOWS(
      "scriptOfWindows",
      "\\$'\\\\r': command not found|['‘]\\S{1,60}\\\\r['’]: No such file|\\^M: bad interpreter"),
  NPM_NO_LOCK("npmNoLock", "can only install with an existing package-lock\\.json"),
  NPM_OUT_OF_STEP("npmOutOfStep", "can only install packages when your package\\.json and"),
  NPM_NO_MANIFEST("npmNoManifest", "Could not read package\\.json"),
  NPM_NO_SCRIPT("npmNoScript", "[Mm]issing script: \"?(?<name>[\\w:.@/-]{1,60})"),
  YARN_OUT_OF_STEP(
      "lockOutOfStep", "yarn", "yarn.lock", "Your lockfile needs to be updated, but yarn was run"),
  PNPM_OUT_OF_STEP("lockOutOfStep", "pnpm", "pnpm-lock.yaml", "ERR_PNPM_OUTDATED_LOCKFILE"),
  PNPM_NO_LOCK("toolFindsNo", "pnpm", "pnpm-lock.yaml", "ERR_PNPM_NO_LOCKFILE"),
  GO_NO_MODULE("toolFindsNo", "Go", "go.mod", "go\\.mod file not found|cannot find main module"),
  GO_NO_FILES("goNoFiles", "^no Go files in (?<name>\\S{1,200})"),
  PIP_NO_LIST(
      "toolFindsNo",
      "pip",
      "",
      "Could not open requirements file: .*No such file.*'(?<name>[^']{1,200})'"),
  PIP_NO_PROJECT(
      "toolFindsNo", "pip", "pyproject.toml", "is not installable\\. Neither 'setup\\.py' nor"),
  PIP_MAY_NOT("pipMayNot", "^error: externally-managed-environment"),
  MAVEN_NO_PROJECT("toolFindsNo", "Maven", "pom.xml", "there is no POM in this directory"),
  MAVEN_NO_WRAPPER(
      "toolFindsNo",
      "mvnw",
      ".mvn/wrapper/maven-wrapper.properties",
      "cannot (?:open|read) .*\\.mvn/wrapper/maven-wrapper\\.properties"),
  GRADLE_NO_WRAPPER(
      "toolFindsNo",
      "gradlew",
      "gradle/wrapper/gradle-wrapper.jar",
      "(?:main class|jarfile) .*(?:GradleWrapperMain|gradle-wrapper\\.jar)"),
  JAVA_NO_COMPILER("javaNoCompiler", "No compiler is provided in this environment"),
  JAVA_TOO_OLD(
      "javaTooOld",
      "error: (?:release version|invalid (?:source|target) release:) (?<name>\\d{1,3})"),
  NATIVE_NO_COMPILER(
      "nativeNoTool",
      "error: command '[^']*?(?<name>gcc|g\\+\\+|cc|c\\+\\+|clang)' failed: No such file"),
  NATIVE_NO_MAKE("nativeNoTool", "gyp ERR! .*Error: not found: (?<name>make)"),
  NATIVE_NO_PYTHON("nativeNoTool", "", "python3", "Could not find any Python installation to use"),
  APT_NO_LISTS("aptNoLists", "E: Unable to locate package (?<name>\\S{1,60})"),
  APT_ASKS("aptAsks", "Do you want to continue\\? \\[Y/n\\].*Abort"),
  APK_UNKNOWN("apkUnknown", "^\\s*(?<name>\\S{1,60}) \\(no such package\\)");

  private final String key;
  private final String tool;
  private final String name;
  private final Pattern words;
  private final boolean named;

  ToolComplaint(String key, String words) {
    this(key, "", "", words);
  }

  /**
   * @param key of the sentence in the check texts
   * @param name what is missing, if the words do not name it
   */
  ToolComplaint(String key, String tool, String name, String words) {
    this.key = key;
    this.tool = tool;
    this.name = name;
    this.words = Pattern.compile(words);
    this.named = words.contains("(?<name>");
  }

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    List<String> output = BuildOutput.ofFailedRun(build);
    for (ToolComplaint known : values()) {
      for (String line : output) {
        Matcher matcher = known.words.matcher(line);
        if (matcher.find()) {
          String name = known.named ? Shown.text(matcher.group("name")) : known.name;
          return Optional.of(BuildMistake.of(known.key, "tool", known.tool, "name", name));
        }
      }
    }
    return Optional.empty();
  }
}
