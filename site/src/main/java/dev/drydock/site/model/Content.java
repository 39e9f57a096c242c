package dev.drydock.site.model;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The workbook's own texts: home, glossary, check pages, guides. */
public final class Content {

  private static final String BUNDLED = "/dev/drydock/site/content/";

  private final @Nullable Path folder;

  private Content(@Nullable Path folder) {
    this.folder = folder;
  }

  /** The texts in the jar. */
  public static Content bundled() {
    return new Content(null);
  }

  /** The texts of a folder, for authors who edit them. */
  public static Content of(Path folder) {
    return new Content(folder);
  }

  /**
   * @param name such as {@code checks/I01.md}
   */
  public Optional<String> text(String name) {
    try {
      if (folder != null) {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readString(file)) : Optional.empty();
      }
      try (InputStream in = Content.class.getResourceAsStream(BUNDLED + name)) {
        return in == null
            ? Optional.empty()
            : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      throw new ContentException(name, "cannot be read: " + e.getMessage());
    }
  }

  public String required(String name) {
    return text(name).orElseThrow(() -> new ContentException(name, "is missing"));
  }

  /** Names of the guides, in order: the lines of {@code guides/order.txt}. */
  public List<String> guides() {
    return text("guides/order.txt").orElse("").lines().filter(line -> !line.isBlank()).toList();
  }
}
