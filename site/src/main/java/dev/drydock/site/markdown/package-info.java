/**
 * Markdown to HTML, by two pipelines that are two types: {@link
 * dev.drydock.site.markdown.CourseMarkdown} for texts of the workbook, {@link
 * dev.drydock.site.markdown.StudentMarkdown} for everything else.
 */
@NullMarked
package dev.drydock.site.markdown;

import org.jspecify.annotations.NullMarked;
