/** Values used by every part of Drydock. */
@NullMarked
package dev.drydock;

import org.jspecify.annotations.NullMarked;
