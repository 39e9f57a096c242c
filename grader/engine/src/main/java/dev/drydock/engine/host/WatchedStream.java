package dev.drydock.engine.host;

import com.github.dockerjava.api.async.ResultCallback;
import java.io.IOException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A stream from the engine that is checked from time to time. docker-java's own {@code
 * awaitCompletion} closes the stream at its time limit, so it can wait only once.
 */
public abstract class WatchedStream<T> extends ResultCallback.Adapter<T> {

  private static final long LOOK_MILLIS = 250;

  private final CountDownLatch ended = new CountDownLatch(1);

  @Override
  public void close() throws IOException {
    try {
      super.close();
    } finally {
      ended.countDown();
    }
  }

  /**
   * Wait until the next check.
   *
   * @return whether the stream ended
   * @throws RuntimeException what broke the stream
   */
  public boolean endedByNow() throws InterruptedException {
    if (!ended.await(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
      return false;
    }
    awaitCompletion();
    return true;
  }
}
