package dev.drydock.image.content;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/** What was noted, by number of the entry. */
public final class ContentNotes {

  private final Map<Integer, BitSet> canaries = new HashMap<>();

  /** Numbers of the canaries in each file that has any. */
  public Map<Integer, BitSet> canaries() {
    return canaries;
  }
}
