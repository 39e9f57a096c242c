package dev.drydock.cli.instructor;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How much this machine can do at once. */
public final class Machine {

  /** What one build and one run take, roughly: a compiler, and a container at its limit. */
  private static final long MEMORY_OF_A_JOB = 2L << 30;

  private static final int MOST = 16;

  private Machine() {}

  /** Builds at a time, with as many runs alongside: as many as the cores and the memory allow. */
  public static int jobs() {
    long memory =
        ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    return jobs(Runtime.getRuntime().availableProcessors(), memory);
  }

  public static int jobs(int cores, long memory) {
    long room = memory / MEMORY_OF_A_JOB;
    return (int) Math.max(1, Math.min(Math.min(cores, room), MOST));
  }
}
