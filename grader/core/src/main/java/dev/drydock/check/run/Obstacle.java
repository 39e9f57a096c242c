package dev.drydock.check.run;

import dev.drydock.check.Shown;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * What a program that ended at once says stood in its way: something that is not in the image
 * (usually left behind in a build stage), or that its user may not touch. The words are those of
 * Node, Python, Java, Go, nginx, shells and the loaders of glibc and musl.
 *
 * @param finding of R01
 * @param name as the program says it
 */
record Obstacle(String finding, String name) {

  private static final String NOT_PERMITTED = "not-permitted";

  /** With which a shell ends whose command is there and may not be executed. */
  private static final int MAY_NOT_EXECUTE = 126;

  private static final List<Words> KNOWN =
      List.of(
          new Words(
              "missing-file",
              "(?:Cannot find module '(?=[./])"
                  + "|can't open file '(?=[^']*': \\[Errno 2])"
                  + "|Unable to access jarfile )(?<name>[^'\\s]{1,200})"),
          new Words(
              "missing-package",
              "(?:Cannot find (?:module|package) '(?![./])"
                  + "|ModuleNotFoundError: No module named '"
                  + "|ClassNotFoundException: )(?<name>[^'\\s]{1,200})"),
          new Words("not-found", ": (?<name>[\\w./+-]{1,100}): (?:command )?not found$"),
          new Words(
              "missing-library",
              "(?:^|[ ])(?<name>[^:\\s/]{1,100}): cannot open shared object file: No such file"),
          new Words(
              "missing-library",
              "Error loading shared library (?<name>[^:\\s]{1,100}): No such file"),
          // nginx quotes with ", Node and Python with '
          new Words(NOT_PERMITTED, "\\(\\) \"(?<name>/[^\"]{1,200})\" failed \\(13: "),
          new Words(
              NOT_PERMITTED,
              "(?:EACCES: permission denied, \\w{1,20}|\\[Errno 13] Permission denied:)"
                  + " '(?<name>[^']{1,200})"),
          new Words(NOT_PERMITTED, "AccessDeniedException: (?<name>/\\S{1,200})"),
          new Words(NOT_PERMITTED, "FileNotFoundException: (?<name>\\S{1,200}) \\(Permission"),
          new Words(NOT_PERMITTED, "(?:^|[ '])(?<name>/[^\\s:']{1,200})'?: [Pp]ermission denied$"));

  private record Words(String finding, Pattern pattern) {
    Words(String finding, String pattern) {
      this(finding, Pattern.compile(pattern));
    }

    Stream<Obstacle> in(String line) {
      Matcher matcher = pattern.matcher(line);
      return matcher.find()
          ? Stream.of(new Obstacle(finding, Shown.text(matcher.group("name"))))
          : Stream.empty();
    }
  }

  /** By the last line of a program's output that names something. */
  static Optional<Obstacle> of(List<String> output, int exitCode) {
    return output.stream()
        .flatMap(line -> KNOWN.stream().flatMap(words -> words.in(line)))
        .reduce((first, last) -> last)
        .map(last -> exitCode == MAY_NOT_EXECUTE ? last.whenExecuting() : last);
  }

  private Obstacle whenExecuting() {
    return finding.equals(NOT_PERMITTED) ? new Obstacle("may-not-execute", name) : this;
  }
}
