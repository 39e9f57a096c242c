/**
 * Says where an image's megabytes come from and what a change would save. Pure: from the evidence
 * and the Dockerfile, without an engine.
 */
@NullMarked
package dev.drydock.anatomy;

import org.jspecify.annotations.NullMarked;
