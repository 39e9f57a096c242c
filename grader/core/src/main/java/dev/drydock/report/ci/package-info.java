/** Results in the formats that a CI and its code host read. */
@NullMarked
package dev.drydock.report.ci;

import org.jspecify.annotations.NullMarked;
