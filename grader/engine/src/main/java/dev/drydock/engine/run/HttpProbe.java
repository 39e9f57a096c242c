package dev.drydock.engine.run;

import dev.drydock.engine.evidence.RunEvidence.Exchange;
import dev.drydock.engine.host.InfrastructureException;
import dev.drydock.engine.host.TextTail;
import dev.drydock.engine.job.RequestSpec;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Sends an exercise's requests to a container's published port. */
final class HttpProbe {

  static final String NONCE = "X-Nonce";

  private static final int MAX_BODY = 64 * 1024;
  private static final int MAX_HEADERS = 100;
  private static final Duration EACH = Duration.ofSeconds(5);

  /** For all answers together: twenty that each take their time hold a class up. */
  private static final Duration ALL = Duration.ofSeconds(60);

  private final HttpClient client =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(2))
          .followRedirects(HttpClient.Redirect.NEVER)
          .build();
  private final String base;
  private final Duration all;

  HttpProbe(String host, int port) {
    this(host, port, ALL);
  }

  /**
   * @param all for all answers together
   */
  HttpProbe(String host, int port, Duration all) {
    this.all = all;
    this.base = "http://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + port;
  }

  URI base() {
    return URI.create(base);
  }

  /** Whether it gives any answer at all on this path. */
  boolean answers(String path) {
    HttpRequest request =
        HttpRequest.newBuilder(uri(RequestSpec.withNonce(path, "ready")))
            .timeout(Duration.ofSeconds(2))
            .build();
    try {
      within(Duration.ofSeconds(3), request, HttpResponse.BodyHandlers.discarding());
      return true;
    } catch (IOException e) {
      return false;
    }
  }

  /** Send requests one after the other; a later one may follow a link in an earlier answer. */
  List<Exchange> send(List<RequestSpec> specs) {
    List<Exchange> answers = new ArrayList<>();
    long began = System.nanoTime();
    for (RequestSpec spec : specs) {
      boolean inTime = System.nanoTime() - began < all.toNanos();
      answers.add(inTime ? send(spec, answers) : unanswered(spec, "", outOfTime()));
    }
    return answers;
  }

  /** Send one request, with a nonce nobody could have known. */
  private Exchange send(RequestSpec spec, List<Exchange> answers) {
    String nonce = UUID.randomUUID().toString().replace("-", "");
    Optional<String> path =
        LinksInAnswers.follow(RequestSpec.withNonce(spec.sent().path(), nonce), answers);
    if (path.isEmpty()) {
      return unanswered(spec, nonce, "no earlier answer links to such a path");
    }
    String body =
        spec.sent().body() == null ? null : RequestSpec.withNonce(spec.sent().body(), nonce);
    HttpRequest.BodyPublisher publisher =
        body == null
            ? HttpRequest.BodyPublishers.noBody()
            : HttpRequest.BodyPublishers.ofString(body);
    HttpRequest.Builder request =
        HttpRequest.newBuilder(uri(path.get()))
            .timeout(EACH)
            .header(NONCE, nonce)
            .method(spec.sent().method(), publisher);
    spec.sent().headers().forEach(request::header);
    try {
      HttpResponse<String> response = within(EACH.plusSeconds(1), request.build(), capped());
      return new Exchange(
          spec.name(),
          nonce,
          response.headers().firstValue(NONCE).orElse(null),
          response.statusCode(),
          headers(response),
          response.body(),
          "");
    } catch (IOException e) {
      return unanswered(spec, nonce, words(e));
    }
  }

  private static Exchange unanswered(RequestSpec spec, String nonce, String error) {
    return new Exchange(spec.name(), nonce, null, 0, List.of(), "", error);
  }

  private String outOfTime() {
    return "not asked, as the answers before it took " + all.toSeconds() + " s together";
  }

  private URI uri(String path) {
    return URI.create(base + path);
  }

  /** The client's own timeout ends with the headers: a body that trickles for ever needs this. */
  private <T> HttpResponse<T> within(
      Duration limit, HttpRequest request, HttpResponse.BodyHandler<T> handler) throws IOException {
    CompletableFuture<HttpResponse<T>> answer = client.sendAsync(request, handler);
    try {
      return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      answer.cancel(true);
      throw new IOException("no complete answer within " + limit.toSeconds() + " s", e);
    } catch (ExecutionException e) {
      throw new IOException(words(e.getCause() == null ? e : e.getCause()), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InfrastructureException("interrupted while waiting for an answer", e);
    }
  }

  private static HttpResponse.BodyHandler<String> capped() {
    return info ->
        HttpResponse.BodySubscribers.mapping(
            HttpResponse.BodySubscribers.ofInputStream(), HttpProbe::readCapped);
  }

  private static String readCapped(InputStream stream) {
    try (stream) {
      return new String(stream.readNBytes(MAX_BODY), StandardCharsets.UTF_8);
    } catch (IOException e) {
      return "";
    }
  }

  private static List<String> headers(HttpResponse<?> response) {
    return response.headers().map().entrySet().stream()
        .flatMap(
            header ->
                header.getValue().stream()
                    .map(v -> header.getKey().toLowerCase(Locale.ROOT) + ": " + TextTail.clean(v)))
        .map(line -> line.length() > 500 ? line.substring(0, 500) : line)
        .limit(MAX_HEADERS)
        .toList();
  }

  private static String words(Throwable e) {
    String message = e.getMessage();
    return TextTail.clean(message == null ? e.getClass().getSimpleName() : message);
  }
}
