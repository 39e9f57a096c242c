package dev.drydock.check.run;

import dev.drydock.check.Asked;
import dev.drydock.check.CheckInput;
import dev.drydock.check.FinalStage;
import dev.drydock.check.Measurement;
import dev.drydock.check.Need;
import dev.drydock.check.Outcome;
import dev.drydock.check.ServiceCheck;
import dev.drydock.engine.evidence.RunEvidence.ListeningSocket;
import dev.drydock.engine.job.Job;
import java.util.List;
import java.util.Map;

/**
 * R02: the port is listened on, on all interfaces, and the student's own EXPOSE is true.
 *
 * <p>If sockets cannot be read, an answer through the published port is proof enough: loopback
 * would not have been reached.
 */
public final class PortListening extends ServiceCheck {

  public static final String ID = "R02";

  public static final String NOTHING = "nothing";
  public static final String OTHER_PORT = "other-port";
  public static final String LOOPBACK = "loopback";
  public static final String ONE_ADDRESS = "one-address";
  public static final String EXPOSE_UNTRUE = "expose-untrue";
  public static final String ASKED_PORT = "port";

  public PortListening() {
    super(ID, "port.listening", Need.RUNNING);
  }

  @Override
  protected Asked asked(Job.Service service) {
    return Asked.of(ASKED_PORT, "port", String.valueOf(service.port()));
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
      String finding = sockets.isEmpty() ? NOTHING : OTHER_PORT;
      return Outcome.failed(measurement, finding, values(port, sockets), null);
    }
    if (onPort.stream().noneMatch(ListeningAddress::isEverywhere)) {
      boolean loopback = onPort.stream().allMatch(ListeningAddress::isLoopback);
      return Outcome.failed(
          measurement, loopback ? LOOPBACK : ONE_ADDRESS, values(port, onPort), null);
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
        measurement, EXPOSE_UNTRUE, values(exposed.port(), sockets), exposed.line());
  }

  private static Map<String, String> values(int port, List<ListeningSocket> sockets) {
    return Map.of("port", String.valueOf(port), "found", ListeningAddress.shown(sockets));
  }

  private static Measurement measured(String found, int port) {
    return Measurement.of(found, "0.0.0.0:" + port);
  }
}
