package dev.drydock.site.results;

/**
 * What the instructor has of a run beside its pages.
 *
 * @param marks as CSV, a row for each submission
 * @param similarity which Dockerfiles are alike, as text
 */
public record ClassReports(String marks, String similarity) {}
