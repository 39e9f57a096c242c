/** Renders results for people and machines. Pure: a result in, text out. */
@NullMarked
package dev.drydock.report;

import org.jspecify.annotations.NullMarked;
