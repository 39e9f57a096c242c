package dev.drydock.dockerfile.words;

import java.util.List;
import java.util.Set;

/**
 * A text with its variables substituted and its quotes removed.
 *
 * @param words the same, split at blanks that are not quoted
 * @param used names that were set, sorted
 * @param unset names that were not and for which the text has no default, sorted
 */
public record Expansion(String text, List<String> words, Set<String> used, Set<String> unset) {}
