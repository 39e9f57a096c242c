package dev.drydock.engine.build;

import dev.drydock.engine.evidence.BuildEvidence.BuildStep;
import dev.drydock.engine.host.TextTail;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * What BuildKit reports about one build's vertexes.
 *
 * <p>Two builds that reach the same step at the same time run it once: one of them is then shown
 * the other's step, under the other's digest, number and stage, and its own may never start. A step
 * that stands on something this build never heard of is such a one. What happened to it happened to
 * the step of this build with the same instruction. Of a step that another build has done just
 * before, nothing may be told at all; but once the image is exported, every step has been done.
 */
final class BuildGraph {

  private static final String FIRST = "[internal] load build definition";
  private static final Pattern STEP =
      Pattern.compile("\\[(?:(.+) )?\\d+/\\d+] (.*)", Pattern.DOTALL);

  private final Map<String, Vertex> vertexes = new LinkedHashMap<>();
  private Instant began = Instant.MIN;
  private boolean exporting;

  /** Take what is reported of a vertex: the instructions of the steps known to have started. */
  List<String> update(JsonNode said) {
    Vertex vertex =
        vertexes.computeIfAbsent(said.path("digest").asString(""), digest -> new Vertex(said));
    boolean begins = vertex.started == null && said.has("started");
    vertex.take(said);
    if (!begins) {
      return List.of();
    }
    if (vertex.started != null && vertex.name.startsWith(FIRST)) {
      began = vertex.started;
    }
    Steps steps = tellApart();
    Stream<Vertex> unheardOf = steps.own.stream().filter(own -> !own.announced);
    if (vertex.name.startsWith("exporting")) {
      exporting = true;
      Stream<Vertex> inOrder = unheardOf.sorted(Comparator.comparing(own -> own.name));
      return Stream.concat(inOrder.map(Vertex::announced), Stream.of(vertex.name)).toList();
    }
    boolean isOwn = steps.own.contains(vertex);
    return unheardOf
        .filter(own -> isOwn ? own == vertex : own.isLike(vertex))
        .limit(1)
        .map(Vertex::announced)
        .toList();
  }

  /** The steps of this build that were done, or begun at least, in the order in which they were. */
  List<BuildStep> steps() {
    Steps steps = tellApart();
    Map<Vertex, Vertex> happened = new LinkedHashMap<>();
    for (Vertex own : steps.own) {
      steps.others.stream()
          .filter(other -> other.started != null && own.isLike(other))
          .findFirst()
          .or(() -> Optional.of(own).filter(o -> o.started != null || exporting))
          .ifPresent(what -> happened.put(own, what));
    }
    return happened.entrySet().stream()
        .sorted(Map.Entry.comparingByValue(Comparator.comparing(Vertex::start)))
        .map(entry -> entry.getKey().step(entry.getValue(), began))
        .toList();
  }

  /** The steps there are, by whose they are. */
  private record Steps(List<Vertex> own, List<Vertex> others) {}

  private Steps tellApart() {
    Set<String> others = ofOthers();
    Map<Boolean, List<Vertex>> steps =
        vertexes.entrySet().stream()
            .filter(entry -> entry.getValue().isStep())
            .collect(
                Collectors.partitioningBy(
                    entry -> others.contains(entry.getKey()),
                    Collectors.mapping(Map.Entry::getValue, Collectors.toList())));
    return new Steps(steps.getOrDefault(false, List.of()), steps.getOrDefault(true, List.of()));
  }

  /** Digests of what stands, directly or not, on something that is not here. */
  private Set<String> ofOthers() {
    Map<String, List<String>> standingOn = new HashMap<>();
    vertexes.forEach(
        (digest, vertex) ->
            vertex.inputs.forEach(
                input -> standingOn.computeIfAbsent(input, key -> new ArrayList<>()).add(digest)));
    Set<String> others = new HashSet<>();
    Deque<String> next = new ArrayDeque<>(standingOn.keySet());
    next.removeAll(vertexes.keySet());
    while (!next.isEmpty()) {
      for (String digest : standingOn.getOrDefault(next.pop(), List.of())) {
        if (others.add(digest)) {
          next.push(digest);
        }
      }
    }
    return others;
  }

  private static final class Vertex {
    private final String name;
    private final String stage;
    private final String instruction;
    private final List<String> inputs = new ArrayList<>();
    private @Nullable Instant started;
    private @Nullable Instant completed;
    private boolean cached;
    private boolean announced;

    Vertex(JsonNode said) {
      name = said.path("name").asString("");
      Matcher step = STEP.matcher(name);
      boolean isStep = step.matches();
      stage = isStep && step.group(1) != null ? step.group(1) : "";
      instruction = isStep ? TextTail.clean(step.group(2)) : "";
      said.path("inputs").forEach(input -> inputs.add(input.asString("")));
    }

    void take(JsonNode said) {
      if (said.has("started") && started == null) {
        started = Instant.parse(said.path("started").asString());
      }
      if (said.has("completed")) {
        completed = Instant.parse(said.path("completed").asString());
      }
      cached |= said.path("cached").asBoolean(false);
    }

    boolean isStep() {
      return !instruction.isEmpty();
    }

    boolean isLike(Vertex other) {
      return instruction.equals(other.instruction);
    }

    String announced() {
      announced = true;
      return instruction;
    }

    Instant start() {
      return started == null ? Instant.MAX : started;
    }

    /** What was done before the build began, or without a word, is as good as cached. */
    BuildStep step(Vertex happened, Instant began) {
      long millis =
          happened.completed == null
              ? 0
              : Duration.between(happened.start(), happened.completed).toMillis();
      boolean before = happened.started == null || happened.start().isBefore(began);
      return new BuildStep(instruction, stage, happened.cached || before, millis);
    }
  }
}
