/** Makes students' text harmless for its destination. */
@NullMarked
package dev.drydock.batch.text;

import org.jspecify.annotations.NullMarked;
