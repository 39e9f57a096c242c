/** Commands for a class: grading, judging again, exporting, publishing. */
@NullMarked
package dev.drydock.cli.instructor;

import org.jspecify.annotations.NullMarked;
