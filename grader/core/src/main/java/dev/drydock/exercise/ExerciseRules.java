package dev.drydock.exercise;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.drydock.engine.job.RequestSpec;
import dev.drydock.text.DidYouMean;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import tools.jackson.databind.JsonNode;

/** What has to hold in an {@code exercise.yaml} beyond its schema. */
final class ExerciseRules {

  private final YamlDocument document;
  private final Map<String, CheckDeclaration> checks;

  /**
   * @param checks that a file may ask for, by id
   */
  ExerciseRules(YamlDocument document, Map<String, CheckDeclaration> checks) {
    this.document = document;
    this.checks = checks;
  }

  /**
   * Checks that do not exist and settings that are another check's, with what is wrong with each;
   * for a file of any shape.
   */
  Map<String, String> wrongNames() {
    Map<String, String> wrong = new LinkedHashMap<>();
    JsonNode images = document.root().path("images");
    for (int i = 0; i < images.size(); i++) {
      for (Map.Entry<String, JsonNode> check : images.path(i).path("checks").properties()) {
        String id = check.getKey();
        String key = "images[" + i + "].checks." + id;
        CheckDeclaration known = checks.get(id);
        if (known == null) {
          wrong.put(key, "there is no such check" + DidYouMean.suffix(id, checks.keySet()));
        } else {
          othersSettings(known, check.getValue())
              .forEach(name -> wrong.put(key + "." + name, "is not a setting of " + id));
        }
      }
    }
    return wrong;
  }

  private List<String> othersSettings(CheckDeclaration check, JsonNode node) {
    return node.propertyNames().stream()
        .filter(name -> !check.settings().has(name))
        .filter(name -> checks.values().stream().anyMatch(other -> other.settings().has(name)))
        .toList();
  }

  /** What each image is run for: a service has a port and requests, a command has commands. */
  void jobs(ExerciseFile wire) {
    for (int i = 0; i < wire.images().size(); i++) {
      job("images[" + i + "]", wire.images().get(i));
    }
  }

  private void job(String key, ExerciseFile.Image image) {
    List<RequestSpec> requests =
        requireNonNullElse(image.requests(), List.<ExerciseFile.Request>of()).stream()
            .map(ExerciseTranslator::request)
            .toList();
    List<ExerciseFile.Command> commands = requireNonNullElse(image.commands(), List.of());
    boolean service = image.port() != null;
    if (service == requests.isEmpty()) {
      document.problem(
          service ? key + ".port" : key + ".requests",
          service ? "expected requests for this port" : "expected a port for these requests");
    }
    if (service && !commands.isEmpty()) {
      document.problem(key + ".commands", "a service has a port and requests, but no commands");
    }
    if (!service && commands.isEmpty()) {
      document.problem(key, "expected a port (a service) or commands (a command)");
    }
    unique(key + ".requests", requests, RequestSpec::name);
    for (int i = 0; i < requests.size(); i++) {
      String request = key + ".requests[" + i + "]";
      requests.get(i).defect().ifPresent(defect -> document.problem(request, defect));
    }
    if (!requests.isEmpty() && requests.get(0).followsLink()) {
      document.problem(
          key + ".requests[0].path", "expected an earlier request, whose answer has the link");
    }
    unique(key + ".commands", commands, ExerciseFile.Command::name);
  }

  /** All that needs a file of the right shape. */
  void check(Exercise exercise) {
    String folder = exercise.folderName();
    if (!folder.equals(exercise.id()) && !folder.startsWith(exercise.id() + "-")) {
      document.problem(
          "id", "expected the number that the folder's name begins with ('" + folder + "')");
    }
    unique("images", exercise.images(), ImageSpec::name);
    for (int i = 0; i < exercise.images().size(); i++) {
      image("images[" + i + "]", exercise.images().get(i), exercise.folder());
    }
  }

  private void image(String key, ImageSpec image, Path exerciseFolder) {
    Path folder = exerciseFolder.resolve(image.name());
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      document.problem(key + ".name", "there is no folder '" + image.name() + "'");
    }
    image.rules().forEach(rule -> rule(key + ".checks." + rule.id(), rule));
    starter(key + ".starter.fails", image);
    rebuild(key, image, folder);
  }

  private void rule(String key, CheckRule rule) {
    requireNonNull(checks.get(rule.id()), rule.id())
        .settings()
        .check(
            rule.settings(),
            rule.points(),
            (setting, message) -> document.problem(key + "." + setting, message));
  }

  private void starter(String key, ImageSpec image) {
    for (int i = 0; i < image.starterFails().size(); i++) {
      String id = image.starterFails().get(i);
      if (image.rule(id).filter(CheckRule::required).isEmpty()) {
        document.problem(key + "[" + i + "]", id + " is not a required check of this image");
      }
    }
    unique(key, image.starterFails(), id -> id);
  }

  private void rebuild(String key, ImageSpec image, Path folder) {
    ImageSpec.Rebuild rebuild = image.rebuild();
    List<String> asked =
        image.rules().stream()
            .map(CheckRule::id)
            .filter(id -> requireNonNull(checks.get(id), id).readsRebuilds())
            .toList();
    if (rebuild == null) {
      if (!asked.isEmpty()) {
        document.problem(key, "expected the key 'rebuild', which " + asked.get(0) + " needs");
      }
      return;
    }
    exists(key + ".rebuild.source", folder, rebuild.source());
    exists(key + ".rebuild.manifest", folder, rebuild.manifest());
  }

  private void exists(String key, Path folder, String file) {
    if (!Files.isRegularFile(folder.resolve(file), LinkOption.NOFOLLOW_LINKS)) {
      document.problem(key, "there is no file '" + file + "' in '" + folder.getFileName() + "'");
    }
  }

  private <T> void unique(String key, List<T> items, Function<T, String> name) {
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < items.size(); i++) {
      String text = name.apply(items.get(i));
      if (!seen.add(text)) {
        document.problem(key + "[" + i + "]", "'" + text + "' appears twice");
      }
    }
  }
}
