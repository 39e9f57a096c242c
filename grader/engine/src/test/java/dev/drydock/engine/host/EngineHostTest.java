package dev.drydock.engine.host;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EngineHostTest {

  @TempDir private Path home;

  @Test
  void dockerHostGoesBeforeEverything() {
    EngineHost host = EngineHost.resolve(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), home);
    assertThat(host.uri()).hasToString("tcp://127.0.0.1:1");
    assertThat(host.source()).isEqualTo("DOCKER_HOST");
  }

  @Test
  void theCurrentContextNamesTheEngine() throws IOException {
    write(".docker/config.json", "{\"currentContext\":\"desktop\"}");
    assertThatThrownBy(() -> EngineHost.resolve(Map.of(), home))
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining("'desktop'");
    String folder = EngineHost.contextFolder("desktop");
    assertThat(folder).matches("[0-9a-f]{64}");
    write(
        ".docker/contexts/meta/" + folder + "/meta.json",
        "{\"Name\":\"desktop\",\"Endpoints\":{\"docker\":{\"Host\":\"unix:///tmp/d.sock\"}}}");
    assertThat(EngineHost.resolve(Map.of(), home).uri()).hasToString("unix:///tmp/d.sock");
  }

  @Test
  void portsAreReachedWhereTheEngineIsAsked() {
    assertThat(portsAddress("unix:///run/d.sock")).isEqualTo("127.0.0.1");
    assertThat(portsAddress("tcp://localhost:2375")).isEqualTo("127.0.0.1");
    assertThat(portsAddress("tcp://203.0.113.7:2376")).isEqualTo("203.0.113.7");
    assertThat(portsAddress("tcp://[2001:db8::7]:2376")).isEqualTo("2001:db8:0:0:0:0:0:7");
  }

  @Test
  void certificatesAreTakenFromWhereTheDockerCliKeepsThem() throws IOException {
    String there = "tcp://203.0.113.7:2376";
    assertThat(EngineHost.resolve(Map.of("DOCKER_HOST", there), home).certificates()).isNull();
    Map<String, String> secured = Map.of("DOCKER_HOST", there, "DOCKER_TLS_VERIFY", "1");
    assertThat(EngineHost.resolve(secured, home).certificates()).isEqualTo(home.resolve(".docker"));
    Map<String, String> elsewhere = new HashMap<>(secured);
    elsewhere.put("DOCKER_CERT_PATH", "/certs/client");
    assertThat(EngineHost.resolve(elsewhere, home).environment()).isEqualTo(elsewhere);

    String folder = EngineHost.contextFolder("class");
    write(".docker/config.json", "{\"currentContext\":\"class\"}");
    write(
        ".docker/contexts/meta/" + folder + "/meta.json",
        "{\"Endpoints\":{\"docker\":{\"Host\":\"" + there + "\"}}}");
    assertThat(EngineHost.resolve(Map.of(), home).certificates()).isNull();
    write(".docker/contexts/tls/" + folder + "/docker/cert.pem", "");
    assertThat(EngineHost.resolve(Map.of(), home).certificates())
        .isEqualTo(home.resolve(".docker/contexts/tls/" + folder + "/docker"));
  }

  @Test
  void whereNothingListensOneLineSaysWhatToDo() {
    EngineHost nowhere = EngineHost.resolve(Map.of("DOCKER_HOST", "tcp://127.0.0.1:1"), home);
    assertThatThrownBy(nowhere::requireListening)
        .isInstanceOf(InfrastructureException.class)
        .hasMessageContaining("tcp://127.0.0.1:1 (DOCKER_HOST)")
        .hasMessageContaining("start Docker")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aClosedSocketIsNoEngineThatIsDown() {
    EngineHost here = EngineHost.resolve(Map.of("DOCKER_HOST", "unix:///run/d.sock"), home);
    assertThat(here.silence(new IOException("Permission denied")))
        .contains("/run/d.sock", "is closed to", "usermod -aG docker");
  }

  @Test
  void anAddressOfAnotherKindIsRefused() {
    EngineHost ssh = EngineHost.resolve(Map.of("DOCKER_HOST", "ssh://somewhere"), home);
    assertThatThrownBy(ssh::requireListening).hasMessageContaining("expected unix://");
  }

  private String portsAddress(String uri) {
    return EngineHost.resolve(Map.of("DOCKER_HOST", uri), home).portsAddress();
  }

  private void write(String name, String text) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }
}
