/**
 * Reads the headers of ELF files: what they run on, and what they load. Written by hand: the file
 * streams by once, and libraries for ELF want all of it at hand.
 */
@NullMarked
package dev.drydock.image.elf;

import org.jspecify.annotations.NullMarked;
