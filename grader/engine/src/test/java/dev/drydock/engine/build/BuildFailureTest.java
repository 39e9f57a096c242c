package dev.drydock.engine.build;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.engine.build.BuildFailure.Point;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class BuildFailureTest {

  @ParameterizedTest
  @CsvSource({
    // point, located, readable, platform asked, the Dockerfile's
    "PROGRAM,     false, true,  false, true",
    "INSTRUCTION, false, true,  false, true",
    "BASE_IMAGE,  true,  true,  false, false",
    "BASE_IMAGE,  true,  true,  true,  true",
    "NOWHERE,     true,  true,  false, true",
    "NOWHERE,     false, false, false, true",
    "NOWHERE,     false, true,  false, false",
    "SENDING,     false, false, false, true",
    "SENDING,     false, true,  false, false",
    "EXPORT,      false, true,  false, false",
  })
  void whatTheBuilderWasAtDecides(
      Point point, boolean located, boolean readable, boolean platform, boolean dockerfiles) {
    assertThat(new BuildFailure(point, null, located, readable, platform).isTheDockerfiles(true))
        .isEqualTo(dockerfiles);
  }

  @ParameterizedTest
  @EnumSource
  void whereTheEngineIsNotWellNothingIsTheDockerfiles(Point point) {
    assertThat(new BuildFailure(point, 1, true, false, true).isTheDockerfiles(false)).isFalse();
  }
}
