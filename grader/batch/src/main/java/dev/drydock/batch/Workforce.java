package dev.drydock.batch;

import dev.drydock.batch.queue.InProcessQueue;
import dev.drydock.batch.queue.WorkQueue;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** The threads that grade. Every wait is bounded: a worker that does not come back is given up. */
final class Workforce {

  private static final long LOOK_MILLIS = 200;

  private final BatchSettings settings;
  private final BatchWork work;
  private final Stop stop;
  private final WorkQueue queue = new InProcessQueue();
  private final Map<String, Group> groups = new ConcurrentHashMap<>();
  private final List<Worker> workers = new CopyOnWriteArrayList<>();

  Workforce(BatchWork work) {
    this.work = work;
    this.settings = work.settings();
    this.stop = work.stop();
  }

  /** Grade all groups; returns when they are done, or some time after a stop. */
  void work(List<Group> all) {
    all.forEach(this::add);
    stop.whenAsked(queue::stop);
    stop.whenAsked(() -> settings.view().stopping(inHand()));
    for (int i = 0; i < Math.min(settings.jobs(), all.size()); i++) {
      hire();
    }
    try {
      await();
    } catch (InterruptedException e) {
      stop.now();
      workers.forEach(Worker::interrupt);
      Thread.currentThread().interrupt();
    } finally {
      workers.forEach(Worker::dismiss);
    }
  }

  void add(Group group) {
    groups.put(group.job(), group);
    queue.add(group.job());
  }

  private void hire() {
    Worker worker = new Worker(work, queue, groups, this::add);
    workers.add(worker);
    worker.start();
  }

  private int inHand() {
    return (int) workers.stream().filter(Worker::isWorking).count();
  }

  private void await() throws InterruptedException {
    long stopped = 0;
    while (workers.stream().anyMatch(Worker::isAlive)) {
      for (Worker worker : workers) {
        worker.join(LOOK_MILLIS);
        if (worker.isOver(settings.limit()) && worker.giveUp()) {
          hire();
        }
      }
      if (stop.isAsked()) {
        stopped = stopped == 0 ? System.nanoTime() : stopped;
        Duration since = Duration.ofNanos(System.nanoTime() - stopped);
        if (since.compareTo(settings.grace()) > 0) {
          workers.forEach(Worker::interrupt);
        }
        if (since.compareTo(settings.grace().multipliedBy(2)) > 0) {
          return;
        }
      }
      workers.removeIf(worker -> worker.isGivenUp() || !worker.isAlive());
    }
    for (Worker worker : workers) {
      worker.join(TimeUnit.SECONDS.toMillis(1));
    }
  }
}
