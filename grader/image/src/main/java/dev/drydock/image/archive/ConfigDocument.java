package dev.drydock.image.archive;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.drydock.image.anatomy.HistoryEntry;
import dev.drydock.image.anatomy.ImageConfig;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An image's configuration as stored.
 *
 * <pre>{@code
 * {"architecture":"amd64","os":"linux",
 *  "config":{"User":"10001","ExposedPorts":{"8080/tcp":{}},"Env":["PATH=/usr/bin:/bin"],
 *    "Entrypoint":["/server"],"Cmd":["-v"],"WorkingDir":"/","StopSignal":"SIGINT",
 *    "Healthcheck":{"Test":["CMD","/server","-ping"]},"Labels":{"a":"b"},"Volumes":{"/data":{}}},
 *  "history":[{"created_by":"COPY /server /server # buildkit","comment":"buildkit.dockerfile.v0"},
 *    {"created_by":"EXPOSE [8080/tcp]","empty_layer":true}],
 *  "rootfs":{"type":"layers","diff_ids":["sha256:6a00…"]}}
 * }</pre>
 *
 * @see <a href="https://github.com/opencontainers/image-spec/blob/main/config.md">the OCI image
 *     configuration</a>
 */
public record ConfigDocument(
    @Nullable String architecture,
    @Nullable Run config,
    @Nullable List<@Nullable Step> history,
    @Nullable RootFs rootfs) {

  record Run(
      @JsonProperty("User") @Nullable String user,
      @JsonProperty("ExposedPorts") @Nullable Map<String, Object> exposedPorts,
      @JsonProperty("Env") @Nullable List<@Nullable String> env,
      @JsonProperty("Entrypoint") @Nullable List<@Nullable String> entrypoint,
      @JsonProperty("Cmd") @Nullable List<@Nullable String> cmd,
      @JsonProperty("WorkingDir") @Nullable String workingDir,
      @JsonProperty("StopSignal") @Nullable String stopSignal,
      @JsonProperty("Healthcheck") @Nullable Health healthcheck,
      @JsonProperty("Labels") @Nullable Map<String, @Nullable String> labels,
      @JsonProperty("Volumes") @Nullable Map<String, Object> volumes) {}

  record Health(@JsonProperty("Test") @Nullable List<@Nullable String> test) {}

  record Step(
      @JsonProperty("created_by") @Nullable String createdBy,
      @JsonProperty("empty_layer") @Nullable Boolean emptyLayer) {}

  record RootFs(@JsonProperty("diff_ids") @Nullable List<String> diffIds) {}

  /** Whether it is an image's configuration at all: an attestation's names no layers. */
  boolean isImage() {
    return rootfs != null && rootfs.diffIds != null;
  }

  public List<String> diffIds() {
    return rootfs == null || rootfs.diffIds == null ? List.of() : rootfs.diffIds;
  }

  public ImageConfig toConfig() {
    if (config == null) {
      return new ImageConfig(
          "", List.of(), List.of(), List.of(), List.of(), "", "", List.of(), Map.of(), List.of());
    }
    Map<String, String> labels = new TreeMap<>();
    if (config.labels != null) {
      config.labels.forEach((name, value) -> labels.put(name, orEmpty(value)));
    }
    return new ImageConfig(
        orEmpty(config.user),
        list(config.entrypoint),
        list(config.cmd),
        keys(config.exposedPorts),
        list(config.env),
        orEmpty(config.workingDir),
        orEmpty(config.stopSignal),
        config.healthcheck == null ? List.of() : list(config.healthcheck.test),
        labels,
        keys(config.volumes));
  }

  public List<HistoryEntry> toHistory() {
    return history == null
        ? List.of()
        : history.stream()
            .filter(Objects::nonNull)
            .map(
                step ->
                    new HistoryEntry(orEmpty(step.createdBy), Boolean.TRUE.equals(step.emptyLayer)))
            .toList();
  }

  private static List<String> list(@Nullable List<@Nullable String> values) {
    return values == null ? List.of() : values.stream().filter(Objects::nonNull).toList();
  }

  private static List<String> keys(@Nullable Map<String, Object> map) {
    return map == null ? List.of() : map.keySet().stream().sorted().toList();
  }

  private static String orEmpty(@Nullable String text) {
    return text == null ? "" : text;
  }
}
