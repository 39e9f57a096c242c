package dev.drydock.image.layers;

/**
 * What was read of one layer.
 *
 * @param first its first entry in the {@link EntryTable}
 * @param end index after its last entry
 * @param bytes sum of its regular files' sizes; a hard link adds nothing
 * @param files number of its regular files
 */
public record Layer(int first, int end, long bytes, int files) {

  public int entries() {
    return end - first;
  }
}
