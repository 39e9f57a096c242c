/** Text that students wrote, made harmless for where it goes. */
@NullMarked
package dev.drydock.batch.text;

import org.jspecify.annotations.NullMarked;
