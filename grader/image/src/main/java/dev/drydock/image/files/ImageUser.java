package dev.drydock.image.files;

import dev.drydock.image.anatomy.FileSystemFacts;
import dev.drydock.image.anatomy.FileSystemFacts.Account;
import dev.drydock.image.anatomy.FileSystemFacts.Group;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The user a container starts as, resolved as the runtime does it: through the image's own
 * accounts; a number need not be among them, a name must.
 *
 * @param configured as the image says it, empty when it says nothing (root)
 * @param uid null when the container cannot start: the name is in no {@code /etc/passwd}
 * @param gids its group and its further groups
 * @param numeric whether the user was given as a number
 */
public record ImageUser(String configured, @Nullable Long uid, Set<Long> gids, boolean numeric) {

  private static final long MAX_ID = (1L << 31) - 1;

  public ImageUser {
    gids = Set.copyOf(gids);
  }

  /** Resolve {@code ""}, {@code app}, {@code 10001}, {@code app:staff} or {@code 10001:10001}. */
  public static ImageUser of(String configured, FileSystemFacts files) {
    return of(configured, files.accounts(), files.groups());
  }

  static ImageUser of(String configured, List<Account> accounts, List<Group> groups) {
    String[] parts = configured.strip().split(":", 2);
    String user = parts[0].isEmpty() ? "0" : parts[0];
    String group = parts.length > 1 ? parts[1] : "";
    long number = number(user, MAX_ID);
    Optional<Account> account =
        accounts.stream()
            .filter(a -> a.name().equals(user) || (number >= 0 && a.uid() == number))
            .findFirst();
    boolean numeric = number >= 0;
    if (account.isEmpty() && !numeric) {
      return new ImageUser(configured, null, Set.of(), false);
    }
    long uid = account.map(Account::uid).orElse(number);
    Set<Long> gids = new TreeSet<>();
    if (group.isEmpty()) {
      gids.add(account.map(Account::gid).orElse(0L));
      account.ifPresent(a -> gids.addAll(further(a.name(), groups)));
    } else {
      Long gid = gid(group, groups);
      if (gid == null) {
        return new ImageUser(configured, null, Set.of(), numeric);
      }
      gids.add(gid);
    }
    return new ImageUser(configured, uid, gids, numeric);
  }

  /** Whether a container can start as it. */
  public boolean exists() {
    return uid != null;
  }

  public boolean isRoot() {
    return uid != null && uid == 0;
  }

  /** Whether permission bits let it do what {@code bit} says: 4 read, 2 write, 1 execute. */
  boolean may(int bit, int mode, long owner, long group) {
    if (uid == null) {
      return false;
    }
    int shift = uid == owner ? 6 : gids.contains(group) ? 3 : 0;
    return (mode >> shift & bit) != 0;
  }

  private static List<Long> further(String name, List<Group> groups) {
    return groups.stream().filter(g -> g.members().contains(name)).map(Group::gid).toList();
  }

  private static @Nullable Long gid(String group, List<Group> groups) {
    long number = number(group, MAX_ID);
    return groups.stream()
        .filter(g -> g.name().equals(group))
        .map(Group::gid)
        .findFirst()
        .orElse(number >= 0 ? number : null);
  }

  /** The number, -1 when it is none or larger. */
  static long number(String text, long max) {
    if (text.isEmpty() || text.length() > 10) {
      return -1;
    }
    long value = 0;
    for (int i = 0; i < text.length(); i++) {
      int digit = text.charAt(i) - '0';
      if (digit < 0 || digit > 9) {
        return -1;
      }
      value = value * 10 + digit;
    }
    return value > max ? -1 : value;
  }
}
