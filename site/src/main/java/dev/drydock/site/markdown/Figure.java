package dev.drydock.site.markdown;

import org.commonmark.node.CustomBlock;

/** A fence {@code ```figure} whose body says in YAML which picture stands here. */
final class Figure extends CustomBlock {

  private final String yaml;

  Figure(String yaml) {
    this.yaml = yaml;
  }

  String yaml() {
    return yaml;
  }
}
