/** The command line: thin commands over core, batch and site. No decisions are made here. */
@NullMarked
package dev.drydock.cli;

import org.jspecify.annotations.NullMarked;
