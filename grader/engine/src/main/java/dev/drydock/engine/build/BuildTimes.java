package dev.drydock.engine.build;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** When a run built something. */
public final class BuildTimes {

  /** Two clocks that are read one after the other are never quite the same. */
  private static final Duration SLACK = Duration.ofSeconds(1);

  private record Span(Instant from, Instant to) {}

  private final List<Span> spans = new CopyOnWriteArrayList<>();

  /** Something was built from then till now. */
  public void note(Instant from) {
    spans.add(new Span(from.minus(SLACK), Instant.now().plus(SLACK)));
  }

  public boolean cover(Instant moment) {
    return spans.stream()
        .anyMatch(span -> !moment.isBefore(span.from()) && !moment.isAfter(span.to()));
  }
}
