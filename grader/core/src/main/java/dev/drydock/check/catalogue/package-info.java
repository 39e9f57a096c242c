/** All checks, in the order in which they are shown. */
@NullMarked
package dev.drydock.check.catalogue;

import org.jspecify.annotations.NullMarked;
