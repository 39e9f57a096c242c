/**
 * The Dockerfile as the builder understands it, with everything it would refuse or warn about.
 * Parsing never fails: whatever is wrong is a {@link dev.drydock.dockerfile.source.Problem}, with
 * its line and the next step. Start with {@link dev.drydock.dockerfile.Dockerfile#parse(String)}.
 */
@NullMarked
package dev.drydock.dockerfile;

import org.jspecify.annotations.NullMarked;
