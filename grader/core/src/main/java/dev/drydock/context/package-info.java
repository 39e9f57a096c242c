/**
 * The build context: which files an ignore file keeps out, with the builder's exact rules, what is
 * there before and after, and the archive that is sent.
 */
@NullMarked
package dev.drydock.context;

import org.jspecify.annotations.NullMarked;
