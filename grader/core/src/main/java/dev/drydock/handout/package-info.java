/** What students get of a course. */
@NullMarked
package dev.drydock.handout;

import org.jspecify.annotations.NullMarked;
