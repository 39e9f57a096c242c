/**
 * One submission's result as HTML: the template, its stylesheet and script, the highlighter, the
 * geometry of the pictures. The site shows the same result with the same template.
 */
@NullMarked
package dev.drydock.report.html;

import org.jspecify.annotations.NullMarked;
