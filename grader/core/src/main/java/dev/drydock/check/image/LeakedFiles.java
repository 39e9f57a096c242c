package dev.drydock.check.image;

import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.image.ByteSize;
import dev.drydock.image.anatomy.FileSystemFacts.LeakedFile;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/**
 * I06: files from the developer's machine in any layer, even if a later layer removes them: {@code
 * docker save} still has them. An editor's folder is untidy, but not a leak.
 */
public final class LeakedFiles extends CatalogueCheck {

  public static final String ID = "I06";

  public static final String VISIBLE = "visible";
  public static final String HIDDEN = "hidden";

  /** Worst first, each with the pattern that keeps it out. */
  private static final List<String> KINDS =
      List.of("private-key", "env", "git", "node_modules", "dockerfile", "tests");

  private static final Map<String, String> PATTERNS =
      Map.of(
          "env", "**/.env*",
          "git", ".git",
          "node_modules", "**/node_modules",
          "dockerfile", "*Dockerfile*");

  public LeakedFiles() {
    super(ID, "leaked.files", Need.ANY_IMAGE);
  }

  @Override
  public Outcome judge(CheckInput input) {
    List<LeakedFile> leaks =
        input.layers().leaks().stream()
            .filter(leak -> KINDS.contains(leak.kind()))
            .sorted(Comparator.comparing(leak -> KINDS.indexOf(leak.kind())))
            .toList();
    if (leaks.isEmpty() && input.evidence().lacksSalt()) {
      return new Outcome.Blocked(Need.PLANTED_FILES);
    }
    if (leaks.isEmpty()) {
      return Outcome.passed(Measurement.noneAllowed(0, "file"));
    }
    LeakedFile worst = leaks.get(0);
    String name = worst.path().replaceFirst("/$", "").replaceFirst("^.*/", "");
    return Outcome.failed(
        Measurement.noneAllowed(leaks.size(), "file"),
        worst.visible() ? VISIBLE : HIDDEN,
        Map.of(
            "path", worst.path(),
            "bytes", ByteSize.of(worst.bytes()).toString(),
            "where", input.layers().where(worst.layer()),
            "all", Shown.list(leaks.stream().map(LeakedFile::path).distinct().toList(), 5),
            "pattern", PATTERNS.getOrDefault(worst.kind(), "**/" + name)),
        input.layers().line(worst.layer()));
  }
}
