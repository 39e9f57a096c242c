package dev.drydock.report;

import dev.drydock.json.Json;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.core.JacksonException;

/**
 * {@code result.json}: the published form of a result. Its shape is described by {@link #schema};
 * its version is {@link SubmissionResult#SCHEMA_VERSION}.
 */
public final class ResultJson {

  private static final String SCHEMA = "result.schema.json";

  private ResultJson() {}

  /** Write every field, in the record's order; what is not there is {@code null}. */
  public static String write(SubmissionResult result) {
    return Json.write(result);
  }

  /**
   * Read what {@link #write} wrote; fields of later versions are ignored.
   *
   * @throws IllegalArgumentException when it is no such document
   */
  public static SubmissionResult read(String json) {
    return read(json.getBytes(StandardCharsets.UTF_8));
  }

  /** The same from what a file holds. */
  public static SubmissionResult read(byte[] json) {
    try {
      return Json.mapper().readValue(json, SubmissionResult.class);
    } catch (JacksonException e) {
      throw new IllegalArgumentException("not a result.json: " + e.getOriginalMessage(), e);
    }
  }

  /** The JSON Schema (2020-12) of {@code result.json}. */
  public static String schema() {
    try (InputStream in = ResultJson.class.getResourceAsStream(SCHEMA)) {
      if (in == null) {
        throw new IllegalStateException(SCHEMA + " is missing from the class path");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
