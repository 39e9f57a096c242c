package dev.drydock.report.ci;

import dev.drydock.Version;
import dev.drydock.json.Json;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * SARIF 2.1.0 (OASIS): one run, a result for each failed check, at its line of the Dockerfile.
 * Required checks are errors, advice is a note. What we could not grade are notifications of the
 * tool, not results.
 */
public final class Sarif {

  private final SortedMap<String, Map<String, Object>> rules = new TreeMap<>();
  private final List<Finding> findings = new ArrayList<>();
  private final List<Object> notifications = new ArrayList<>();

  private record Finding(Reported of, String image, String file, CheckResult check) {}

  private Sarif() {}

  /** The log as JSON. */
  public static String write(List<Reported> all) {
    Sarif sarif = new Sarif();
    all.forEach(sarif::collect);
    return Json.write(sarif.log());
  }

  private void collect(Reported one) {
    if (one.state() == State.NOT_GRADED) {
      notifications.add(
          object("level", "error", "message", message(one.name() + ": " + one.message())));
    }
    if (one.state() == State.NOT_GRADABLE) {
      CheckResult reason = notGradable(one.message());
      rules.computeIfAbsent(reason.id(), id -> rule(reason));
      findings.add(new Finding(one, "submission", file(one), reason));
    }
    for (ImageResult image : one.images()) {
      for (CheckResult check : image.checks()) {
        if (check.outcome() == Result.FAIL) {
          rules.computeIfAbsent(check.id(), id -> rule(check));
          String file = image.dockerfile().path();
          findings.add(new Finding(one, image.name(), file, check));
        }
      }
    }
  }

  private static String file(Reported one) {
    return one.images().stream()
        .findFirst()
        .map(image -> image.dockerfile().path())
        .orElse("Dockerfile");
  }

  private static CheckResult notGradable(String reason) {
    String asked = "The submission can be built and graded.";
    return new CheckResult(
        State.NOT_GRADABLE.code(),
        "submission.gradable",
        "Can be graded",
        Result.FAIL,
        0,
        0,
        true,
        asked,
        "",
        "",
        null,
        null,
        null,
        reason,
        "",
        "");
  }

  private Map<String, Object> log() {
    List<Object> results = findings.stream().map(this::result).map(Object.class::cast).toList();
    Map<String, Object> driver =
        object(
            "name", "Drydock",
            "version", Version.current(),
            "rules", List.copyOf(rules.values()));
    Map<String, Object> invocation =
        object(
            "executionSuccessful",
            notifications.isEmpty(),
            "toolExecutionNotifications",
            notifications);
    Map<String, Object> run =
        object(
            "tool",
            object("driver", driver),
            "columnKind",
            "utf16CodeUnits",
            "invocations",
            List.of(invocation),
            "results",
            results);
    return object(
        "$schema", "https://json.schemastore.org/sarif-2.1.0.json",
        "version", "2.1.0",
        "runs", List.of(run));
  }

  private static Map<String, Object> rule(CheckResult check) {
    return object(
        "id", check.id(),
        "name", pascal(check.name()),
        "shortDescription", message(check.title()),
        "fullDescription", message(check.requirement()),
        "defaultConfiguration", object("level", level(check)));
  }

  private Map<String, Object> result(Finding finding) {
    CheckResult check = finding.check();
    String said = check.message().isBlank() ? check.title() : check.message();
    String hint = check.hint().isBlank() ? "" : " Try: " + check.hint();
    Map<String, Object> place =
        object("artifactLocation", object("uri", uri(finding.of(), finding.file())));
    Integer line = check.line();
    if (line != null && line >= 1) {
      place.put("region", object("startLine", line));
    }
    List<String> ids = List.copyOf(rules.keySet());
    return object(
        "ruleId", check.id(),
        "ruleIndex", ids.indexOf(check.id()),
        "level", level(check),
        "message", message(said + hint),
        "locations", List.of(object("physicalLocation", place)),
        "partialFingerprints",
            object(
                "drydock/v1",
                uri(finding.of(), finding.file()) + "/" + finding.image() + "/" + check.id()));
  }

  private static String level(CheckResult check) {
    return check.required() ? "error" : "note";
  }

  private static Map<String, Object> message(String text) {
    return object("text", CheckSentences.text(text));
  }

  /** {@code size.max} as SARIF wants names: {@code SizeMax}. */
  private static String pascal(String name) {
    StringBuilder out = new StringBuilder();
    for (String part : name.split("[^A-Za-z0-9]+", -1)) {
      if (!part.isEmpty()) {
        out.append(Character.toUpperCase(part.charAt(0))).append(part.substring(1));
      }
    }
    return out.toString();
  }

  /** A relative reference; every byte that a path segment may not hold is escaped. */
  private static String uri(Reported one, String file) {
    StringBuilder out = new StringBuilder();
    String path = one.path().isEmpty() ? file : one.path() + "/" + file;
    for (byte b : path.getBytes(StandardCharsets.UTF_8)) {
      int c = b & 0xFF;
      boolean plain =
          (c >= 'a' && c <= 'z')
              || (c >= 'A' && c <= 'Z')
              || (c >= '0' && c <= '9')
              || "-._~/".indexOf(c) >= 0;
      out.append(plain ? String.valueOf((char) c) : "%%%02X".formatted(c));
    }
    return out.toString();
  }

  private static Map<String, Object> object(Object... fields) {
    Map<String, Object> map = new LinkedHashMap<>();
    for (int i = 0; i < fields.length; i += 2) {
      map.put((String) fields[i], fields[i + 1]);
    }
    return map;
  }
}
