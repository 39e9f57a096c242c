package dev.drydock.batch.entry;

import dev.drydock.submission.Submission;

/** A submission as it was read once, with the key of just these bytes. */
public record KeyedSubmission(ContentKey key, Submission submission) {}
