/** What is noted of files' contents while they stream by. */
@NullMarked
package dev.drydock.image.content;

import org.jspecify.annotations.NullMarked;
