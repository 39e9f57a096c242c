/** A local server that shows the site while it is being written. */
@NullMarked
package dev.drydock.site.preview;

import org.jspecify.annotations.NullMarked;
