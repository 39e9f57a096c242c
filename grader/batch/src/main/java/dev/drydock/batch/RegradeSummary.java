package dev.drydock.batch;

/**
 * How judging again ended.
 *
 * @param judged entries judged from their evidence
 * @param changed of those, how many have other points or another verdict now
 * @param kept entries without evidence to judge by; their results stay as they are
 * @param notGraded entries without a grade, by our doing; among those kept
 */
public record RegradeSummary(int judged, int changed, int kept, int notGraded) {}
