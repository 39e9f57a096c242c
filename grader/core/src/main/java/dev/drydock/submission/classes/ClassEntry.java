package dev.drydock.submission.classes;

import dev.drydock.exercise.Exercise;
import dev.drydock.submission.choice.Intake;
import java.nio.file.Path;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One student's work on one exercise, where it was found.
 *
 * @param source folder or archive, to be given to {@link Intake#read}
 * @param submittedAt null when not known
 */
public record ClassEntry(
    ClassStudent student, Exercise exercise, Path source, @Nullable Instant submittedAt) {}
