package dev.drydock.check;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CredentialsTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "NPM_TOKEN",
        "DB_PASSWORD",
        "API_KEY",
        "apiKey",
        "AWS_SECRET_ACCESS_KEY",
        "MYSQL_PWD",
        "GITHUB_PAT",
        "PASSPHRASE",
        "AUTH"
      })
  void namesOfCredentialsAreRecognised(String name) {
    assertThat(Credentials.named(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "PATH", "PORT", "PUBLIC_KEY", "TOKEN_FILE", "SECRET_PATH", "AUTH_URL", "KEYBOARD",
        "MONKEY", "PWD", "COMPAT", "NODE_ENV", "KEY_PREFIX", "AUTHOR", "_"
      })
  void namesThatOnlyLookAlikeAreNot(String name) {
    assertThat(Credentials.named(name)).isFalse();
  }
}
