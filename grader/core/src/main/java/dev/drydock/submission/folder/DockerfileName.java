package dev.drydock.submission.folder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A file name that says the file is a Dockerfile, as half of all students write it: {@code
 * frontend.Dockerfile}, {@code Dockerfile.after}, {@code frontDockerfile}, {@code docker file}.
 *
 * @param form how near to {@code Dockerfile}
 * @param words what else the name says, lower case
 * @param age what the name says about the file being the last one
 */
public record DockerfileName(Form form, List<String> words, Age age) {

  private static final Pattern CORE =
      Pattern.compile("docker[ _-]?file|container[ _-]?file", Pattern.CASE_INSENSITIVE);

  private static final Pattern OTHER_TYPE =
      Pattern.compile(
          ".*\\.(dockerignore|md|html?|pdf|png|jpe?g|gif|svg|json|ya?ml|sh|bat|ps1|java|class|js|ts"
              + "|go|py|rb|rs|swp|swo|zip|t?gz|tar|docx?|odt|log|lock|xml|diff|patch|csv)",
          Pattern.CASE_INSENSITIVE);

  private static final Set<String> OLD =
      Set.of(
          "before",
          "old",
          "orig",
          "original",
          "backup",
          "bak",
          "save",
          "starter",
          "initial",
          "unoptimized",
          "unoptimised");

  private static final Set<String> LATER =
      Set.of(
          "after",
          "final",
          "new",
          "optimized",
          "optimised",
          "improved",
          "small",
          "smaller",
          "slim",
          "multi",
          "multistage",
          "prod",
          "production",
          "best",
          "solution",
          "fixed");

  public DockerfileName {
    words = List.copyOf(words);
  }

  public enum Form {
    EXACT,
    OTHER_CASE,
    OTHER
  }

  public enum Age {
    LATER,
    PLAIN,
    OLD
  }

  /** What a name says; empty when it is not a Dockerfile's. */
  public static Optional<DockerfileName> of(String fileName) {
    String name = fileName.strip();
    Matcher core = CORE.matcher(name);
    if (name.startsWith(".") || OTHER_TYPE.matcher(name).matches() || !core.find()) {
      return Optional.empty();
    }
    List<String> words = words(name.substring(0, core.start()) + " " + name.substring(core.end()));
    Age age = name.endsWith("~") ? Age.OLD : age(words);
    return Optional.of(new DockerfileName(form(fileName), words, age));
  }

  public static List<String> words(String text) {
    return List.of(EntryNames.lower(text).split("[^\\p{L}\\p{N}.]+")).stream()
        .flatMap(part -> List.of(part.split("(?<!\\d)\\.|\\.(?!\\d)")).stream())
        .filter(word -> !word.isEmpty())
        .toList();
  }

  public static Age age(List<String> words) {
    if (words.stream().anyMatch(OLD::contains)) {
      return Age.OLD;
    }
    return words.stream().anyMatch(LATER::contains) ? Age.LATER : Age.PLAIN;
  }

  private static Form form(String fileName) {
    if (fileName.equals("Dockerfile")) {
      return Form.EXACT;
    }
    return fileName.equalsIgnoreCase("Dockerfile") ? Form.OTHER_CASE : Form.OTHER;
  }
}
