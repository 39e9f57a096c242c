package dev.drydock.image.layers;

import java.io.IOException;

/** The archive holds more than the limits allow. */
public final class LimitException extends IOException {

  private static final long serialVersionUID = 1L;

  public LimitException(String message) {
    super(message);
  }
}
