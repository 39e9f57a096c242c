package dev.drydock.dockerfile.instruction;

import dev.drydock.dockerfile.source.Source;
import org.jspecify.annotations.Nullable;

/**
 * {@code ONBUILD instruction}.
 *
 * @param source the instruction as text, with its place in the file
 * @param trigger the instruction it holds; null when there is none
 */
public record Onbuild(Source source, @Nullable Instruction trigger) implements Instruction {}
