/** Archives unpacked within caps: names, sizes, depth and compression ratio. */
@NullMarked
package dev.drydock.submission.archive;

import org.jspecify.annotations.NullMarked;
