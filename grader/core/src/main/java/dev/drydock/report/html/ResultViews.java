package dev.drydock.report.html;

import dev.drydock.image.ByteSize;
import dev.drydock.report.html.ResultView.CheckView;
import dev.drydock.report.html.ResultView.Fact;
import dev.drydock.report.html.ResultView.ImageView;
import dev.drydock.report.html.ResultView.LineView;
import dev.drydock.report.html.ResultView.SavingView;
import dev.drydock.text.Counted;
import dev.drydock.text.Points;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.CheckResult.Result;
import dev.drydock.verdict.GradingEnvironment;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.ImageResult.LayerResult;
import dev.drydock.verdict.SubmissionResult;
import dev.drydock.verdict.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Prepares results for the template. */
public final class ResultViews {

  private static final Pattern CHECK_ID = Pattern.compile("[A-Z][0-9]{2}");
  private static final Pattern SAFE_LINK = Pattern.compile("[A-Za-z0-9_-][A-Za-z0-9_./#-]*");

  private final String title;
  private final UnaryOperator<String> links;
  private final String prefix;

  /**
   * @param title of the exercise, empty when unknown
   * @param links from a check's link into the workbook to an address, empty when there is no such
   *     page in reach
   */
  public ResultViews(String title, UnaryOperator<String> links) {
    this(title, links, "");
  }

  /**
   * @param prefix of every id in the page, for pages with several results
   */
  ResultViews(String title, UnaryOperator<String> links, String prefix) {
    this.title = title;
    this.links = links;
    this.prefix = prefix;
  }

  public ResultView view(SubmissionResult result) {
    List<ImageView> images = new ArrayList<>();
    for (int i = 0; i < result.images().size(); i++) {
      ImageResult image = result.images().get(i);
      images.add(image(image, prefix + anchor(i, image.name())));
    }
    String message = result.message();
    return new ResultView(
        Texts.visible(result.exercise()),
        Texts.visible(title),
        mood(result),
        symbol(result),
        verdict(result),
        points(result),
        required(result),
        message == null ? List.of() : Texts.spans(message),
        result.stoppedAtBuild() ? null : start(result, images),
        images,
        result.notes().stream().map(Texts::visible).toList(),
        result.ignoredFiles().stream().map(Texts::visible).toList(),
        environment(result.environment()));
  }

  /** One image that belongs to no exercise. */
  ImageView view(ImageResult image) {
    return image(image, anchor(0, image.name()));
  }

  private static String mood(SubmissionResult result) {
    if (result.state() == SubmissionResult.State.NOT_GRADED) {
      return "neutral";
    }
    return result.passed() ? "pass" : "fail";
  }

  private static String symbol(SubmissionResult result) {
    return switch (mood(result)) {
      case "pass" -> Result.PASS.symbol();
      case "fail" -> Result.FAIL.symbol();
      default -> Result.ERROR.symbol();
    };
  }

  private static String verdict(SubmissionResult result) {
    Verdict verdict = Verdict.of(result);
    return switch (verdict) {
      case PASSED, NOT_PASSED -> verdict.toStudentAtTheBeginning();
      case NOT_GRADABLE -> "Could not be graded as handed in";
      case NOT_GRADED -> verdict.toStudentAtTheBeginning() + ": the grader could not finish";
    };
  }

  /** Not graded is never a zero. */
  private static String points(SubmissionResult result) {
    return Verdict.of(result) == Verdict.NOT_GRADED
        ? "This costs no points"
        : Points.of(result.points(), result.maxPoints());
  }

  private static String required(SubmissionResult result) {
    if (Verdict.of(result) == Verdict.NOT_GRADED) {
      return "";
    }
    List<CheckResult> required =
        result.images().stream()
            .flatMap(image -> image.checks().stream())
            .filter(CheckResult::required)
            .toList();
    if (required.isEmpty()) {
      return "";
    }
    long met =
        required.stream()
            .filter(c -> c.outcome() == Result.PASS || c.outcome() == Result.NOT_APPLICABLE)
            .count();
    return met + " of " + Counted.of(required.size(), "required check") + " met";
  }

  /** The required check to fix first, or else the first advice. */
  private static @Nullable CheckView start(SubmissionResult result, List<ImageView> images) {
    for (int i = 0; i < images.size(); i++) {
      ImageResult image = result.images().get(i);
      Optional<CheckResult> first = image.firstToMend();
      if (first.isPresent()) {
        return images.get(i).checks().get(image.checks().indexOf(first.get()));
      }
    }
    List<CheckView> checks = images.stream().flatMap(i -> i.checks().stream()).toList();
    for (String state : List.of("error", "advice")) {
      for (CheckView check : checks) {
        if (check.state().equals(state)) {
          return check;
        }
      }
    }
    return null;
  }

  private ImageView image(ImageResult image, String anchor) {
    List<String> lines = lines(image);
    List<CheckView> checks = new ArrayList<>();
    for (CheckResult check : image.checks()) {
      boolean known = CHECK_ID.matcher(check.id()).matches();
      String id = known ? check.id().toLowerCase(Locale.ROOT) : "x" + (checks.size() + 1);
      checks.add(check(check, anchor, anchor + "-" + id, lines.size()));
    }
    return new ImageView(
        Texts.visible(image.name()),
        anchor,
        tally(checks),
        SizePicture.of(image),
        image.layers().isEmpty() ? null : LayerPicture.of(image.layers(), lines.size()),
        checks,
        Texts.visible(image.dockerfile().path()),
        dockerfile(image, lines, checks, anchor),
        savings(image, anchor, lines.size()),
        image.heaviest().stream()
            .map(file -> new Fact(Texts.visible(file.path()), size(file.bytes())))
            .toList(),
        log(image.buildLog()),
        log(image.runLog()));
  }

  /** Unique by its number; the name is for people who look at addresses. */
  private static String anchor(int index, String name) {
    String slug = Texts.slug(name);
    return "i" + (index + 1) + "-" + slug.substring(0, Math.min(slug.length(), 40));
  }

  private CheckView check(CheckResult check, String anchor, String id, int lines) {
    String state = state(check);
    Integer line = check.line();
    boolean inFile = line != null && line >= 1 && line <= lines;
    return new CheckView(
        id,
        Texts.visible(check.id()),
        Texts.visible(check.name()),
        Texts.visible(check.title()),
        state,
        state.equals("advice") ? "△" : check.outcome().symbol(),
        state.equals("advice") ? "advice" : check.outcome().word(),
        check.required(),
        check.maxPoints() == 0
            ? ""
            : Points.shown(check.points()) + " of " + Points.shown(check.maxPoints()),
        Texts.spans(check.requirement()),
        Texts.visible(check.measured()),
        Texts.visible(check.limit()),
        line == null ? "" : "Dockerfile, line " + line,
        inFile ? "#" + anchor + "-l" + line : "",
        Texts.spans(check.message()),
        Texts.spans(check.hint()),
        SAFE_LINK.matcher(check.link()).matches() ? links.apply(check.link()) : "",
        state.equals("fail") || state.equals("error"));
  }

  private static String state(CheckResult check) {
    return switch (check.outcome()) {
      case PASS -> "pass";
      case FAIL -> check.required() ? "fail" : "advice";
      case BLOCKED -> "blocked";
      case NOT_APPLICABLE -> "na";
      case ERROR -> "error";
    };
  }

  private static String tally(List<CheckView> checks) {
    Map<String, Long> counts =
        checks.stream().collect(Collectors.groupingBy(CheckView::state, Collectors.counting()));
    List<String> parts = new ArrayList<>();
    for (Map.Entry<String, String> state :
        List.of(
            Map.entry("fail", Result.FAIL.counted()),
            Map.entry("error", Result.ERROR.counted()),
            Map.entry("advice", "with advice"),
            Map.entry("blocked", Result.BLOCKED.counted()),
            Map.entry("pass", Result.PASS.counted()),
            Map.entry("na", Result.NOT_APPLICABLE.counted()))) {
      if (counts.containsKey(state.getKey())) {
        parts.add(counts.get(state.getKey()) + " " + state.getValue());
      }
    }
    return String.join(", ", parts);
  }

  private static List<String> lines(ImageResult image) {
    String text = image.dockerfile().text();
    if (text.isEmpty()) {
      return List.of();
    }
    return List.of(Texts.clean(text).split("\n", 2_000));
  }

  private static List<LineView> dockerfile(
      ImageResult image, List<String> lines, List<CheckView> checks, String anchor) {
    List<List<Token>> tokens = Highlighter.lines("dockerfile", String.join("\n", lines));
    Map<Integer, Long> added = new TreeMap<>();
    for (LayerResult layer : image.layers()) {
      Integer line = layer.line();
      if (line != null && !layer.base()) {
        added.merge(line, layer.bytes(), Long::sum);
      }
    }
    List<LineView> views = new ArrayList<>();
    for (int number = 1; number <= tokens.size(); number++) {
      String id = anchor + "-l" + number;
      List<CheckView> notes =
          checks.stream()
              .filter(check -> check.whereHref().equals("#" + id))
              .filter(check -> List.of("fail", "advice", "error").contains(check.state()))
              .toList();
      Long bytes = added.get(number);
      views.add(
          new LineView(
              number, id, tokens.get(number - 1), bytes == null ? "" : size(bytes), notes));
    }
    return views;
  }

  private static List<SavingView> savings(ImageResult image, String anchor, int lines) {
    return image.savings().stream()
        .sorted(Comparator.comparingLong(ImageResult.Saving::bytes).reversed())
        .map(
            saving -> {
              Integer line = saving.line();
              boolean inFile = line != null && line >= 1 && line <= lines;
              return new SavingView(
                  size(saving.bytes()),
                  line == null ? "" : "line " + line,
                  inFile ? "#" + anchor + "-l" + line : "",
                  Texts.spans(saving.text()));
            })
        .toList();
  }

  private static String log(List<String> lines) {
    return lines.stream().map(Texts::visible).collect(Collectors.joining("\n"));
  }

  private static String size(long bytes) {
    return ByteSize.of(Math.max(0, bytes)).toString();
  }

  private static List<Fact> environment(GradingEnvironment environment) {
    List<Fact> facts = new ArrayList<>();
    add(facts, "Grader", environment.graderVersion());
    add(facts, "Exercise", environment.exerciseHash());
    add(facts, "Engine", environment.engine());
    add(facts, "Builder", environment.builder());
    add(facts, "Image store", environment.store());
    add(facts, "Offline stand-ins", String.join(", ", environment.standIns()));
    return facts;
  }

  private static void add(List<Fact> facts, String name, String value) {
    if (!value.isEmpty()) {
      facts.add(new Fact(name, Texts.visible(value)));
    }
  }
}
