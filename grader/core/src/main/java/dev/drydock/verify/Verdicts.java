package dev.drydock.verify;

import dev.drydock.check.Check;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.exercise.ExpectedVerdict;
import dev.drydock.exercise.Fixture;
import dev.drydock.text.Points;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.SubmissionResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Compares what a fixture got with what it must get. */
public final class Verdicts {

  /** A reference or a sample fills at most this much of a size limit: official base images vary. */
  static final double MARGIN = 0.9;

  private Verdicts() {}

  /** What is wrong, a sentence each; empty when the fixture got its verdict. */
  public static List<String> defects(Fixture fixture, SubmissionResult result) {
    ExpectedVerdict expected = fixture.expected();
    State state = expected.gradable() ? State.GRADED : State.NOT_GRADABLE;
    List<String> defects = new ArrayList<>();
    if (result.state() != state) {
      String message = result.message() == null ? "" : ": " + result.message();
      defects.add("expected " + state.code() + ", got " + result.state().code() + message);
      return defects;
    }
    if (!String.valueOf(result.message()).contains(expected.message())) {
      defects.add("expected a message with '" + expected.message() + "': " + result.message());
    }
    List<String> ignored = new ArrayList<>(result.ignoredFiles());
    ignored.remove(ExpectedVerdict.FILE_NAME);
    if (!ignored.isEmpty()) {
      defects.add("has files that are not editable: " + String.join(", ", ignored));
    }
    if (state == State.GRADED) {
      defects.addAll(differences(expected.fails(), failed(result)));
    }
    if (fixture.kind() == Fixture.Kind.REFERENCE || fixture.kind() == Fixture.Kind.SAMPLE) {
      defects.addAll(passes(result));
    }
    return defects;
  }

  private static List<String> differences(
      Map<String, SortedSet<String>> expected, Map<String, SortedMap<String, CheckResult>> got) {
    Set<String> images = new TreeSet<>(expected.keySet());
    images.addAll(got.keySet());
    List<String> defects = new ArrayList<>();
    for (String image : images) {
      Set<String> must = expected.getOrDefault(image, new TreeSet<>());
      SortedMap<String, CheckResult> does = got.getOrDefault(image, new TreeMap<>());
      List<String> missed = must.stream().filter(id -> !does.containsKey(id)).toList();
      add(defects, image + ": must fail but does not: ", missed);
      List<String> unexpected =
          does.values().stream()
              .filter(check -> !must.contains(check.id()))
              .map(Verdicts::told)
              .toList();
      add(defects, image + ": must not fail but does: ", unexpected);
    }
    return defects;
  }

  private static void add(List<String> defects, String what, List<String> checks) {
    if (!checks.isEmpty()) {
      defects.add(what + String.join(", ", checks));
    }
  }

  private static String told(CheckResult check) {
    return check.measured().isEmpty() ? check.id() : check.id() + " (" + check.measured() + ")";
  }

  /** The required checks that failed, by image and id. */
  private static Map<String, SortedMap<String, CheckResult>> failed(SubmissionResult result) {
    Map<String, SortedMap<String, CheckResult>> failed = new TreeMap<>();
    for (ImageResult image : result.images()) {
      SortedMap<String, CheckResult> checks = new TreeMap<>();
      image.checks().stream()
          .filter(check -> check.required() && check.outcome() == Result.FAIL)
          .forEach(check -> checks.put(check.id(), check));
      if (!checks.isEmpty()) {
        failed.put(image.name(), checks);
      }
    }
    return failed;
  }

  private static List<String> passes(SubmissionResult result) {
    List<String> defects = new ArrayList<>();
    if (!result.passed()) {
      defects.add("does not pass");
    }
    if (result.points() < result.maxPoints()) {
      defects.add("has " + Points.of(result.points(), result.maxPoints()));
    }
    for (ImageResult image : result.images()) {
      for (CheckResult check : image.checks()) {
        Double measured = check.measuredValue();
        Double limit = check.limitValue();
        if (CheckCatalogue.find(check.id()).filter(Check::variesWithBase).isPresent()
            && measured != null
            && limit != null
            && measured > limit * MARGIN) {
          defects.add(
              image.name()
                  + ": less than 10 % below the limit of "
                  + check.id()
                  + ": "
                  + check.measured()
                  + " of "
                  + check.limit());
        }
      }
    }
    return defects;
  }
}
