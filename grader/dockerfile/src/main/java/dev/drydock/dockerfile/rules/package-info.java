/** The builder's own rules for what an instruction may say. */
@NullMarked
package dev.drydock.dockerfile.rules;

import org.jspecify.annotations.NullMarked;
