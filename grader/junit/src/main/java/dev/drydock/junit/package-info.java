/** The JUnit entry that {@code mvn test} in an exercise uses; nothing else. */
@NullMarked
package dev.drydock.junit;

import org.jspecify.annotations.NullMarked;
