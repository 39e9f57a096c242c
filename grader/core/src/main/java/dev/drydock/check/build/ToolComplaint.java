package dev.drydock.check.build;

import dev.drydock.check.CheckInput;
import dev.drydock.check.Shown;
import dev.drydock.evidence.BuildEvidence;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A RUN whose tool says itself what it lacks: npm, Go, apt, apk. */
enum ToolComplaint {
  NPM_NO_LOCK("npmNoLock", "can only install with an existing package-lock\\.json"),
  NPM_OUT_OF_STEP("npmOutOfStep", "can only install packages when your package\\.json and"),
  NPM_NO_MANIFEST("npmNoManifest", "Could not read package\\.json"),
  NPM_NO_SCRIPT("npmNoScript", "[Mm]issing script: \"?(?<name>[\\w:.@/-]{1,60})"),
  GO_NO_MODULE("goNoModule", "go\\.mod file not found|cannot find main module"),
  GO_NO_FILES("goNoFiles", "^no Go files in (?<name>\\S{1,200})"),
  APT_NO_LISTS("aptNoLists", "E: Unable to locate package (?<name>\\S{1,60})"),
  APT_ASKS("aptAsks", "Do you want to continue\\? \\[Y/n\\].*Abort"),
  APK_UNKNOWN("apkUnknown", "^\\s*(?<name>\\S{1,60}) \\(no such package\\)");

  private final String key;
  private final Pattern words;
  private final boolean named;

  ToolComplaint(String key, String words) {
    this.key = key;
    this.words = Pattern.compile(words);
    this.named = words.contains("(?<name>");
  }

  static Optional<BuildMistake> explain(CheckInput input, BuildEvidence build) {
    List<String> output = BuildOutput.ofFailedRun(build);
    for (ToolComplaint known : values()) {
      for (String line : output) {
        Matcher matcher = known.words.matcher(line);
        if (matcher.find()) {
          String name = known.named ? Shown.text(matcher.group("name")) : "";
          return Optional.of(BuildMistake.of(known.key, "name", name));
        }
      }
    }
    return Optional.empty();
  }
}
