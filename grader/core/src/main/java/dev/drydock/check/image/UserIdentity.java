package dev.drydock.check.image;

import dev.drydock.image.anatomy.FileSystemFacts;
import dev.drydock.image.anatomy.FileSystemFacts.Account;
import dev.drydock.image.anatomy.ImageAnatomy;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The configured user as the engine resolves it: a number is used as is, a name is looked up in the
 * image's own {@code /etc/passwd}, a group's name in its {@code /etc/group}.
 *
 * @param user the part before the colon, empty for none (which is root)
 * @param uid empty when a name cannot be resolved
 * @param groupKnown whether the group, if one is named, can be resolved
 */
record UserIdentity(String user, String group, OptionalLong uid, boolean groupKnown) {

  static UserIdentity of(ImageAnatomy image) {
    String configured = image.config().user().strip();
    int colon = configured.indexOf(':');
    String user = colon < 0 ? configured : configured.substring(0, colon);
    String group = colon < 0 ? "" : configured.substring(colon + 1);
    return new UserIdentity(
        user, group, uid(user, image.files()), groupKnown(group, image.files()));
  }

  boolean isRoot() {
    return uid.isPresent() && uid.getAsLong() == 0;
  }

  /** Whether it is plainly root. */
  boolean isCalledRoot() {
    return user.equals("root") || user.matches("0+");
  }

  boolean isNumeric() {
    return isNumber(user);
  }

  private static OptionalLong uid(String user, FileSystemFacts files) {
    if (user.isEmpty()) {
      return OptionalLong.of(0);
    }
    Optional<Account> account =
        files.accounts().stream().filter(one -> one.name().equals(user)).findFirst();
    if (account.isPresent()) {
      return OptionalLong.of(account.get().uid());
    }
    if (isNumber(user)) {
      return OptionalLong.of(Long.parseLong(user));
    }
    // even without a passwd file, the engine knows root; in one too large to be read it is likely
    return user.equals("root") && (!files.passwdPresent() || files.passwdUnread())
        ? OptionalLong.of(0)
        : OptionalLong.empty();
  }

  private static boolean groupKnown(String group, FileSystemFacts files) {
    return group.isEmpty()
        || isNumber(group)
        || files.groups().stream().anyMatch(one -> one.name().equals(group));
  }

  private static boolean isNumber(String text) {
    return text.matches("\\d{1,18}");
  }
}
