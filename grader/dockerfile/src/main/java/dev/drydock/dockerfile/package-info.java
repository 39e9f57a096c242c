/**
 * The Dockerfile model: what the builder understands of a file, and everything it would not, with
 * the line and the reason. Reading never fails: whatever is wrong is a {@link
 * dev.drydock.dockerfile.source.Problem}. Start with {@link
 * dev.drydock.dockerfile.Dockerfile#parse(String)}.
 */
@NullMarked
package dev.drydock.dockerfile;

import org.jspecify.annotations.NullMarked;
