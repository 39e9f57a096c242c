package dev.drydock.check.cases;

import java.util.List;
import java.util.stream.Stream;

/** Every case there is, of every check. */
public final class CheckCases {

  private CheckCases() {}

  public static List<CheckCase> all() {
    return Stream.of(
            DockerfileCases.all(),
            InstructionCases.all(),
            ContextCases.all(),
            ImageCases.all(),
            ContentCases.all(),
            RunCases.all(),
            RebuildCases.all())
        .flatMap(cases -> cases)
        .toList();
  }
}
