package dev.drydock.check.run;

import dev.drydock.check.Shown;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * What a program that ended at once says went wrong: something is missing from the image (usually
 * left behind in a build stage), or its user may not touch it. The words are those of Node, Python,
 * Java, Go, nginx, shells and the loaders of glibc and musl.
 *
 * @param finding of R01
 * @param name as the program says it
 */
record Obstacle(String finding, String name) {

  private static final String DENIED =
      "(?:^|[ '])(?<name>/[^\\s:']{1,200})'?: [Pp]ermission denied$";

  private static final List<Words> KNOWN =
      List.of(
          Words.of(
              HttpContract.MISSING_FILE,
              "(?:Cannot find module '(?=[./])"
                  + "|can't open file '(?=[^']*': \\[Errno 2])"
                  + "|Unable to access jarfile )(?<name>[^'\\s]{1,200})"),
          Words.of(
              HttpContract.MISSING_PACKAGE,
              "(?:Cannot find (?:module|package) '(?![./])"
                  + "|ModuleNotFoundError: No module named '"
                  + "|ClassNotFoundException: )(?<name>[^'\\s]{1,200})"),
          Words.of(
              HttpContract.MISSING_LIBRARY,
              "(?:^| )(?<name>[^:\\s/]{1,100}): cannot open shared object file: No such file"),
          Words.of(
              HttpContract.MISSING_LIBRARY,
              "Error loading shared library (?<name>[^:\\s]{1,100}): No such file"),
          // nginx quotes with ", Node and Python with '
          Words.of(HttpContract.NOT_PERMITTED, "\\(\\) \"(?<name>/[^\"]{1,200})\" failed \\(13: "),
          Words.of(
              HttpContract.NOT_PERMITTED,
              "(?:EACCES: permission denied, \\w{1,20}|\\[Errno 13] Permission denied:)"
                  + " '(?<name>[^']{1,200})"),
          Words.of(
              HttpContract.NOT_PERMITTED, "can't open file '(?<name>[^']{1,200})': \\[Errno 13]"),
          Words.of(HttpContract.NOT_PERMITTED, "AccessDeniedException: (?<name>/\\S{1,200})"),
          Words.of(
              HttpContract.NOT_PERMITTED,
              "FileNotFoundException: (?<name>\\S{1,200}) \\(Permission"),
          Words.of(HttpContract.NOT_PERMITTED, DENIED),
          // a shell's own exit codes
          new Words(HttpContract.MAY_NOT_EXECUTE, 126, Pattern.compile(DENIED)),
          new Words(
              HttpContract.NOT_FOUND,
              127,
              Pattern.compile(": (?<name>[\\w./+-]{1,100}): (?:command )?not found$")));

  /**
   * @param exitCode required for these words to count; null for any
   */
  private record Words(String finding, @Nullable Integer exitCode, Pattern pattern) {

    static Words of(String finding, String pattern) {
      return new Words(finding, null, Pattern.compile(pattern));
    }

    Stream<Obstacle> in(String line, int code) {
      Matcher matcher = pattern.matcher(line);
      return (exitCode == null || exitCode == code) && matcher.find()
          ? Stream.of(new Obstacle(finding, Shown.text(matcher.group("name"))))
          : Stream.empty();
    }
  }

  /** From the last line of a program's output that names something. */
  static Optional<Obstacle> of(List<String> output, int exitCode) {
    return output.stream()
        .flatMap(line -> KNOWN.stream().flatMap(words -> words.in(line, exitCode)))
        .reduce((first, last) -> last);
  }
}
