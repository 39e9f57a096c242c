/** JSON as all of Drydock writes and reads it. */
@NullMarked
package dev.drydock.json;

import org.jspecify.annotations.NullMarked;
