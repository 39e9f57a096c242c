/** Pages of a class's results: what everybody may see, each student's own, the instructor's. */
@NullMarked
package dev.drydock.site.results;

import org.jspecify.annotations.NullMarked;
