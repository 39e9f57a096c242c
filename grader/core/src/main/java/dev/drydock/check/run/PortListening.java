package dev.drydock.check.run;

import dev.drydock.check.Asked;
import dev.drydock.check.CatalogueCheck;
import dev.drydock.check.CheckInput;
import dev.drydock.check.FinalStage;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.Reason;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import dev.drydock.exercise.CheckRule;
import dev.drydock.exercise.ImageSpec;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * R02: the port is listened on, on all interfaces, and the student's own EXPOSE is true.
 *
 * <p>Where sockets cannot be read, an answer through the published port says that much: loopback
 * would not have been reached.
 */
public final class PortListening extends CatalogueCheck {

  public PortListening() {
    super("R02", "port.listening", Need.RUNNING);
  }

  @Override
  public Optional<Reason> exempt(ImageSpec image, CheckRule rule) {
    return image.isService() ? Optional.empty() : Optional.of(Reason.COMMAND);
  }

  @Override
  public Asked asked(ImageSpec image, CheckRule rule) {
    return image.isService()
        ? Asked.of("port", "port", String.valueOf(image.service().port()))
        : Asked.PLAIN;
  }

  @Override
  public Outcome judge(CheckInput input) {
    int port = input.spec().service().port();
    if (!input.run().socketsKnown()) {
      return input.run().answered()
          ? Outcome.passed(measured("answers through the published port", port))
          : new Outcome.Blocked(Need.ANSWERED);
    }
    List<ListeningSocket> sockets = ListeningAddress.of(input.run());
    List<ListeningSocket> onPort = sockets.stream().filter(one -> one.port() == port).toList();
    Measurement measurement = measured(ListeningAddress.shown(sockets), port);
    if (onPort.isEmpty()) {
      String finding = sockets.isEmpty() ? "nothing" : "other-port";
      return Outcome.failed(measurement, finding, values(port, sockets), null);
    }
    if (onPort.stream().noneMatch(ListeningAddress::isEverywhere)) {
      boolean loopback = onPort.stream().allMatch(ListeningAddress::isLoopback);
      return Outcome.failed(
          measurement, loopback ? "loopback" : "one-address", values(port, onPort), null);
    }
    return exposeIsTrue(input, sockets, measurement);
  }

  private static Outcome exposeIsTrue(
      CheckInput input, List<ListeningSocket> sockets, Measurement measurement) {
    return input.finalStage().exposed().stream()
        .filter(exposed -> exposed.protocol().equals("tcp"))
        .filter(exposed -> sockets.stream().noneMatch(one -> one.port() == exposed.port()))
        .findFirst()
        .<Outcome>map(exposed -> untrue(exposed, sockets, measurement))
        .orElseGet(() -> Outcome.passed(measurement));
  }

  private static Outcome untrue(
      FinalStage.Exposed exposed, List<ListeningSocket> sockets, Measurement measurement) {
    return Outcome.failed(
        measurement, "expose-untrue", values(exposed.port(), sockets), exposed.line());
  }

  private static Map<String, String> values(int port, List<ListeningSocket> sockets) {
    return Map.of("port", String.valueOf(port), "found", ListeningAddress.shown(sockets));
  }

  private static Measurement measured(String found, int port) {
    return Measurement.of(found, "0.0.0.0:" + port);
  }
}
