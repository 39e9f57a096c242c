package dev.drydock.check.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What these programs really print. */
class ObstacleTest {

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
          /server: error while loading shared libraries: libsqlite3.so.0: cannot open shared object file: No such file or directory | missing-library | libsqlite3.so.0
          ImportError: libpq.so.5: cannot open shared object file: No such file or directory | missing-library | libpq.so.5
          Error loading shared library libstdc++.so.6: No such file or directory (needed by /usr/local/bin/node) | missing-library | libstdc++.so.6
          nginx: [emerg] mkdir() "/var/cache/nginx/client_temp" failed (13: Permission denied) | not-permitted | /var/cache/nginx/client_temp
          2026/11/22 17:00:00 [emerg] 1#1: open() "/run/nginx.pid" failed (13: Permission denied) | not-permitted | /run/nginx.pid
          Error: EACCES: permission denied, open '/app/data/messages.json' | not-permitted | /app/data/messages.json
          Error: EACCES: permission denied, mkdir 'logs' | not-permitted | logs
          python3: can't open file '/app/manage.py': [Errno 13] Permission denied | not-permitted | /app/manage.py
          PermissionError: [Errno 13] Permission denied: '/data/app.db' | not-permitted | /data/app.db
          Exception in thread "main" java.nio.file.AccessDeniedException: /data/app.log | not-permitted | /data/app.log
          java.io.FileNotFoundException: /data/app.log (Permission denied) | not-permitted | /data/app.log
          2026/11/22 17:00:00 open /data/messages: permission denied | not-permitted | /data/messages
          /bin/sh: can't create /data/x: Permission denied | not-permitted | /data/x
          /bin/sh: 1: cannot create /data/x: Permission denied | not-permitted | /data/x
          /start.sh: line 3: /data/x: Permission denied | not-permitted | /data/x
          mkdir: cannot create directory '/data': Permission denied | not-permitted | /data
          """)
  void isNamed(String line, String finding, String name) {
    assertThat(Obstacle.of(List.of("starting", line, "  at x"), 1))
        .contains(new Obstacle(finding, name));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          126 | /bin/sh: 1: /app/start.sh: Permission denied | may-not-execute | /app/start.sh
          127 | /usr/local/bin/docker-entrypoint.sh: exec: line 7: /start.sh: not found | not-found | /start.sh
          127 | /bin/sh: 1: ./server: not found | not-found | ./server
          127 | /bin/sh: line 1: gunicorn: command not found | not-found | gunicorn
          """)
  void aShellTellsByItsExitCodeToo(int code, String line, String finding, String name) {
    assertThat(Obstacle.of(List.of(line), code)).contains(new Obstacle(finding, name));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/bin/sh: can't create /data/x: Read-only file system",
        "Error: listen EADDRINUSE: address already in use :::3000",
        "Error: listen EACCES: permission denied 0.0.0.0:80",
        "bind() to 0.0.0.0:80 failed (13: Permission denied)",
        "PermissionError: [Errno 13] Permission denied",
        "error: settings: not found",
        "panic: no config"
      })
  void isNotWhatElseWentWrong(String line) {
    assertThat(Obstacle.of(List.of(line), 1)).isEmpty();
  }
}
