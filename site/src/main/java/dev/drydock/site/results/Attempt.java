package dev.drydock.site.results;

import dev.drydock.verdict.SubmissionResult.State;
import java.time.Instant;

/**
 * One time that a submission was graded, or was to be.
 *
 * @param again judged anew from what was seen before, as a limit had changed
 */
public record Attempt(Instant at, State state, boolean passed, double points, boolean again) {}
