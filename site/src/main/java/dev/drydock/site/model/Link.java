package dev.drydock.site.model;

/**
 * A link in the site's own navigation.
 *
 * @param path from the site's root
 */
public record Link(String path, String title) {}
