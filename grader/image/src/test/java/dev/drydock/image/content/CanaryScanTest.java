package dev.drydock.image.content;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class CanaryScanTest {

  @Test
  void findsWhatASimpleSearchFindsHoweverTheFileIsSliced() {
    Random random = new Random(5);
    for (int round = 0; round < 3_000; round++) {
      TreeMap<String, String> canaries = new TreeMap<>();
      for (int i = random.nextInt(4); i >= 0; i--) {
        canaries.put("c" + i, text(random, 8 + random.nextInt(20)));
      }
      String content = content(random, canaries);
      CanaryMatcher matcher = new CanaryMatcher(canaries);
      CanaryScan scan = new CanaryScan(matcher);
      scan.reset();
      byte[] bytes = content.getBytes(StandardCharsets.UTF_8);
      int at = 0;
      while (at < bytes.length) {
        int length = Math.min(1 + random.nextInt(random.nextBoolean() ? 5 : 60), bytes.length - at);
        scan.accept(bytes, at, length);
        at += length;
      }
      BitSet expected = new BitSet();
      int number = 0;
      for (String value : canaries.values()) {
        expected.set(number++, content.contains(value));
      }
      assertThat(scan.found()).as("%s in %s", canaries, content).isEqualTo(expected);
    }
  }

  @Test
  void aFileDoesNotSeeTheEndOfTheOneBefore() {
    CanaryScan scan = new CanaryScan(new CanaryMatcher(Map.of("c", "0123456789")));
    scan.reset();
    scan.accept("xx01234".getBytes(), 0, 7);
    scan.reset();
    scan.accept("56789xx".getBytes(), 0, 7);
    assertThat(scan.found().isEmpty()).isTrue();
  }

  @Test
  void withoutCanariesNothingIsFound() {
    CanaryScan scan = new CanaryScan(new CanaryMatcher(Map.of()));
    scan.reset();
    scan.accept(new byte[1000], 0, 1000);
    assertThat(scan.found().isEmpty()).isTrue();
    assertThat(new CanaryMatcher(Map.of()).in("text")).isEmpty();
  }

  @Test
  void valuesAreMasked() {
    CanaryMatcher matcher = new CanaryMatcher(Map.of("a", "secret-one", "b", "secret-two"));
    assertThat(matcher.masked("x secret-one y secret-two secret-three"))
        .isEqualTo("x *** y *** secret-three");
    assertThat(matcher.in("x secret-two")).containsExactly("b");
  }

  /** Few letters, so that values nearly match all the time. */
  private static String text(Random random, int length) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < length; i++) {
      text.append((char) ('a' + random.nextInt(2)));
    }
    return text.toString();
  }

  private static String content(Random random, Map<String, String> canaries) {
    StringBuilder content = new StringBuilder(text(random, random.nextInt(100)));
    for (String value : canaries.values()) {
      if (random.nextBoolean()) {
        content.append(value).append(text(random, random.nextInt(30)));
      }
    }
    return content.toString();
  }
}
