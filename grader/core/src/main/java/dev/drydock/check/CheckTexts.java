package dev.drydock.check;

import dev.drydock.attribution.Saving;
import dev.drydock.exercise.CheckRule;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * Every sentence a check says to a user, from {@code check-texts.yaml}. {@code {name}} in a
 * sentence is a placeholder; a missing sentence or value is a programming error and throws.
 */
public final class CheckTexts {

  private static final String RESOURCE = "check-texts.yaml";
  private static final Pattern PLACEHOLDER = Pattern.compile("\\{([a-z][A-Za-z]*)}");
  private static final CheckTexts BUNDLED = load();

  private final Document document;

  private CheckTexts(Document document) {
    this.document = document;
  }

  /** The sentences that come with the grader. */
  public static CheckTexts bundled() {
    return BUNDLED;
  }

  public Set<String> ids() {
    return document.checks().keySet();
  }

  public CheckText of(String id) {
    return required(document.checks(), id, "checks");
  }

  public String requirement(String id, Asked asked) {
    CheckText text = of(id);
    String sentence =
        asked.variant().isEmpty()
            ? text.requirement()
            : required(text.requirements(), asked.variant(), id + ".requirements");
    return fill(sentence, asked.values());
  }

  /** A rule's settings in words, for a page: {@code at most 8.00 MB; by name}. */
  public String limits(Check check, CheckRule rule) {
    Map<String, String> sentences = of(check.id()).limits();
    return check.limits(rule).stream()
        .map(
            limit ->
                fill(required(sentences, limit.variant(), check.id() + ".limits"), limit.values()))
        .collect(Collectors.joining("; "));
  }

  public FindingText finding(String id, String key) {
    return required(of(id).findings(), key, id + ".findings");
  }

  public String note(String id, String key, Map<String, String> values) {
    return key.isEmpty() ? "" : fill(required(of(id).notes(), key, id + ".notes"), values);
  }

  /** What replaces the message of a check that was not judged: {@code blocked}… */
  public String common(String key, Map<String, String> values) {
    return fill(required(document.common(), key, "common"), values);
  }

  /** What one change would save. */
  public String saving(Saving.Kind kind, Map<String, String> values) {
    String key = kind.name().toLowerCase(Locale.ROOT).replace('_', '-');
    return fill(required(document.savings(), key, "savings"), values);
  }

  public String reason(Reason reason) {
    return required(document.reasons(), reason.key(), "reasons");
  }

  /**
   * Put values into a sentence.
   *
   * @throws IllegalArgumentException when a placeholder has no value
   */
  public static String fill(String sentence, Map<String, String> values) {
    return PLACEHOLDER
        .matcher(sentence)
        .replaceAll(
            match ->
                Matcher.quoteReplacement(
                    Shown.text(required(values, match.group(1), "values for: " + sentence))));
  }

  private static <T> T required(Map<String, T> map, String key, String place) {
    T value = map.get(key);
    if (value == null) {
      throw new IllegalArgumentException("no '" + key + "' in " + place);
    }
    return value;
  }

  private static CheckTexts load() {
    YAMLMapper mapper =
        YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();
    try (InputStream in = CheckTexts.class.getResourceAsStream(RESOURCE)) {
      if (in == null) {
        throw new IllegalStateException(RESOURCE + " is missing from the class path");
      }
      return new CheckTexts(mapper.readValue(in, Document.class));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /**
   * @param requirements further forms of the requirement, with the exercise's values
   * @param why it matters, one sentence
   * @param notes shown with a pass
   * @param settings what each of its settings means, for authors
   * @param limits settings in words, for an exercise's page
   */
  public record CheckText(
      String title,
      String requirement,
      Map<String, String> requirements,
      String why,
      Map<String, FindingText> findings,
      Map<String, String> notes,
      Map<String, String> settings,
      Map<String, String> limits) {
    public CheckText {
      requirements = copy(requirements);
      findings = copy(findings);
      notes = copy(notes);
      settings = copy(settings);
      limits = copy(limits);
    }
  }

  /**
   * @param message what was found
   * @param hint the one next step
   * @param why it matters, if the check's own reason does not fit
   */
  public record FindingText(String message, String hint, @Nullable String why) {}

  private record Document(
      Map<String, String> common,
      Map<String, String> reasons,
      Map<String, String> savings,
      Map<String, CheckText> checks) {}

  private static <T> Map<String, T> copy(@Nullable Map<String, T> map) {
    return map == null ? Map.of() : Map.copyOf(map);
  }
}
