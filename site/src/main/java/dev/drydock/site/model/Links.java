package dev.drydock.site.model;

import dev.drydock.exercise.Exercise;
import dev.drydock.report.html.Texts;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** Addresses as authors write them, turned into addresses of pages. */
public final class Links {

  private static final Pattern OUTSIDE = Pattern.compile("(?:https?://|mailto:).+");
  private static final Pattern README =
      Pattern.compile("\\.\\./([A-Za-z0-9._-]+)/(?:README\\.md)?(#.*)?");

  private final Workbook workbook;

  public Links(Workbook workbook) {
    this.workbook = workbook;
  }

  public static String exercise(Exercise exercise) {
    return "exercises/" + exercise.folderName() + ".html";
  }

  public static String check(String id) {
    return "checks/" + id + ".html";
  }

  /** Resolver for a page whose way to the root is given. */
  public UnaryOperator<String> from(String root) {
    return address -> resolve(address, root);
  }

  private String resolve(String address, String root) {
    if (address.startsWith("#") || OUTSIDE.matcher(address).matches()) {
      return address;
    }
    if (address.startsWith("checks:")) {
      String id = address.substring("checks:".length());
      if (workbook.check(id).isEmpty()) {
        throw new IllegalArgumentException("there is no check " + id);
      }
      return root + check(id);
    }
    if (address.startsWith("glossary:")) {
      return root + "glossary.html#" + Texts.slug(address.substring("glossary:".length()));
    }
    if (address.startsWith("exercise:")) {
      String id = address.substring("exercise:".length());
      return root
          + exercise(
              workbook
                  .exercise(id)
                  .orElseThrow(() -> new IllegalArgumentException("there is no exercise " + id)));
    }
    if (address.startsWith("page:")) {
      return root + address.substring("page:".length());
    }
    var readme = README.matcher(address);
    if (readme.matches()) {
      Optional<Exercise> exercise =
          workbook.exercises().stream()
              .filter(e -> e.folderName().equals(readme.group(1)))
              .findFirst();
      String fragment = readme.group(2) == null ? "" : readme.group(2);
      return root
          + exercise(
              exercise.orElseThrow(
                  () -> new IllegalArgumentException("no exercise has a folder of that name")))
          + fragment;
    }
    throw new IllegalArgumentException(
        "the site has no such page; use ../<exercise folder>/README.md, checks:<id>, "
            + "glossary:<term>, page:<path> or a full address");
  }
}
