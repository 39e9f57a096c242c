package dev.drydock.report.html;

/**
 * A piece of source text.
 *
 * @param kind class of the stylesheet without its prefix ({@code kw}, {@code str}, {@code com},
 *     {@code num}, {@code var}, {@code opt}, {@code key}), empty for plain text
 */
public record Token(String kind, String text) {}
