package dev.drydock.exercise;

import java.util.Comparator;

/** The order of exercise ids in a course: number by number, so that 3.9 comes before 3.10. */
public final class CourseOrder {

  /** Consistent with equals: ids that differ in leading zeros only are told apart all the same. */
  public static final Comparator<String> OF_IDS =
      ((Comparator<String>) CourseOrder::byNumbers).thenComparing(Comparator.naturalOrder());

  private CourseOrder() {}

  private static int byNumbers(String a, String b) {
    String[] left = a.split("\\.", -1);
    String[] right = b.split("\\.", -1);
    for (int i = 0; i < Math.min(left.length, right.length); i++) {
      int order =
          isNumber(left[i]) && isNumber(right[i])
              ? byValue(digits(left[i]), digits(right[i]))
              : left[i].compareTo(right[i]);
      if (order != 0) {
        return order;
      }
    }
    return left.length - right.length;
  }

  /** However long they are. */
  private static int byValue(String left, String right) {
    return left.length() == right.length() ? left.compareTo(right) : left.length() - right.length();
  }

  private static String digits(String number) {
    return number.replaceFirst("^0+(?=.)", "");
  }

  private static boolean isNumber(String text) {
    return !text.isEmpty() && text.chars().allMatch(c -> c >= '0' && c <= '9');
  }
}
