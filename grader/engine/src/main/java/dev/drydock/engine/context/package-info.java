/** The build context: which files are sent, and the archive they are sent in. */
@NullMarked
package dev.drydock.engine.context;

import org.jspecify.annotations.NullMarked;
