package dev.drydock.check;

/** What all checks of the catalogue share: their identity and what they need. */
public abstract class CatalogueCheck implements Check {

  private final String id;
  private final String name;
  private final Need need;

  protected CatalogueCheck(String id, String name, Need need) {
    this.id = id;
    this.name = name;
    this.need = need;
  }

  @Override
  public final String id() {
    return id;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final Need need() {
    return need;
  }

  @Override
  public String toString() {
    return id + " " + name;
  }
}
