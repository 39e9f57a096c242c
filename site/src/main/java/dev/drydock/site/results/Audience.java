package dev.drydock.site.results;

import dev.drydock.site.model.Page;

/** Who reads a set of result pages: decides about names and links. */
enum Audience {
  /** Pseudonyms in tables, and the pages of students linked from nowhere. */
  EVERYBODY,
  /** Names, and links to every student's pages. */
  INSTRUCTOR;

  String nameOf(String student, ClassResults results) {
    return this == INSTRUCTOR ? student : results.identity(student).pseudonym();
  }

  Page.Access studentAccess() {
    return this == INSTRUCTOR ? Page.Access.UNLISTED : Page.Access.SECRET;
  }
}
