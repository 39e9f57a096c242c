package dev.drydock.exercise;

import static java.util.Objects.requireNonNullElse;

import dev.drydock.engine.job.RequestSpec;
import dev.drydock.text.DidYouMean;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What has to hold in an {@code exercise.yaml} beyond its schema. */
final class ExerciseRules {

  private static final Set<String> COMMON_SETTINGS = Set.of("points", "required");

  /** Settings of single checks; the first one named must be there where the check is graded. */
  private static final Map<String, List<String>> SETTINGS =
      Map.of(
          "I01", List.of("max", "bands"),
          "I02", List.of("maxRatio", "ownBytes"),
          "I03", List.of("maxCount"),
          "D04", List.of("allow"),
          "D17", List.of("uses"));

  private static final Map<String, List<String>> OPTIONAL_SETTINGS =
      Map.of(
          "C03", List.of("max"),
          "D06", List.of("namedStages", "allow"),
          "I04", List.of("max"),
          "I05", List.of("max"),
          "I08", List.of("forbidInBase"),
          "I09", List.of("numeric"));

  private final YamlDocument document;

  ExerciseRules(YamlDocument document) {
    this.document = document;
  }

  /** Checks that do not exist and settings they do not have; works on a file of any shape. */
  void checkIds(Collection<String> known) {
    JsonNode images = document.root().path("images");
    for (int i = 0; i < images.size(); i++) {
      for (Map.Entry<String, JsonNode> check : images.path(i).path("checks").properties()) {
        String key = "images[" + i + "].checks." + check.getKey();
        if (!known.isEmpty() && !known.contains(check.getKey())) {
          document.problem(
              key, "there is no such check" + DidYouMean.suffix(check.getKey(), known));
        } else {
          settings(key, check.getKey(), check.getValue());
        }
      }
    }
  }

  private void settings(String key, String id, JsonNode check) {
    List<String> needed = SETTINGS.getOrDefault(id, List.of());
    Set<String> allowed = new HashSet<>(needed);
    allowed.addAll(OPTIONAL_SETTINGS.getOrDefault(id, List.of()));
    Set<String> others = new TreeSet<>();
    SETTINGS.values().forEach(others::addAll);
    OPTIONAL_SETTINGS.values().forEach(others::addAll);
    others.removeAll(allowed);
    others.removeAll(COMMON_SETTINGS);
    for (String name : check.propertyNames()) {
      if (others.contains(name)) {
        document.problem(key + "." + name, "is not a setting of " + id);
      }
    }
    if (!needed.isEmpty() && check.isObject() && !check.has(needed.get(0))) {
      document.problem(key, "expected the key '" + needed.get(0) + "'");
    }
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
          service ? "expected requests to send to this port" : "expected a port to send them to");
    }
    if (service && !commands.isEmpty()) {
      document.problem(key + ".commands", "a service has a port and requests, and no commands");
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
      document.problem(key + ".requests[0].path", "expected an earlier request that has the link");
    }
    unique(key + ".commands", commands, ExerciseFile.Command::name);
  }

  /** All that needs a file of the right shape. */
  void check(Exercise exercise) {
    String folder = exercise.folderName();
    if (!folder.equals(exercise.id()) && !folder.startsWith(exercise.id() + "-")) {
      document.problem(
          "id", "expected the number the folder's name begins with ('" + folder + "')");
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
    CheckRule.@Nullable Band before = null;
    for (int i = 0; i < rule.bands().size(); i++) {
      CheckRule.Band band = rule.bands().get(i);
      var largest = before == null ? rule.max() : before.max();
      double points = before == null ? rule.points() : before.points();
      String at = key + ".bands[" + i + "]";
      if (largest != null && band.max().compareTo(largest) <= 0) {
        document.problem(at + ".max", "expected a size above " + largest + ", found " + band.max());
      }
      if (band.points() >= points) {
        document.problem(at + ".points", "expected fewer points than " + number(points));
      }
      before = band;
    }
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
        image.rules().stream().map(CheckRule::id).filter(id -> id.startsWith("B")).toList();
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
        document.problem(key + "[" + i + "]", "'" + text + "' is there twice");
      }
    }
  }

  private static String number(double value) {
    return value == Math.rint(value) ? String.valueOf((long) value) : String.valueOf(value);
  }
}
