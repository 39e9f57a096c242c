/** Commands for one Dockerfile, image or submission. */
@NullMarked
package dev.drydock.cli.student;

import org.jspecify.annotations.NullMarked;
