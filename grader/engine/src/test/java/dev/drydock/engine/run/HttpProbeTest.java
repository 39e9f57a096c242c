package dev.drydock.engine.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.drydock.engine.evidence.RunEvidence.Exchange;
import dev.drydock.engine.job.RequestSpec;
import dev.drydock.engine.job.RequestSpec.Expected;
import dev.drydock.engine.job.RequestSpec.Sent;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpProbeTest {

  private HttpServer server;
  private HttpProbe probe;

  @BeforeEach
  void start() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.start();
    probe = new HttpProbe("127.0.0.1", server.getAddress().getPort());
  }

  @AfterEach
  void stop() {
    server.stop(0);
  }

  @Test
  void aLinkOfAnEarlierAnswerIsFollowed() {
    page("/", "<script src=\"/assets/index-Bx3.js\"></script><link href='/assets/index-9.css'>");
    page("/assets/", "the bundle");
    assertThat(probe.send(List.of(get("/"), get("/assets/{link}"))).get(1))
        .returns(200, Exchange::status)
        .returns("the bundle", Exchange::body);
  }

  @Test
  void aLinkThatNobodyGaveIsSaidToBeMissing() {
    page("/", "<p>welcome</p>");
    assertThat(probe.send(List.of(get("/"), get("/assets/{link}"))).get(1))
        .returns(0, Exchange::status)
        .returns("no earlier answer links to such a path", Exchange::error);
  }

  @Test
  void aLinkThatIsNoPathIsNotFollowed() {
    page("/", "<a href=\"/assets/%zz\"><a href=\"/assets/a b\"><a href=\"/assets/|\">");
    assertThat(probe.send(List.of(get("/"), get("/assets/{link}"))).get(1).status()).isZero();
  }

  @Test
  void theFirstQuestionMayHaveARandomValueToo() {
    page("/", "ahoy");
    assertThat(probe.answers("/?msg={nonce}")).isTrue();
  }

  @Test
  void whenTheTimeForAllAnswersIsOverTheRestIsNotAsked() {
    page("/", "ahoy");
    HttpProbe hasty = new HttpProbe("127.0.0.1", server.getAddress().getPort(), Duration.ZERO);
    assertThat(hasty.send(List.of(get("/"))).get(0))
        .returns(0, Exchange::status)
        .returns("not asked, as the answers before it took 0 s together", Exchange::error);
  }

  private void page(String path, String body) {
    server.createContext(
        path,
        exchange -> {
          byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
          exchange.sendResponseHeaders(200, bytes.length);
          exchange.getResponseBody().write(bytes);
          exchange.close();
        });
  }

  private static RequestSpec get(String path) {
    return new RequestSpec(path, Sent.get(path), Expected.status(200), false);
  }
}
