package dev.drydock.site.model;

/** A text of the course that cannot become a page. The message names the file and what is wrong. */
public final class ContentException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public ContentException(String file, String problem) {
    super(file + ": " + problem);
  }
}
