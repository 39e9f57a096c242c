/** What every command shares: the course, the terminal, exit codes, usage errors. */
@NullMarked
package dev.drydock.cli.call;

import org.jspecify.annotations.NullMarked;
