package dev.drydock.check;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Recognizes variables that hold a credential by their names: the words of BuildKit's own rule,
 * except names that say where a credential is or how it is used.
 */
public final class Credentials {

  private static final Set<String> TELLING =
      Set.of(
          "apikey",
          "auth",
          "credential",
          "credentials",
          "key",
          "passphrase",
          "passwd",
          "password",
          "pat",
          "pword",
          "pwd",
          "secret",
          "secrets",
          "token");
  private static final Set<String> HARMLESS_ENDS =
      Set.of(
          "algorithm",
          "dir",
          "enabled",
          "expiry",
          "file",
          "host",
          "id",
          "issuer",
          "length",
          "mode",
          "name",
          "path",
          "port",
          "prefix",
          "provider",
          "required",
          "suffix",
          "timeout",
          "ttl",
          "type",
          "uri",
          "url",
          "user",
          "version");

  private Credentials() {}

  /** Whether the name of a variable says that its value is a credential. */
  public static boolean named(String variable) {
    List<String> words =
        List.of(
            variable
                .replaceAll("([a-z])([A-Z])", "$1_$2")
                .toLowerCase(Locale.ROOT)
                .split("[_.-]+", -1));
    String last = words.get(words.size() - 1);
    return !words.contains("public")
        && !HARMLESS_ENDS.contains(last)
        && !variable.equals("PWD")
        && words.stream().anyMatch(TELLING::contains);
  }
}
