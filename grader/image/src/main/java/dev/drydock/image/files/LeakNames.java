package dev.drydock.image.files;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Files that a developer's machine has and an image has no use for, by their names. */
final class LeakNames {

  private static final Pattern ENV_TEMPLATE =
      Pattern.compile(".*\\.(example|sample|template|tmpl|dist|defaults?|schema)");
  private static final Pattern DOCKERFILE =
      Pattern.compile(
          "(docker|container)file(\\..+)?|.+\\.(docker|container)file|\\.dockerignore"
              + "|(docker-)?compose(\\..+)?\\.ya?ml");
  private static final Pattern TEST =
      Pattern.compile(
          ".+_test\\.go|.+\\.(test|spec)\\.[cm]?[jt]sx?|test_.+\\.py|.+_test\\.py|.+_spec\\.rb"
              + "|.+(Test|Tests|IT)\\.(java|kt)");
  private static final Set<String> EDITOR =
      Set.of(".DS_Store", "Thumbs.db", ".project", ".classpath");

  private LeakNames() {}

  /** The kind of leak, null when the name says nothing. */
  static @Nullable String kind(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    if (name.equals(".env") || name.equals(".envrc") || isEnvVariant(lower)) {
      return "env";
    }
    if (DOCKERFILE.matcher(lower).matches()) {
      return "dockerfile";
    }
    if (TEST.matcher(name).matches()) {
      return "tests";
    }
    return EDITOR.contains(name) || isSwapFile(name) ? "editor" : null;
  }

  private static boolean isEnvVariant(String name) {
    return name.startsWith(".env.") && !ENV_TEMPLATE.matcher(name).matches();
  }

  private static boolean isSwapFile(String name) {
    return name.startsWith(".") && (name.endsWith(".swp") || name.endsWith(".swo"));
  }
}
