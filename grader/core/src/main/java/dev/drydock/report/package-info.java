/** Results in the forms that people and other programs read. Pure: text in, text out. */
@NullMarked
package dev.drydock.report;

import org.jspecify.annotations.NullMarked;
