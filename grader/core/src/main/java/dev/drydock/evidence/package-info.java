/**
 * What was observed of one submitted image: the Dockerfile, its context, the build, the image, the
 * running container and the builds after it. Immutable records that survive a JSON round trip and
 * hold facts only: no limit, no verdict, nothing an exercise decides.
 */
@NullMarked
package dev.drydock.evidence;

import org.jspecify.annotations.NullMarked;
