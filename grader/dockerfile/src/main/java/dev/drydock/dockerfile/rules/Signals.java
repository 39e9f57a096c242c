package dev.drydock.dockerfile.rules;

import java.util.Locale;
import java.util.Set;

/** The signals a STOPSIGNAL can name. */
final class Signals {

  private static final Set<String> NAMES =
      Set.of(
          "ABRT", "ALRM", "BUS", "CHLD", "CLD", "CONT", "FPE", "HUP", "ILL", "INT", "IO", "IOT",
          "KILL", "PIPE", "POLL", "PROF", "PWR", "QUIT", "SEGV", "STKFLT", "STOP", "SYS", "TERM",
          "TRAP", "TSTP", "TTIN", "TTOU", "URG", "USR1", "USR2", "VTALRM", "WINCH", "XCPU", "XFSZ",
          "RTMIN", "RTMAX");

  private static final int MAX_REAL_TIME = 15;

  private Signals() {}

  static boolean isKnown(String signal) {
    if (signal.matches("[+-]?[0-9]{1,9}")) {
      return Integer.parseInt(signal) != 0;
    }
    String upper = signal.toUpperCase(Locale.ROOT);
    String name = upper.startsWith("SIG") ? upper.substring(3) : upper;
    if (name.matches("RTM(IN\\+|AX-)[0-9]{1,2}")) {
      return Integer.parseInt(name.substring(6)) <= MAX_REAL_TIME;
    }
    return NAMES.contains(name);
  }
}
