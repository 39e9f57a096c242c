/** What every command has at hand: the course, the terminal, exit codes, errors of usage. */
@NullMarked
package dev.drydock.cli.call;

import org.jspecify.annotations.NullMarked;
