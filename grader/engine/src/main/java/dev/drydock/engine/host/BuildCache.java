package dev.drydock.engine.host;

import com.github.dockerjava.transport.DockerHttpClient.Request.Method;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** What an engine's BuildKit keeps of builds, to use it again. */
public final class BuildCache {

  private static final int MOST_UNMEASURABLE = 20;

  /**
   * In the engine's words about a record whose size it cannot determine: the record's folder, which
   * bears its id. What a student can write comes after it.
   */
  private static final Pattern UNMEASURABLE =
      Pattern.compile(
          "failed to get usage for \\w+: l?stat /\\S*?/overlay2/([a-z0-9]{25})/diff/.*");

  private final EngineLine line;

  BuildCache(EngineLine line) {
    this.line = line;
  }

  /**
   * One step's result.
   *
   * @param used when last
   */
  public record Record(String id, Instant created, Instant used, long bytes, boolean inUse) {}

  /**
   * All there is. A record that cannot be measured, such as one of folders nested by the thousand,
   * is removed: until then, the engine can neither say what is there nor collect its garbage.
   *
   * @throws InfrastructureException when the engine does not say
   */
  public List<Record> records() {
    EngineLine.Reply reply = usage();
    for (int removed = 0; !reply.isGiven() && removed < MOST_UNMEASURABLE; removed++) {
      if (unmeasurable(reply.refusal()).filter(this::remove).isEmpty()) {
        break;
      }
      reply = usage();
    }
    if (!reply.isGiven()) {
      throw new InfrastructureException(
          "the engine does not say what its build cache holds: "
              + reply.refusal().substring(0, Math.min(120, reply.refusal().length())));
    }
    List<Record> records = new ArrayList<>();
    for (JsonNode entry : reply.body().path("BuildCache")) {
      Instant created = time(entry, "CreatedAt").orElse(Instant.EPOCH);
      records.add(
          new Record(
              entry.path("ID").asString(""),
              created,
              time(entry, "LastUsedAt").orElse(created),
              entry.path("Size").asLong(0),
              entry.path("InUse").asBoolean(false)));
    }
    return records;
  }

  /** Remove a record; false when it is in use, or something was built on it. */
  public boolean remove(String id) {
    String filters = URLEncoder.encode("{\"id\":{\"" + id + "\":true}}", StandardCharsets.UTF_8);
    EngineLine.Reply reply = line.ask(Method.POST, "/build/prune?all=true&filters=" + filters);
    return reply.isGiven() && !reply.body().path("CachesDeleted").isEmpty();
  }

  private EngineLine.Reply usage() {
    return line.ask(Method.GET, "/system/df?type=build-cache");
  }

  static Optional<String> unmeasurable(String refusal) {
    Matcher matcher = UNMEASURABLE.matcher(refusal);
    return matcher.find() ? Optional.of(matcher.group(1)) : Optional.empty();
  }

  private static Optional<Instant> time(JsonNode entry, String field) {
    String text = entry.path(field).asString("");
    return text.isEmpty() ? Optional.empty() : Optional.of(OffsetDateTime.parse(text).toInstant());
  }
}
