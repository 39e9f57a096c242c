/**
 * Finds which instruction an image's megabytes come from and what a change would save. Pure: from
 * the evidence and the Dockerfile, without an engine.
 */
@NullMarked
package dev.drydock.attribution;

import org.jspecify.annotations.NullMarked;
