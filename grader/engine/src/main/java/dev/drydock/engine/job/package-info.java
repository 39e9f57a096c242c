/**
 * What an image is run for: requests to answer, commands to carry out. Values, without an engine.
 */
@NullMarked
package dev.drydock.engine.job;

import org.jspecify.annotations.NullMarked;
