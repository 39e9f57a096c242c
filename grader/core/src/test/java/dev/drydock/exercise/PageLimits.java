package dev.drydock.exercise;

import dev.drydock.check.Band;
import dev.drydock.check.Check;
import dev.drydock.check.Shown;
import dev.drydock.check.catalogue.CheckCatalogue;
import dev.drydock.text.Points;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The limits and points that an exercise's page states, held against its exercise.yaml. They are
 * stated in the numbered task ("at most **8 MB**") and where a check is linked to.
 */
final class PageLimits {

  private static final Pattern ROW = Pattern.compile("^\\| (\\d+) \\| .*");
  private static final Pattern LINK = Pattern.compile("\\(checks:([A-Z]\\d\\d)\\)");
  private static final String SIZE = "\\d+(?:\\.\\d+)? (?:kB|MB|GB)";
  private static final Pattern QUANTITY =
      Pattern.compile(SIZE + "|\\d+(?:\\.\\d+)? %|\\d+ layers?|\\bhalf\\b|\\ba quarter\\b");
  private static final Pattern BAND =
      Pattern.compile("(\\d+(?:\\.\\d+)?)(?: points?)? up to (?:the published )?(" + SIZE + ")");
  private static final Map<String, String> WORDS = Map.of("half", "50 %", "a quarter", "25 %");

  private final Exercise exercise;
  private final List<String> blocks;

  private PageLimits(Exercise exercise, String page) {
    this.exercise = exercise;
    this.blocks = blocks(page);
  }

  /** What the page and the exercise do not agree on. */
  static List<String> defects(Exercise exercise, String page) {
    return new PageLimits(exercise, page).defects();
  }

  private List<String> defects() {
    List<String> defects = new ArrayList<>();
    Set<String> stated = new TreeSet<>();
    for (String block : blocks) {
      Set<String> here = quantities(block);
      stated.addAll(here);
      here.stream()
          .filter(quantity -> !limits(false).contains(quantity))
          .forEach(quantity -> defects.add(quantity + " is no limit of the exercise: " + block));
    }
    limits(true).stream()
        .filter(limit -> !stated.contains(limit))
        .forEach(limit -> defects.add(limit + " is nowhere in the page"));
    Set<String> bands = bandsStated();
    if (!bands.equals(bands())) {
      defects.add("the page has the bands " + bands + ", the exercise " + bands());
    }
    blocks.forEach(block -> points(block).ifPresent(defects::add));
    defects.addAll(totals());
    return defects;
  }

  /** As a check says what is asked of an image: {@code 8 MB}, {@code 18 %}, {@code 5 layers}. */
  private Set<String> limits(boolean onlyWhatIsSet) {
    Set<String> limits = new TreeSet<>();
    for (ImageSpec image : exercise.images()) {
      for (CheckRule rule : image.rules()) {
        Check check = check(rule);
        if (!onlyWhatIsSet || !check.limits(rule).isEmpty()) {
          String limit = check.asked(image, rule).values().getOrDefault("limit", "");
          limits.addAll(quantities(limit));
        }
        check.bands(rule).forEach(band -> limits.addAll(quantities(Shown.limit(band.max()))));
      }
    }
    return limits;
  }

  private Set<String> bands() {
    return rules()
        .flatMap(rule -> check(rule).bands(rule).stream())
        .map((Band band) -> Points.shown(band.points()) + " up to " + Shown.limit(band.max()))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private Set<String> bandsStated() {
    return blocks.stream()
        .flatMap(block -> BAND.matcher(block).results())
        .map(band -> band.group(1) + " up to " + band.group(2))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** The points of a row are those of its checks, in each image that is asked for them. */
  private Optional<String> points(String block) {
    Matcher row = ROW.matcher(block);
    if (!row.matches()) {
      return Optional.empty();
    }
    Set<String> ids =
        LINK.matcher(block).results().map(link -> link.group(1)).collect(Collectors.toSet());
    return exercise.images().stream()
        .map(
            image ->
                image.rules().stream()
                    .filter(rule -> ids.contains(rule.id()))
                    .mapToDouble(CheckRule::points)
                    .sum())
        .filter(points -> points != Double.parseDouble(row.group(1)))
        .findFirst()
        .map(points -> Points.shown(points) + " points in the exercise, and in the page: " + block);
  }

  /** All points of an image are in the table. */
  private List<String> totals() {
    double stated =
        blocks.stream()
            .map(ROW::matcher)
            .filter(Matcher::matches)
            .mapToDouble(row -> Double.parseDouble(row.group(1)))
            .sum();
    return exercise.images().stream()
        .filter(image -> stated != image.rules().stream().mapToDouble(CheckRule::points).sum())
        .map(image -> Points.shown(stated) + " points in the page, others for " + image.name())
        .toList();
  }

  private Stream<CheckRule> rules() {
    return exercise.images().stream().flatMap(image -> image.rules().stream());
  }

  private static Check check(CheckRule rule) {
    return CheckCatalogue.find(rule.id()).orElseThrow();
  }

  private static Set<String> quantities(String text) {
    return QUANTITY
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .map(quantity -> WORDS.getOrDefault(quantity, quantity))
        .map(quantity -> quantity.replaceFirst("(\\.\\d*?)0+ ", "$1 ").replace(". ", " "))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /** Rows of tables, items and paragraphs that state what is asked. */
  private static List<String> blocks(String page) {
    String text = page.replaceAll("(?ms)^```.*?^```$", "");
    return Stream.of(text.split("\\n(?=\\n|\\d+\\. |[-|>] )"))
        .map(block -> block.strip().replace('\n', ' '))
        .filter(block -> !block.startsWith(">"))
        .filter(
            block ->
                LINK.matcher(block).find()
                    || block.matches("\\d+\\. .*") && block.contains("at most"))
        .toList();
  }
}
