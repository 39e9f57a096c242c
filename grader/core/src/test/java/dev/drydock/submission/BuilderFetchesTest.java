package dev.drydock.submission;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.exercise.ImageSpec.BuildNetwork;
import dev.drydock.submission.choice.AllowedImages;
import dev.drydock.submission.choice.BuilderFetches;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BuilderFetchesTest {

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD app.tar.gz /app/",
        "ADD . /app",
        "ADD [\"a b.tar\", \"/\"]",
        "ADD <<EOF /http://x\ntext\nEOF",
        "ADD <<http://x.org/ /a\ntext\nhttp://x.org/",
        "ADD github.com/team/app /src",
        "ADD http:/x/y /a",
        "ADD git@host /a",
        "ARG V=1.2\nADD app-$V.tar /",
        "ENV D=dist\nADD ${D}/app.tar /",
        "ADD ./app-$NODE_VERSION.tar /",
        "ARG TARGETARCH\nADD app-${TARGETARCH:-amd64}.tar /",
        "COPY $SOURCE /",
        "RUN wget http://example.org/x",
        "COPY <<EOF /x\nADD http://example.org/x /\nEOF",
        "# ADD http://example.org/x /",
      })
  void filesOfTheContextAreNoFetches(String line) {
    assertThat(refusals(BuildNetwork.NONE, line)).isEmpty();
    assertThat(refusals(BuildNetwork.DEFAULT, line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD http://example.org/x /x",
        "ADD https://example.org/x /x",
        "ADD app.tar https://example.org/x /x",
        "add --checksum=sha256:00 https://example.org/x /x",
        "ADD --keep-git-dir=true https://example.org/x.git#v1:dir /x",
        "ADD git@example.org:team/app.git /x",
        "ADD git@example.org:app /x",
        "ADD git://example.org/app /x",
        "ADD GIT://example.org/app /x",
        "ADD HTTPS://example.org/app.git /x",
        "ADD ssh://git@example.org/app /x",
        "ADD \"http://example.org/x\" /x",
        "ADD 'http://example.org/x' /x",
        "ADD h\\ttp://example.org/x /x",
        "ADD ht\"tp\"://example.org/x /x",
        "ADD [\"http://example.org/x\", \"/x\"]",
        "ADD \\\n  http://example.org/x \\\n  /x",
        "ARG URL=http://example.org\nADD $URL/x /x",
        "ARG A=htt\nENV B=${A}p: C=//example.org\nENV D=$B$C\nADD ${D} /x",
        "ENV U=http://example.org/x\nADD ${U:-app.tar} /x",
        "ENV U=app.tar\nADD ${U:+http://example.org/x} /x",
        "ENV U=app.tar\nADD ${U/app.tar/http://example.org} /x",
        "ONBUILD ADD http://example.org/x /x",
        "ONBUILD ADD $X /x",
        "ONBUILD ENV X=http://example.org\nADD $X /x",
        "FROM busybox AS b\nONBUILD ENV X=http://example.org\nFROM b\nENV X=app\nADD $X /x",
      })
  void nothingIsFetchedWithoutANetwork(String line) {
    assertThat(refusals(BuildNetwork.NONE, line)).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD $PHP_URL /x",
        "ADD ${PHP_URL:-app.tar} /x",
        "ADD ${GOLANG_VERSION:+http://example.org/x} /x",
        "ENV X=${GOLANG_VERSION:+http://example.org/x}\nADD $X /x",
        "ENV X=${GOLANG_VERSION:+http://example.org/x}\nENV Y=$X\nADD ${Y} /x",
        "ADD ${PATH/*/http://example.org} /x",
        "ARG API_TOKEN\nADD ${API_TOKEN:+http://example.org/x} /x",
        "ARG API_TOKEN=\nADD ${API_TOKEN:+http://example.org/x} /x",
        "ARG HTTP_PROXY=\nADD ${HTTP_PROXY:+http://example.org/x} /x",
        "ARG BUILDKIT_CACHE_MOUNT_NS=\nADD ${BUILDKIT_CACHE_MOUNT_NS:+http://example.org/x} /x",
        "ARG TARGETARCH\nADD ${TARGETARCH/arm64/http://example.org} /x",
        "ARG TARGETARCH\nENV A=${TARGETARCH/arm64/http://example.org}\nADD $A /x",
        "ENV N=X\nENV X=app\nENV $N=http://example.org/x\nADD $X /x",
        "FROM busybox AS a\nENV X=app\nFROM busybox\nADD $X /x",
        "ADD app.tar $X $Y /x",
      })
  void whatDependsOnTheBaseOrTheBuilderIsNotGuessed(String line) {
    assertThat(refusals(BuildNetwork.NONE, line)).isNotEmpty();
    assertThat(refusals(BuildNetwork.DEFAULT, line)).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD https://example.org/x /x",
        "ADD https://example.org:8443/x?y=127.0.0.1#z /x",
        "ADD https://user:word@example.org/x /x",
        "ADD git@example.org:team/app.git /x",
        "ADD https://example.org/team/app.git#main /x",
        "ADD https://nodejs.example/dist/v$NODE_VERSION/node.tar.gz /x",
        "ADD https://8.8.8.8/x /x",
        "ADD https://[2a00:1450::1]/x /x",
        "ADD https://1.example.org/x /x",
        "ADD https://internal.example.org/x /x",
        "ADD https://localhost.example.org/x /x",
      })
  void publicHostsAreAskedWhereThereIsANetwork(String line) {
    assertThat(refusals(BuildNetwork.DEFAULT, line)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST.",
        "a.localhost",
        "host.docker.internal",
        "gateway.docker.internal",
        "host.containers.internal",
        "metadata",
        "metadata.google.internal",
        "router.lan",
        "printer.local",
        "grader",
        "127.0.0.1",
        "127.1",
        "2130706433",
        "0x7f000001",
        "0X7F.1",
        "017700000001",
        "0177.0.0.1",
        "0",
        "0.0.0.0",
        "169.254.169.254",
        "169.254.43518",
        "0xa9fea9fe",
        "%31%36%39.254.169.254",
        "\uff11\uff16\uff19.254.169.254",
        "169\u3002254.169.254",
        "169.254.169.254.",
        "user@169.254.169.254",
        "a@b@169.254.169.254",
        "example.org:80@169.254.169.254",
        "169.254.169.254:80",
        "100.100.100.200",
        "100.64.0.1",
        "168.63.129.16",
        "10.0.0.1",
        "172.16.0.1",
        "172.31.255.255",
        "192.168.1.1",
        "192.0.2.2",
        "198.18.0.1",
        "224.0.0.1",
        "255.255.255.255",
        "999.1.1.1",
        "[::1]",
        "[::]",
        "[::]:80",
        "[0:0:0:0:0:0:0:1]",
        "[::ffff:169.254.169.254]",
        "[::ffff:a9fe:a9fe]",
        "[::127.0.0.1]",
        "[64:ff9b::a9fe:a9fe]",
        "[2002:a9fe:a9fe::]",
        "[fd00:ec2::254]",
        "[fe80::1%25eth0]",
        "[fe80::1%eth0]",
        "[fc00::1]",
        "[fec0::1]",
        "[ff02::1]",
        "[2001:db8::1]",
        "",
      })
  void hostsNearTheGraderAreNeverAsked(String host) {
    assertThat(refusals(BuildNetwork.DEFAULT, "ADD http://" + host + "/x /x")).hasSize(1);
    assertThat(refusals(BuildNetwork.DEFAULT, "ADD https://" + host + "?x /x")).hasSize(1);
    assertThat(refusals(BuildNetwork.DEFAULT, "ARG H=" + host + "\nADD ssh://$H/x /x")).hasSize(1);
    assertThat(refusals(BuildNetwork.DEFAULT, "ONBUILD ADD [\"http://" + host + "/x\", \"/x\"]"))
        .hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ADD git@127.0.0.1:app /x",
        "ADD git@localhost:app /x",
        "ADD git@[::1]:app /x",
        "ADD http://127.0.0.1 /x",
        "ADD http://127.0.0.1#x /x",
      })
  void aHostIsFoundInEverySpelling(String line) {
    assertThat(refusals(BuildNetwork.DEFAULT, line)).hasSize(1);
  }

  @Test
  void everyRefusalHasItsLineAndItsReason() {
    String text =
        """
        FROM golang:1.27
        ADD https://example.org/x /x
        ADD http://[::1]:8080/x /x
        ADD $GOPATH /x
        """;
    assertThat(messages(BuildNetwork.NONE, text))
        .containsExactly(
            "line 2: ADD would fetch 'https://example.org/x', but nothing is fetched in this"
                + " exercise: its builds have no network",
            "line 3: ADD would fetch 'http://[::1]:8080/x', but nothing is fetched in this"
                + " exercise: its builds have no network",
            "line 4: what ADD takes from '$GOPATH' depends on GOPATH, which this file does not"
                + " set: write the file's name, as nothing is fetched in this exercise");
    assertThat(messages(BuildNetwork.DEFAULT, text))
        .containsExactly(
            "line 3: ADD would fetch from '::1', which is the grader's own machine or network:"
                + " only public hosts are allowed",
            "line 4: what ADD takes from '$GOPATH' depends on GOPATH, which this file does not"
                + " set: write the file's name, or the host that it is fetched from");
  }

  @Test
  void aFileOfManyVariablesIsReadInTime() {
    StringBuilder text = new StringBuilder("FROM busybox\nENV V0=a\n");
    for (int i = 1; i < 20_000; i++) {
      text.append("ENV V" + i + "=$V" + (i - 1) + "\nENV A=$A$V0\n");
    }
    text.append("ADD $A$V19999 /x\n".repeat(20_000));
    Dockerfile dockerfile = Dockerfile.parse(text.toString());
    org.junit.jupiter.api.Assertions.assertTimeoutPreemptively(
        Duration.ofSeconds(20), () -> fetches(BuildNetwork.NONE).refusals(dockerfile));
  }

  private static List<AllowedImages.Refusal> refusals(BuildNetwork network, String text) {
    String file = text.startsWith("FROM ") ? text : "FROM golang:1.27\n" + text;
    return fetches(network).refusals(Dockerfile.parse(file));
  }

  private static List<String> messages(BuildNetwork network, String text) {
    return refusals(network, text).stream().map(AllowedImages.Refusal::message).toList();
  }

  private static BuilderFetches fetches(BuildNetwork network) {
    return new BuilderFetches(network, name -> name.endsWith("TOKEN"));
  }
}
