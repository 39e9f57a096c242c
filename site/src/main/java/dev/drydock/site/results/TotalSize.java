package dev.drydock.site.results;

import dev.drydock.image.ByteSize;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;

/** What all images of a submission weigh together. */
final class TotalSize {

  private TotalSize() {}

  /** Of all images, -1 when one of them was not built. */
  static long of(SubmissionResult result) {
    long total = 0;
    for (ImageResult image : result.images()) {
      Long size = image.sizeBytes();
      if (size == null || size < 0) {
        return -1;
      }
      total += size;
    }
    return result.images().isEmpty() ? -1 : total;
  }

  /** For people, empty when one of them was not built. */
  static String shown(SubmissionResult result) {
    long total = of(result);
    return total < 0 ? "" : ByteSize.of(total).toString();
  }
}
