package dev.drydock.check.context;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.check.Shown;
import dev.drydock.dockerignore.DockerIgnore;
import dev.drydock.dockerignore.IgnorePattern;
import dev.drydock.dockerignore.IgnoreProblem;
import dev.drydock.engine.evidence.ContextEvidence;
import dev.drydock.engine.evidence.ContextEvidence.ContextFile;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * C02: the patterns of .dockerignore do what they are meant to. A pattern that matches only at the
 * top, while the same name in a subfolder is sent, fails; one that matches nothing is worth a note.
 * A leading slash says that only the top folder is meant.
 */
public final class IgnorePatterns extends CatalogueCheck {

  public static final String ID = "C02";

  public static final String REFUSED = "refused";
  public static final String NESTED = "nested";
  public static final String NOTE_UNUSED = "unused";

  /** Each pattern is tried on each file: enough for any project, bounded for a hostile one. */
  private static final int MAX_PATTERNS = 200;

  public IgnorePatterns() {
    super(ID, "ignore.patterns", Need.NOTHING);
  }

  @Override
  public Outcome judge(CheckInput input) {
    ContextEvidence context = input.evidence().context();
    String text = context.ignoreFile();
    if (text == null) {
      return Outcome.notApplicable(Reason.NOTHING_TO_CHECK);
    }
    DockerIgnore rules = DockerIgnore.parse(text);
    Measurement measurement = Measurement.of(Shown.count(rules.patterns().size(), "pattern"), "");
    return refused(rules)
        .or(() -> unread(rules))
        .or(() -> nested(rules, context))
        .orElseGet(() -> unused(rules, context, measurement));
  }

  private static Optional<Outcome> refused(DockerIgnore rules) {
    return rules.problems().stream()
        .findFirst()
        .map(
            (IgnoreProblem problem) ->
                Outcome.failed(
                    Measurement.of("a line it cannot read", "none"),
                    REFUSED,
                    Map.of(
                        "ignoreLine", String.valueOf(problem.line()),
                        "problem", problem.message()),
                    null));
  }

  /** The builder takes it, so nothing is wrong; what it matches is not known here. */
  private static Optional<Outcome> unread(DockerIgnore rules) {
    return rules.unread().isEmpty()
        ? Optional.empty()
        : Optional.of(new Outcome.Blocked(Need.WHOLE_IGNORE_FILE));
  }

  private static Optional<Outcome> nested(DockerIgnore rules, ContextEvidence context) {
    List<ContextFile> nested =
        context.files().stream()
            .filter(file -> file.sent() && file.path().contains("/"))
            .filter(file -> rules.decide(file.path()).decidedBy() == null)
            .toList();
    return topOnly(rules).stream().flatMap(pattern -> nested(pattern, nested).stream()).findFirst();
  }

  private static Optional<Outcome> nested(IgnorePattern pattern, List<ContextFile> files) {
    DockerIgnore everywhere = DockerIgnore.parse("**/" + pattern.cleaned());
    List<ContextFile> missed =
        files.stream().filter(file -> everywhere.decide(file.path()).excluded()).toList();
    return missed.isEmpty()
        ? Optional.empty()
        : Optional.of(
            Outcome.failed(
                Measurement.of(Shown.count(missed.size(), "file") + " missed", "0"),
                NESTED,
                Map.of(
                    "ignoreLine", String.valueOf(pattern.line()),
                    "pattern", pattern.cleaned(),
                    "example", missed.get(0).path(),
                    "count", Shown.count(missed.size(), "file")),
                null));
  }

  private static Outcome unused(
      DockerIgnore rules, ContextEvidence context, Measurement measurement) {
    List<String> unused =
        rules.patterns().stream()
            .limit(MAX_PATTERNS)
            .filter(pattern -> !matchesSomething(pattern, context.files()))
            .map(pattern -> "`" + pattern.written().strip() + "`")
            .toList();
    return unused.isEmpty()
        ? Outcome.passed(measurement)
        : Outcome.passed(measurement, NOTE_UNUSED, Map.of("patterns", Shown.list(unused, 6)));
  }

  private static boolean matchesSomething(IgnorePattern pattern, List<ContextFile> files) {
    DockerIgnore alone = DockerIgnore.parse(pattern.cleaned());
    return files.stream()
        .anyMatch(
            file ->
                Integer.valueOf(pattern.line()).equals(file.ignoredByLine())
                    || alone.decide(file.path()).excluded());
  }

  private static List<IgnorePattern> topOnly(DockerIgnore rules) {
    return rules.patterns().stream()
        .limit(MAX_PATTERNS)
        .filter(pattern -> !pattern.includes() && !pattern.written().strip().startsWith("/"))
        .filter(pattern -> !pattern.cleaned().contains("/") && !pattern.cleaned().contains("**"))
        .toList();
  }
}
