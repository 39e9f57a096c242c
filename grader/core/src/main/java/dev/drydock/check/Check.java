package dev.drydock.check;

/** One check of the catalogue. Implementations are pure: no file, no engine, no clock. */
public interface Check {

  /** Stable and never reused: {@code I01}. */
  String id();

  /** Stable: {@code size.max}. */
  String name();

  Need need();

  /** Judge evidence that is known to hold what {@link #need} asks for. */
  Outcome judge(CheckInput input);
}
