package dev.drydock.submission.classes;

import dev.drydock.submission.folder.EntryNames;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.DataFormatException;

/**
 * When the commit was made that a clone is at. Read without git, which a repository of someone
 * else's can make run programs; what is not as expected yields no time. By hand, since JGit reads
 * the files its config includes, follows its alternates, and starts git; it is 3.6 MB besides.
 */
public final class GitCommitTime {

  private static final Pattern OBJECT = Pattern.compile("[0-9a-f]{40}");
  private static final Pattern REFERENCE = Pattern.compile("ref: (refs/heads/[^\\s\\p{Cntrl}]+)");
  private static final Pattern COMMITTER = Pattern.compile("(?m)^committer .*> (\\d{1,12}) ");
  private static final long MAX_TEXT = 1_000_000;
  private static final int MAX_PACKS = 100;

  private final Path git;

  private GitCommitTime(Path git) {
    this.git = git;
  }

  /** The time of a folder's commit, empty when it is no clone. */
  public static Optional<Instant> of(Path folder) {
    Path git = folder.resolve(".git");
    if (!Files.isDirectory(git, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    try {
      return new GitCommitTime(git).read();
    } catch (IOException | DataFormatException | DateTimeException | IllegalArgumentException e) {
      return Optional.empty();
    }
  }

  private Optional<Instant> read() throws IOException, DataFormatException {
    Optional<String> name = head();
    if (name.isEmpty()) {
      return Optional.empty();
    }
    Optional<byte[]> commit = loose(name.get());
    if (commit.isEmpty()) {
      commit = packed(name.get());
    }
    return commit.flatMap(GitCommitTime::committed);
  }

  private static Optional<Instant> committed(byte[] commit) {
    String text = new String(commit, StandardCharsets.UTF_8);
    int end = text.indexOf("\n\n");
    Matcher matcher = COMMITTER.matcher(end < 0 ? text : text.substring(0, end));
    return matcher.find()
        ? Optional.of(Instant.ofEpochSecond(Long.parseLong(matcher.group(1))))
        : Optional.empty();
  }

  /** Name of the commit, through the branch that is checked out. */
  private Optional<String> head() throws IOException {
    String head = text(git.resolve("HEAD")).strip();
    Matcher reference = REFERENCE.matcher(head);
    if (!reference.matches()) {
      return object(head);
    }
    String branch = reference.group(1);
    if (!EntryNames.isSafe(branch)) {
      return Optional.empty();
    }
    Optional<String> own = object(text(git.resolve(branch)).strip());
    return own.isPresent() ? own : packedReference(branch);
  }

  private Optional<String> packedReference(String branch) throws IOException {
    return text(git.resolve("packed-refs"))
        .lines()
        .filter(line -> line.endsWith(" " + branch))
        .flatMap(line -> object(line.substring(0, line.indexOf(' '))).stream())
        .findFirst();
  }

  private static Optional<String> object(String name) {
    return Optional.of(name).filter(one -> OBJECT.matcher(one).matches());
  }

  private Optional<byte[]> loose(String name) throws IOException, DataFormatException {
    Path file = git.resolve("objects").resolve(name.substring(0, 2)).resolve(name.substring(2));
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > MAX_TEXT) {
      return Optional.empty();
    }
    byte[] object = GitPack.inflated(Files.readAllBytes(file));
    int start = 0;
    while (start < object.length && object[start] != 0) {
      start++;
    }
    String header = new String(object, 0, start, StandardCharsets.US_ASCII);
    return header.startsWith("commit ")
        ? Optional.of(Arrays.copyOfRange(object, start + 1, object.length))
        : Optional.empty();
  }

  private Optional<byte[]> packed(String name) throws IOException, DataFormatException {
    Path folder = git.resolve("objects").resolve("pack");
    if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    int packs = 0;
    try (DirectoryStream<Path> indexes = Files.newDirectoryStream(folder, "*.idx")) {
      for (Path index : indexes) {
        if (++packs > MAX_PACKS || !Files.isRegularFile(index, LinkOption.NOFOLLOW_LINKS)) {
          continue;
        }
        Optional<byte[]> found = GitPack.of(index).commit(name);
        if (found.isPresent()) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  /** A small text, empty when there is none. */
  private static String text(Path file) throws IOException {
    return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) && Files.size(file) <= MAX_TEXT
        ? Files.readString(file, StandardCharsets.ISO_8859_1)
        : "";
  }
}
