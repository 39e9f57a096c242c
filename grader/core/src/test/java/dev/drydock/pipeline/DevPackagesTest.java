package dev.drydock.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DevPackagesTest {

  private static final String MANIFEST =
      """
      {"dependencies": {"express": "5"}, "devDependencies": {"typescript": "5", "jest": "29"}}
      """;

  @Test
  void withoutALockAllThatIsDeclaredCounts() {
    assertThat(DevPackages.of(MANIFEST, Optional.empty())).containsExactly("jest", "typescript");
  }

  @Test
  void whatTheLockSaysProductionNeedsTooDoesNotCount() {
    String lock =
        """
        {"packages": {"node_modules/typescript": {"version": "5.0.0"},
                      "node_modules/jest": {"version": "29.0.0", "dev": true}}}
        """;
    assertThat(DevPackages.of(MANIFEST, Optional.of(lock))).containsExactly("jest");
  }

  @Test
  void whatIsDeclaredForBothDoesNotCount() {
    String both = "{\"dependencies\": {\"a\": \"1\"}, \"devDependencies\": {\"a\": \"1\"}}";
    assertThat(DevPackages.of(both, Optional.empty())).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "[]", "{", "null", "{\"devDependencies\": [\"jest\"]}", "\"x\""})
  void whatIsNoManifestNamesNothing(String text) {
    assertThat(DevPackages.of(text, Optional.of(text))).isEmpty();
  }
}
