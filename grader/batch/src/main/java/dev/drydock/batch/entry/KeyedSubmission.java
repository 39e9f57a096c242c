package dev.drydock.batch.entry;

import dev.drydock.submission.Submission;

/** A submission, read once, with the key of exactly these bytes. */
public record KeyedSubmission(ContentKey key, Submission submission) {}
