package dev.drydock.check.run;

import dev.drydock.check.Shown;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a program that ended at once says is not there: usually left behind in a build stage. Node,
 * Python and Java are known.
 *
 * @param finding of R01
 * @param name as the program says it
 */
record MissingPart(String finding, String name) {

  private static final Pattern FILE =
      Pattern.compile(
          "(?:Cannot find module '(?=[./])"
              + "|can't open file '(?=[^']*': \\[Errno 2])"
              + "|Unable to access jarfile )(?<name>[^'\\s]{1,200})");

  private static final Pattern PACKAGE =
      Pattern.compile(
          "(?:Cannot find (?:module|package) '(?![./])"
              + "|ModuleNotFoundError: No module named '"
              + "|ClassNotFoundException: )(?<name>[^'\\s]{1,200})");

  /** By the last line of a program's output that names something. */
  static Optional<MissingPart> of(List<String> output) {
    return output.stream()
        .flatMap(
            line ->
                Stream.concat(in(line, "missing-file", FILE), in(line, "missing-package", PACKAGE)))
        .reduce((first, last) -> last);
  }

  private static Stream<MissingPart> in(String line, String finding, Pattern words) {
    Matcher matcher = words.matcher(line);
    return matcher.find()
        ? Stream.of(new MissingPart(finding, Shown.text(matcher.group("name"))))
        : Stream.empty();
  }
}
