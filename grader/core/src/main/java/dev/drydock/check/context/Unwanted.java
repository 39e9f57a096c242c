package dev.drydock.check.context;

import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Something that reaches the builder and should not.
 *
 * @param kind of it, worst first
 * @param path the file, or the topmost folder that is unwanted as a whole (then it ends with /)
 * @param bytes all of it that arrives
 */
record Unwanted(Kind kind, String path, long bytes) {

  /** What it is, with the pattern that excludes it. */
  enum Kind {
    PRIVATE_KEY("^(id_(rsa|dsa|ecdsa|ed25519)|.*\\.(key|p12|pfx|jks)|.*-key\\.pem)$", false, ""),
    ENV("^\\.env(\\..+)?$", false, "**/.env*"),
    GIT("^\\.git$", true, ".git"),
    NODE_MODULES("^node_modules$", true, "**/node_modules"),
    BUILD_OUTPUT(
        "^(build|dist|out|target|coverage|\\.next|\\.nuxt|\\.parcel-cache|__pycache__)$", true, "");

    private static final Pattern TEMPLATE =
        Pattern.compile("^\\.env\\.(example|sample|template|dist|defaults)$");

    private final Pattern name;
    private final boolean folder;
    private final String ignorePattern;

    Kind(String name, boolean folder, String ignorePattern) {
      this.name = Pattern.compile(name);
      this.folder = folder;
      this.ignorePattern = ignorePattern;
    }

    private boolean matches(String segment, boolean isFolder) {
      return isFolder == folder
          && name.matcher(segment).matches()
          && !TEMPLATE.matcher(segment).matches();
    }
  }

  /** The line that excludes it. */
  String ignorePattern() {
    return kind.ignorePattern.isEmpty() ? path.replaceFirst("/$", "") : kind.ignorePattern;
  }

  /** All of it in what is sent, worst first, each folder once. */
  static List<Unwanted> in(ContextEvidence context) {
    Map<String, Unwanted> found = new LinkedHashMap<>();
    for (ContextFile file : context.files()) {
      if (file.sent()) {
        of(file)
            .ifPresent(
                one ->
                    found.merge(
                        one.path(),
                        one,
                        (a, b) -> new Unwanted(a.kind(), a.path(), a.bytes() + b.bytes())));
      }
    }
    return found.values().stream().sorted((a, b) -> a.kind().compareTo(b.kind())).toList();
  }

  static String shown(List<Unwanted> all) {
    return Shown.list(all.stream().map(Unwanted::path).toList(), 5);
  }

  private static Optional<Unwanted> of(ContextFile file) {
    String[] segments = file.path().split("/", -1);
    int end = 0;
    for (int i = 0; i < segments.length; i++) {
      boolean isFolder = i < segments.length - 1;
      end += segments[i].length() + 1;
      for (Kind kind : Kind.values()) {
        // a source folder may well contain a package called build or target
        boolean source =
            kind == Kind.BUILD_OUTPUT && List.of(segments).subList(0, i).contains("src");
        if (!source && kind.matches(segments[i], isFolder)) {
          String path = isFolder ? file.path().substring(0, end) : file.path();
          return Optional.of(new Unwanted(kind, path, file.bytes()));
        }
      }
    }
    return Optional.empty();
  }
}
