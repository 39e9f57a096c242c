/** What the builder does again when little has changed. */
@NullMarked
package dev.drydock.check.rebuild;

import org.jspecify.annotations.NullMarked;
