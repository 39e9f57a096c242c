package dev.drydock.check.run;

import dev.drydock.check.Measurement;
import dev.drydock.check.Outcome;
import dev.drydock.check.Shown;
import dev.drydock.engine.evidence.RunEvidence;
import dev.drydock.engine.evidence.RunEvidence.CommandResult;
import dev.drydock.engine.evidence.RunEvidence.CommandRun;
import dev.drydock.engine.evidence.RunEvidence.Exchange;
import dev.drydock.engine.job.CommandSpec;
import dev.drydock.engine.job.Job;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.exercise.ImageSpec;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Compares what the exercise says a container must do with what one run did. */
final class Contract {

  private final ImageSpec image;
  private final RunEvidence run;

  Contract(ImageSpec image, RunEvidence run) {
    this.image = image;
    this.run = run;
  }

  /** Judge the declared requests, or the declared runs of a command. */
  Outcome judge() {
    CommandRun command = run.command();
    List<Optional<Mismatch>> results =
        command == null
            ? image.service().requests().stream()
                .filter(request -> !request.whileStopping())
                .map(this::request)
                .toList()
            : ((Job.Command) image.job())
                .cases().stream().map(spec -> command(spec, command)).toList();
    String noun = command == null ? "request" : "run";
    long right = results.stream().filter(Optional::isEmpty).count();
    Measurement measurement =
        new Measurement(
            right + " of " + Shown.count(results.size(), noun) + " as declared",
            results.size() + " of " + results.size(),
            (double) right,
            (double) results.size());
    return results.stream()
        .flatMap(Optional::stream)
        .findFirst()
        .<Outcome>map(first -> Outcome.failed(measurement, first.finding(), first.values(), null))
        .orElseGet(() -> Outcome.passed(measurement));
  }

  private Optional<Mismatch> request(RequestSpec spec) {
    Exchange exchange =
        run.exchanges().stream()
            .filter(one -> one.request().equals(spec.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("not sent: " + spec.name()));
    String request = spec.sent().method() + " " + spec.sent().path().replace(RequestSpec.LINK, "…");
    if (exchange.status() == 0) {
      return Mismatch.of(HttpContract.NO_REPLY, request, "an answer", exchange.error());
    }
    if (exchange.status() != spec.expected().status()) {
      return Mismatch.of(HttpContract.STATUS, request, spec.expected().status(), exchange.status());
    }
    return body(spec, exchange, request)
        .or(() -> header(spec, exchange, request))
        .or(() -> nonce(spec, exchange, request));
  }

  private static Optional<Mismatch> body(RequestSpec spec, Exchange exchange, String request) {
    String body = exchange.body().strip();
    String equal = spec.expected().bodyEquals();
    if (equal != null && !body.equals(withNonce(equal, exchange).strip())) {
      return Mismatch.of(HttpContract.BODY, request, withNonce(equal, exchange), quoted(body));
    }
    return spec.expected().bodyContains().stream()
        .map(part -> withNonce(part, exchange))
        .filter(part -> !body.contains(part))
        .findFirst()
        .flatMap(part -> Mismatch.of(HttpContract.BODY_PART, request, part, quoted(body)));
  }

  private static Optional<Mismatch> header(RequestSpec spec, Exchange exchange, String request) {
    return spec.expected().headers().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .filter(expected -> !hasHeader(exchange, expected))
        .findFirst()
        .flatMap(
            expected ->
                Mismatch.of(
                    HttpContract.HEADER,
                    request,
                    expected.getKey() + ": " + expected.getValue(),
                    headersNamed(exchange, expected.getKey())));
  }

  private static Optional<Mismatch> nonce(RequestSpec spec, Exchange exchange, String request) {
    boolean echoed = exchange.nonce().equals(exchange.nonceReturned());
    return spec.expected().echoesNonce() && !echoed
        ? Mismatch.of(
            HttpContract.NONCE, request, exchange.nonce(), quoted(exchange.nonceReturned()))
        : Optional.empty();
  }

  private static Optional<Mismatch> command(CommandSpec spec, CommandRun run) {
    CommandResult result =
        run.results().stream()
            .filter(one -> one.name().equals(spec.name()))
            .findFirst()
            .orElseThrow(() -> new IllegalStateException("not run: " + spec.name()));
    Integer exitCode = result.exitCode();
    if (exitCode == null) {
      return Mismatch.of(HttpContract.DID_NOT_END, spec.name(), "an end", "none");
    }
    if (exitCode != spec.exitCode()) {
      return Mismatch.of(HttpContract.EXIT_CODE, spec.name(), spec.exitCode(), exitCode)
          .map(one -> one.with("errors", Shown.quoted(result.standardError(), 200)));
    }
    return spec.outputContains().stream()
        .filter(part -> !result.standardOutput().contains(part))
        .findFirst()
        .flatMap(
            part ->
                Mismatch.of(
                    HttpContract.OUTPUT, spec.name(), part, quoted(result.standardOutput())));
  }

  private static boolean hasHeader(Exchange exchange, Map.Entry<String, String> expected) {
    return headers(exchange, expected.getKey())
        .anyMatch(value -> value.contains(expected.getValue()));
  }

  private static String headersNamed(Exchange exchange, String name) {
    String found = headers(exchange, name).collect(Collectors.joining(", "));
    return found.isEmpty() ? "no such header" : found;
  }

  private static Stream<String> headers(Exchange exchange, String name) {
    String prefix = name.toLowerCase(Locale.ROOT) + ":";
    return exchange.headers().stream()
        .filter(header -> header.toLowerCase(Locale.ROOT).startsWith(prefix))
        .map(header -> header.substring(prefix.length()).strip());
  }

  private static String withNonce(String text, Exchange exchange) {
    return text.replace("{nonce}", exchange.nonce());
  }

  private static String quoted(@Nullable String text) {
    return Shown.quoted(text == null ? "" : text, 120);
  }

  private record Mismatch(String finding, Map<String, String> values) {

    static Optional<Mismatch> of(String finding, String request, Object expected, Object got) {
      return Optional.of(
          new Mismatch(
              finding,
              Map.of("request", request, "expected", expected.toString(), "got", got.toString())));
    }

    Mismatch with(String name, String value) {
      Map<String, String> more = new HashMap<>(values);
      more.put(name, value);
      return new Mismatch(finding, more);
    }
  }
}
