/** Finding the engine and talking to it: addresses, the client, processes, its disk. */
@NullMarked
package dev.drydock.engine.host;

import org.jspecify.annotations.NullMarked;
