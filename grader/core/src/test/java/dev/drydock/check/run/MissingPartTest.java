package dev.drydock.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What these programs really print. */
class MissingPartTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      textBlock =
          """
          Error: Cannot find module '/app/server.js' | missing-file | /app/server.js
          Error: Cannot find module './lib/routes' | missing-file | ./lib/routes
          Error [ERR_MODULE_NOT_FOUND]: Cannot find module '/app/db.js' imported from /app/m.mjs | missing-file | /app/db.js
          Error: Cannot find module 'express' | missing-package | express
          Error: Cannot find module '@hapi/hapi' | missing-package | @hapi/hapi
          Error [ERR_MODULE_NOT_FOUND]: Cannot find package 'express' imported from /app/m.mjs | missing-package | express
          python3: can't open file '/app/manage.py': [Errno 2] No such file or directory | missing-file | /app/manage.py
          ModuleNotFoundError: No module named 'flask' | missing-package | flask
          Error: Unable to access jarfile app.jar | missing-file | app.jar
          Caused by: java.lang.ClassNotFoundException: com.example.App | missing-package | com.example.App
          """)
  void isNamed(String line, String finding, String name) {
    assertThat(MissingPart.of(List.of("starting", line, "  at x")))
        .contains(new MissingPart(finding, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "python3: can't open file '/app/manage.py': [Errno 13] Permission denied",
        "Error: listen EADDRINUSE: address already in use :::3000",
        "panic: no config"
      })
  void isNotWhatElseWentWrong(String line) {
    assertThat(MissingPart.of(List.of(line))).isEmpty();
  }
}
