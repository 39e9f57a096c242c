/** Why a build failed, if the mistake is a known one. */
@NullMarked
package dev.drydock.check.build;

import org.jspecify.annotations.NullMarked;
