package dev.drydock.site.model;

/**
 * What the site says of a check beside its own page of prose.
 *
 * @param id {@code I01}
 * @param name {@code size.max}
 * @param title a few words for lists
 * @param requirement what is asked for, as a sentence
 */
public record CheckInfo(String id, String name, String title, String requirement) {

  /** Families of checks, by the letter their ids begin with. */
  public enum Family {
    D("The Dockerfile", "read before anything is built"),
    C("The build context", "what is sent to the builder"),
    I("The image", "measured in the image's own layers"),
    R("The running container", "observed while it runs and when it stops"),
    B("Building again", "what the cache saves");

    private final String title;
    private final String words;

    Family(String title, String words) {
      this.title = title;
      this.words = words;
    }

    public String title() {
      return title;
    }

    public String words() {
      return words;
    }
  }

  public Family family() {
    return Family.valueOf(id.substring(0, 1));
  }
}
