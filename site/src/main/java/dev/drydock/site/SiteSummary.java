package dev.drydock.site;

import java.nio.file.Path;

/**
 * What a build wrote.
 *
 * @param home page to open first
 * @param pages number of HTML pages
 */
public record SiteSummary(Path home, int pages) {}
