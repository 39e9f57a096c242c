package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * {@code ONBUILD instruction}.
 *
 * @param trigger the instruction inside; null when there is none
 */
public record Onbuild(Source source, @Nullable Instruction trigger) implements Instruction {}
