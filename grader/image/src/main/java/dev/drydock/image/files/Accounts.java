package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts.Account;
import dev.drydock.image.anatomy.FileSystemFacts.Group;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Parses {@code /etc/passwd} and {@code /etc/group} as leniently as the container runtime does. */
final class Accounts {

  private static final int MAX_LINES = 5_000;
  private static final long MAX_ID = (1L << 32) - 1;

  private Accounts() {}

  /** The accounts, none when the file is missing. */
  static List<Account> passwd(@Nullable String text) {
    List<Account> accounts = new ArrayList<>();
    for (String[] line : lines(text)) {
      long uid = id(line, 2);
      if (uid >= 0) {
        accounts.add(
            new Account(line[0], uid, Math.max(0, id(line, 3)), field(line, 5), field(line, 6)));
      }
    }
    return accounts;
  }

  /** The groups, none when the file is missing. */
  static List<Group> groups(@Nullable String text) {
    List<Group> groups = new ArrayList<>();
    for (String[] line : lines(text)) {
      long gid = id(line, 2);
      if (gid >= 0) {
        String members = field(line, 3);
        groups.add(
            new Group(line[0], gid, members.isEmpty() ? List.of() : List.of(members.split(","))));
      }
    }
    return groups;
  }

  private static List<String[]> lines(@Nullable String text) {
    return text == null
        ? List.of()
        : text.lines()
            .map(String::strip)
            .filter(line -> !line.isEmpty() && !line.startsWith("#"))
            .limit(MAX_LINES)
            .map(line -> line.split(":", -1))
            .toList();
  }

  /** Whether it has more lines than are looked at. */
  static boolean isTooLong(String text) {
    return text.lines().skip(MAX_LINES).findAny().isPresent();
  }

  private static String field(String[] line, int index) {
    return index < line.length ? line[index] : "";
  }

  private static long id(String[] line, int index) {
    return ImageUser.number(field(line, index), MAX_ID);
  }
}
