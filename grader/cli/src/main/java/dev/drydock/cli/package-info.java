/** The command line: thin commands over core, batch and site. Nothing is decided here. */
@NullMarked
package dev.drydock.cli;

import org.jspecify.annotations.NullMarked;
