/** The work of many: folders, archives and downloads of learning platforms, student by student. */
@NullMarked
package dev.drydock.submission.classes;

import org.jspecify.annotations.NullMarked;
