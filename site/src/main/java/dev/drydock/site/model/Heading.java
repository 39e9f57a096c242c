package dev.drydock.site.model;

/**
 * A heading that can be linked to.
 *
 * @param level 2 to 6
 * @param id unique in its page
 */
public record Heading(int level, String id, String text) {}
