package dev.drydock.site.markdown;

import org.commonmark.node.CustomBlock;

/** A block quote that begins with {@code [!NOTE]}, {@code [!WARNING]} or {@code [!HINT] Title}. */
final class Callout extends CustomBlock {

  enum Kind {
    NOTE("Note"),
    WARNING("Mind"),
    HINT("Hint");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    String word() {
      return word;
    }
  }

  private final Kind kind;
  private final String title;

  Callout(Kind kind, String title) {
    this.kind = kind;
    this.title = title;
  }

  Kind kind() {
    return kind;
  }

  /** What the author wrote behind the marker, or the kind's own word. */
  String title() {
    return title.isEmpty() ? kind.word() : title;
  }
}
