/**
 * The rules of a {@code .dockerignore}, as the builder applies them: start with {@link
 * dev.drydock.dockerignore.DockerIgnore#parse(String)}.
 */
@NullMarked
package dev.drydock.dockerignore;

import org.jspecify.annotations.NullMarked;
