package dev.drydock.batch.queue;

/**
 * A job that a worker has taken.
 *
 * @param job its name
 * @param attempt 1 for the first
 * @param fence larger for every later claim of any job: a late result of an older one is refused
 */
public record Claim(String job, int attempt, long fence) {}
