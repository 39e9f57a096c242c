/** Commands about this machine and its engine. */
@NullMarked
package dev.drydock.cli.machine;

import org.jspecify.annotations.NullMarked;
