package dev.drydock.image.files;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.anatomy.FileSystemFacts.Account;
import dev.drydock.image.anatomy.FileSystemFacts.Group;
import java.util.List;
import org.junit.jupiter.api.Test;

class ImageUserTest {

  private static final List<Account> ACCOUNTS =
      List.of(
          new Account("root", 0, 0, "/root", "/bin/sh"),
          new Account("toor", 0, 0, "/root", "/bin/sh"),
          new Account("app", 1000, 1001, "/home/app", "/bin/sh"));
  private static final List<Group> GROUPS =
      List.of(new Group("app", 1001, List.of()), new Group("audio", 29, List.of("app")));

  private static ImageUser user(String configured) {
    return ImageUser.of(configured, ACCOUNTS, GROUPS);
  }

  @Test
  void noUserIsRoot() {
    assertThat(user("").isRoot()).isTrue();
    assertThat(user(":5").isRoot()).isTrue();
  }

  @Test
  void anotherNameForUidZeroIsRoot() {
    assertThat(user("toor").isRoot()).isTrue();
    assertThat(user("0").isRoot()).isTrue();
    assertThat(user("00:0").isRoot()).isTrue();
  }

  @Test
  void aNameBringsItsGroups() {
    assertThat(user("app").uid()).isEqualTo(1000);
    assertThat(user("app").gids()).containsExactlyInAnyOrder(1001L, 29L);
    assertThat(user("app").numeric()).isFalse();
  }

  @Test
  void aNumberNeedsNoAccount() {
    assertThat(user("4711").uid()).isEqualTo(4711);
    assertThat(user("4711").gids()).containsExactly(0L);
    assertThat(user("4711").numeric()).isTrue();
  }

  @Test
  void aGroupGivenLeavesTheOthersOut() {
    assertThat(user("app:audio").gids()).containsExactly(29L);
    assertThat(user("app:77").gids()).containsExactly(77L);
  }

  @Test
  void aNameWithoutAnAccountCannotStart() {
    assertThat(user("nobody").exists()).isFalse();
    assertThat(user("nobody").isRoot()).isFalse();
    assertThat(user("app:nogroup").exists()).isFalse();
    assertThat(user("99999999999").exists()).isFalse();
  }
}
