package dev.drydock.submission.workspace;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.DeflaterOutputStream;

/**
 * A repository of one commit, made without git. It has to be valid: the Go tool stops a build in a
 * folder whose repository is broken.
 */
final class GitFolder {

  private static final String AUTHOR = "Student <student@example.com> 1735689600 +0000";

  private final SortedMap<String, byte[]> files = new TreeMap<>();

  private GitFolder() {}

  /**
   * Files of a {@code .git} folder, by name.
   *
   * @param canary a secret value, readable in the repository's description
   */
  static SortedMap<String, byte[]> files(String canary) {
    GitFolder git = new GitFolder();
    String blob = git.object("blob", bytes("Notes for myself.\n"));
    ByteArrayOutputStream tree = new ByteArrayOutputStream();
    tree.writeBytes(bytes("100644 NOTES\0"));
    tree.writeBytes(HexFormat.of().parseHex(blob));
    String commit =
        git.object(
            "commit",
            bytes(
                "tree %s\nauthor %s\ncommitter %s\n\nStart\n"
                    .formatted(git.object("tree", tree.toByteArray()), AUTHOR, AUTHOR)));
    git.file("HEAD", "ref: refs/heads/main\n");
    git.file("refs/heads/main", commit + "\n");
    git.file(
        "config", "[core]\n\trepositoryformatversion = 0\n\tfilemode = true\n\tbare = false\n");
    git.file("description", "Work in progress " + canary + "\n");
    git.file("logs/HEAD", "0".repeat(40) + " " + commit + " " + AUTHOR + "\tcommit (initial)\n");
    return git.files;
  }

  private void file(String name, String text) {
    files.put(".git/" + name, bytes(text));
  }

  /** Add a loose object and return its name. */
  private String object(String type, byte[] content) {
    ByteArrayOutputStream object = new ByteArrayOutputStream();
    object.writeBytes(bytes(type + " " + content.length + "\0"));
    object.writeBytes(content);
    String name = sha1(object.toByteArray());
    String file = ".git/objects/" + name.substring(0, 2) + "/" + name.substring(2);
    files.put(file, deflated(object.toByteArray()));
    return name;
  }

  private static byte[] deflated(byte[] bytes) {
    ByteArrayOutputStream packed = new ByteArrayOutputStream();
    try (DeflaterOutputStream out = new DeflaterOutputStream(packed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return packed.toByteArray();
  }

  /** Git names its objects by SHA-1. */
  private static String sha1(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-1", e);
    }
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
