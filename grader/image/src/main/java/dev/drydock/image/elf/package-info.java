/** Reads the headers of ELF files: what they run on, and what they load. */
@NullMarked
package dev.drydock.image.elf;

import org.jspecify.annotations.NullMarked;
