package dev.drydock.engine.job;

import java.net.URI;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A request a service has to answer, and the answer.
 *
 * @param whileStopping whether it is in flight when the container is asked to stop
 */
public record RequestSpec(String name, Sent sent, Expected expected, boolean whileStopping) {

  /** Placeholder in a path for the rest of a link. */
  public static final String LINK = "{link}";

  /**
   * What is sent.
   *
   * @param path with its query; {@code {nonce}} in it becomes a random value, and {@code
   *     /assets/{link}} is the first address in an earlier answer that begins with {@code /assets/}
   * @param body null when none; likewise
   */
  public record Sent(
      String method, String path, Map<String, String> headers, @Nullable String body) {

    public Sent {
      headers = Map.copyOf(headers);
    }

    /** A GET without headers of its own. */
    public static Sent get(String path) {
      return new Sent("GET", path, Map.of(), null);
    }
  }

  /**
   * What has to come back.
   *
   * @param bodyEquals the body, surrounding white space aside, null when not judged
   * @param bodyContains parts the body must have
   * @param headers and a part of each value
   * @param echoesNonce whether the header {@code X-Nonce} has to come back
   */
  public record Expected(
      int status,
      @Nullable String bodyEquals,
      List<String> bodyContains,
      Map<String, String> headers,
      boolean echoesNonce) {

    public Expected {
      bodyContains = List.copyOf(bodyContains);
      headers = Map.copyOf(headers);
    }

    /** A status, whatever else is returned. */
    public static Expected status(int status) {
      return new Expected(status, null, List.of(), Map.of(), false);
    }
  }

  /** A path or a body with the value that changes with each request. */
  public static String withNonce(String text, String nonce) {
    return text.replace("{nonce}", nonce);
  }

  /** Whether the rest of its path comes from an earlier answer. */
  public boolean followsLink() {
    return sent.path().contains(LINK);
  }

  /** Why such a request cannot be sent, if it cannot. */
  public Optional<String> defect() {
    if (whileStopping && (sent.method().equals("PATCH") || followsLink())) {
      return Optional.of("cannot be in flight while stopping: expected another method and no link");
    }
    String path = sent.path();
    if (followsLink() && path.indexOf(LINK) != path.length() - LINK.length()) {
      return Optional.of("cannot follow a link: expected {link} once, at the end of the path");
    }
    try {
      HttpRequest.Builder request =
          HttpRequest.newBuilder(
              URI.create("http://localhost" + withNonce(sent.path(), "n").replace(LINK, "l")));
      sent.headers().forEach(request::header);
      return Optional.empty();
    } catch (IllegalArgumentException e) {
      return Optional.of("cannot be sent: " + e.getMessage());
    }
  }
}
