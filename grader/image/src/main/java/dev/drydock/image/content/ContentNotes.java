package dev.drydock.image.content;

import dev.drydock.image.elf.ElfFile;
import dev.drydock.image.layers.LimitException;
import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What was noted of files' contents, by number of the entry. */
public final class ContentNotes {

  /** Far more than real images need; what is noted must not outgrow the heap. */
  private static final long MAX_WEIGHT = 64L << 20;

  private final Map<Integer, BitSet> canaries = new HashMap<>();
  private final Map<Integer, ElfFile> elfFiles = new HashMap<>();
  private final Map<Integer, String> scripts = new HashMap<>();
  private final Map<Integer, String> texts = new HashMap<>();
  private final Map<Integer, NpmManifest> npmManifests = new HashMap<>();
  private final BitSet privateKeys = new BitSet();
  private long weight;

  /** Numbers of the canaries in the file, empty for most. */
  public BitSet canaries(int entry) {
    return canaries.getOrDefault(entry, new BitSet());
  }

  /** Headers of an ELF file, null for others. */
  public @Nullable ElfFile elf(int entry) {
    return elfFiles.get(entry);
  }

  /** First line of a script without its {@code #!}, null for others. */
  public @Nullable String script(int entry) {
    return scripts.get(entry);
  }

  /** Text of a file of {@code /etc} that is needed, null for others. */
  public @Nullable String text(int entry) {
    return texts.get(entry);
  }

  /** The manifest of a package under {@code node_modules}, null for other files. */
  public @Nullable NpmManifest npmManifest(int entry) {
    return npmManifests.get(entry);
  }

  public boolean isPrivateKey(int entry) {
    return privateKeys.get(entry);
  }

  void addCanaries(int entry, BitSet numbers) throws LimitException {
    weigh(100);
    canaries.put(entry, numbers);
  }

  void addElf(int entry, ElfFile elf) throws LimitException {
    weigh(elf.weight());
    elfFiles.put(entry, elf);
  }

  void addScript(int entry, String line) throws LimitException {
    weigh(100 + line.length());
    scripts.put(entry, line);
  }

  void addText(int entry, String text) throws LimitException {
    weigh(100 + text.length());
    texts.put(entry, text);
  }

  void addNpmManifest(int entry, NpmManifest manifest) throws LimitException {
    weigh(200 + manifest.name().length() + manifest.version().length());
    npmManifests.put(entry, manifest);
  }

  void addPrivateKey(int entry) {
    privateKeys.set(entry);
  }

  private void weigh(long more) throws LimitException {
    weight += more;
    if (weight > MAX_WEIGHT) {
      throw new LimitException("what there is to note of its files takes more than 64 MiB");
    }
  }
}
