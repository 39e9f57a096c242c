package dev.drydock.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What these programs really print. */
class TraceTest {

  @Test
  void ofNodeTheErrorStays() {
    assertThat(
            last(
                """
                node:internal/modules/cjs/loader:1210
                  throw err;
                  ^

                Error: Cannot find module 'express'
                Require stack:
                - /app/server.js
                    at Module._resolveFilename (node:internal/modules/cjs/loader:1207:15)
                    at Object.<anonymous> (/app/server.js:1:9) {
                  code: 'MODULE_NOT_FOUND',
                  requireStack: [ '/app/server.js' ]
                }

                Node.js v24.1.0
                """))
        .isEqualTo("Error: Cannot find module 'express'");
  }

  @Test
  void anErrorEventOfNodeHasTwoTracesAndProperties() {
    assertThat(
            last(
                """
                Error: listen EADDRNOTAVAIL: address not available 1.2.3.4:80
                    at Server.setupListenHandle [as _listen2] (node:net:1900:21)
                    at process.processTicksAndRejections (node:internal/process/task_queues:83:21)
                Emitted 'error' event on Server instance at:
                    at emitErrorNT (node:net:1944:8) {
                  code: 'EADDRNOTAVAIL',
                  errno: -99,
                  port: 80
                }

                Node.js v20.20.2
                """))
        .startsWith("Error: listen EADDRNOTAVAIL");
  }

  @Test
  void ofJavaTheFirstCauseStays() {
    assertThat(
            last(
                """
                Exception in thread "main" java.lang.IllegalStateException: no config
                \tat A.main(A.java:1)
                Caused by: java.lang.NumberFormatException: For input string: "x"
                \tat java.base/java.lang.Integer.parseInt(Integer.java:668)
                \t... 1 more
                """))
        .startsWith("Caused by: java.lang.NumberFormatException");
  }

  @Test
  void ofGoThePanicStays() {
    assertThat(
            last(
                """
                panic: runtime error: index out of range [5] with length 3

                goroutine 1 [running]:
                main.first(...)
                \t/src/main.go:9
                main.main()
                \t/src/main.go:5 +0x1d
                """))
        .startsWith("panic: runtime error");
  }

  @Test
  void whatIsNoTraceStays() {
    for (String words :
        List.of(
            "ModuleNotFoundError: No module named 'flask'",
            "listening on 8080 (ready)",
            "Error: Unable to access jarfile app.jar",
            "there is nothing at that place")) {
      assertThat(last("before\n" + words)).isEqualTo(words);
    }
    assertThat(last("if it fails {\ntold so\n{\n  \"port\": 80\n}")).isEqualTo("  \"port\": 80");
    assertThat(Trace.cutOff(List.of("{", "}"))).as("nothing else").containsExactly("{", "}");
    assertThat(Trace.cutOff(List.of())).isEmpty();
  }

  private static String last(String output) {
    List<String> lines = Trace.cutOff(output.lines().toList());
    return lines.get(lines.size() - 1);
  }
}
