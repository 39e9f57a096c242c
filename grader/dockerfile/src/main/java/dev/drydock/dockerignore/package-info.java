/**
 * The {@code .dockerignore}, as the builder applies it: start with {@link
 * dev.drydock.dockerignore.DockerIgnore#parse(String)}.
 */
@NullMarked
package dev.drydock.dockerignore;

import org.jspecify.annotations.NullMarked;
