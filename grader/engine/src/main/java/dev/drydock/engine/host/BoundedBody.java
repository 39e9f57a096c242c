package dev.drydock.engine.host;

import com.github.dockerjava.transport.DockerHttpClient.Response;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.util.Arrays;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * An engine's stream, read ahead by a thread of its own, so that one who waits for more can be
 * interrupted, and gives up on an engine that is gone. A stream may be silent for as long as the
 * engine is alive: a build prints nothing while a program works.
 */
final class BoundedBody extends InputStream {

  private static final int CHUNK = 64 * 1024;
  private static final int CHUNKS = 16;
  private static final long LOOK_MILLIS = 100;

  private final Response response;
  private final EnginePulse pulse;
  private final BlockingQueue<Piece> pieces = new ArrayBlockingQueue<>(CHUNKS);
  private @Nullable Thread reader;
  private byte[] piece = new byte[0];
  private int at;
  private @Nullable Piece end;
  private volatile boolean closed;

  /**
   * A part of the stream, or its end.
   *
   * @param broken what broke the stream
   */
  private record Piece(byte[] bytes, boolean isEnd, @Nullable Throwable broken) {}

  BoundedBody(Response response, EnginePulse pulse) {
    this.response = response;
    this.pulse = pulse;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] into, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    if (at == piece.length && !next()) {
      return -1;
    }
    int count = Math.min(length, piece.length - at);
    System.arraycopy(piece, at, into, offset, count);
    at += count;
    return count;
  }

  @Override
  public int available() {
    return piece.length - at;
  }

  /** Whether there is more. */
  private boolean next() throws IOException {
    Piece next = end == null ? take() : end;
    if (!next.isEnd()) {
      piece = next.bytes();
      at = 0;
      return true;
    }
    end = next;
    Throwable broken = next.broken();
    if (broken != null) {
      throw broken instanceof IOException io ? io : new IOException(broken.getMessage(), broken);
    }
    return false;
  }

  private Piece take() throws IOException {
    start();
    EnginePulse.Waiting waiting = pulse.waiting();
    try {
      while (!closed) {
        Piece next = pieces.poll(LOOK_MILLIS, TimeUnit.MILLISECONDS);
        if (next != null) {
          return next;
        }
        waiting.lookForLife();
      }
      throw new IOException("the stream is closed");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw (IOException)
          new InterruptedIOException("interrupted while reading from the engine").initCause(e);
    }
  }

  private void start() {
    if (reader == null) {
      Thread thread = new Thread(this::readAhead, "stream of the engine");
      thread.setDaemon(true);
      reader = thread;
      thread.start();
    }
  }

  private void readAhead() {
    byte[] buffer = new byte[CHUNK];
    try {
      InputStream body = response.getBody();
      for (int count = body.read(buffer); count >= 0; count = body.read(buffer)) {
        pulse.answered();
        pieces.put(new Piece(Arrays.copyOf(buffer, count), false, null));
      }
      pieces.put(new Piece(new byte[0], true, null));
    } catch (InterruptedException e) {
      // closed
    } catch (IOException | RuntimeException e) {
      if (!closed) {
        offerEnd(e);
      }
    }
  }

  private void offerEnd(Throwable broken) {
    try {
      pieces.put(new Piece(new byte[0], true, broken));
    } catch (InterruptedException e) {
      // closed
    }
  }

  @Override
  public void close() {
    closed = true;
    Thread thread = reader;
    if (thread != null) {
      thread.interrupt();
    }
    response.close();
  }
}
