/** The static site: the workbook, a page for every check, and the results of a class. */
@NullMarked
package dev.drydock.site;

import org.jspecify.annotations.NullMarked;
