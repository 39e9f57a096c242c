/**
 * The exec form, and what keeps a text from being one. Read by hand: the answer must be that of the
 * builder's JSON reader, and a JSON library says where a text breaks but not which mistake it is.
 */
@NullMarked
package dev.drydock.dockerfile.json;

import org.jspecify.annotations.NullMarked;
