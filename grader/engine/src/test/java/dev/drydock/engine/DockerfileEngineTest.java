package dev.drydock.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.dockerfile.Dockerfile;
import dev.drydock.dockerfile.DockerfileLines;
import dev.drydock.dockerfile.RandomDockerfile;
import dev.drydock.dockerfile.instruction.Assignment;
import dev.drydock.dockerfile.instruction.Cmd;
import dev.drydock.dockerfile.instruction.Entrypoint;
import dev.drydock.dockerfile.instruction.Env;
import dev.drydock.dockerfile.instruction.Expose;
import dev.drydock.dockerfile.instruction.Instruction;
import dev.drydock.dockerfile.instruction.Label;
import dev.drydock.dockerfile.instruction.Ports;
import dev.drydock.dockerfile.instruction.StopSignal;
import dev.drydock.dockerfile.instruction.User;
import dev.drydock.dockerfile.instruction.Volume;
import dev.drydock.dockerfile.stage.Stage;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Compares what we read in random Dockerfiles with what BuildKit makes of them. */
@Tag("engine")
@Execution(ExecutionMode.CONCURRENT)
class DockerfileEngineTest {

  private static final String LABEL = "dev.drydock";
  private static final int CASES = Integer.getInteger("drydock.dockerfile.cases", 40);
  private static final long SEED = Long.getLong("drydock.dockerfile.seed", 7_000);

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> theBuilderUnderstandsTheSame() throws Exception {
    new DockerCli(folder).assumeBuildKit();
    return IntStream.range(0, CASES)
        .mapToObj(
            i ->
                DynamicTest.dynamicTest(
                    "seed " + (SEED + i), () -> compare(SEED + i, folder.resolve("case" + i))));
  }

  @TestFactory
  Stream<DynamicTest> theBuilderRefusesAndTakesTheSameLines() throws Exception {
    new DockerCli(folder).assumeBuildKit();
    return Stream.of(
            DockerfileLines.refused(), DockerfileLines.warned(), DockerfileLines.accepted())
        .flatMap(lines -> lines)
        .map(line -> DynamicTest.dynamicTest(line.text(), () -> check(line)));
  }

  private void check(DockerfileLines.Line line) throws Exception {
    String text = "FROM scratch\n" + line.text() + "\n";
    Path context = Files.createTempDirectory(folder, "line");
    DockerCli docker = new DockerCli(context);
    Files.writeString(context.resolve("Dockerfile"), text);
    docker.run("buildx", "build", "--call=check,format=json", ".");
    String output = docker.output();
    boolean refused = output.contains("\"buildError\"") || !output.contains("\"sources\"");
    // Its base or its source cannot be fetched, for which the line is not to blame.
    boolean unreachable = output.contains("failed to resolve source metadata");

    assertThat(Dockerfile.parse(text).hasErrors()).as(output).isEqualTo(refused && !unreachable);
  }

  private static void compare(long seed, Path folder) throws Exception {
    String text = RandomDockerfile.of(new Random(seed));
    Files.createDirectories(folder.resolve("context"));
    Files.writeString(folder.resolve("Dockerfile"), text);
    Dockerfile ours = Dockerfile.parse(text);
    DockerCli docker = new DockerCli(folder);
    Path id = folder.resolve("id.txt");
    int exit =
        docker.run(
            "buildx",
            "build",
            "--provenance=false",
            "--file",
            "Dockerfile",
            "--load",
            "--label",
            LABEL + "=test",
            "--iidfile",
            id.toString(),
            "context");
    String log = docker.output();
    String described = text + "\nours: " + ours.problems() + "\nbuilder: " + log;
    boolean missingFile =
        log.contains("not found")
            || log.contains("no such file")
            || log.contains("failed to calculate checksum")
            || log.contains("failed to resolve source metadata");
    if (exit != 0 && missingFile && !ours.hasErrors()) {
      return;
    }
    assertThat(ours.hasErrors()).as(described).isEqualTo(exit != 0);
    if (exit == 0) {
      assertThat(facts(ours)).as(described).isEqualTo(facts(config(docker, Files.readString(id))));
    }
  }

  /** What the final image is, from our reading. */
  private static Map<String, Object> facts(Dockerfile dockerfile) {
    Map<String, Object> facts = new TreeMap<>();
    Map<String, String> env = new TreeMap<>();
    Map<String, String> labels = new TreeMap<>();
    TreeSet<String> ports = new TreeSet<>();
    TreeSet<String> volumes = new TreeSet<>();
    facts.put("user", "");
    facts.put("signal", "");
    env.put("PATH", "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin");
    for (Stage stage : dockerfile.chain(dockerfile.finalStage().orElseThrow())) {
      for (Instruction i : stage.instructions()) {
        if (i instanceof Env e) {
          e.assignments().forEach(a -> put(dockerfile, i, a, env));
        } else if (i instanceof Label l) {
          l.assignments().forEach(a -> put(dockerfile, i, a, labels));
        } else if (i instanceof Expose e) {
          for (String port : e.ports()) {
            dockerfile.resolve(i, port).words().forEach(word -> addPorts(word, ports));
          }
        } else if (i instanceof Volume v) {
          v.paths().forEach(path -> volumes.add(dockerfile.resolve(i, path).text()));
        } else if (i instanceof User u) {
          facts.put("user", dockerfile.resolve(i, u.user()).text());
        } else if (i instanceof StopSignal s) {
          facts.put("signal", dockerfile.resolve(i, s.signal()).text());
        }
      }
    }
    facts.put("env", env);
    facts.put("labels", labels);
    facts.put("ports", ports);
    facts.put("volumes", volumes);
    facts.put("cmd", exec(dockerfile));
    return facts;
  }

  private static void put(
      Dockerfile file, Instruction at, Assignment pair, Map<String, String> map) {
    map.put(
        file.resolve(at, pair.name()).text(),
        file.resolve(at, String.valueOf(pair.value())).text());
  }

  private static void addPorts(String word, TreeSet<String> ports) {
    Ports range = Ports.parse(word).orElseThrow();
    for (int port = range.first(); port <= range.last(); port++) {
      ports.add(port + "/" + range.protocol());
    }
  }

  /** The last CMD in exec form of the final chain, if no ENTRYPOINT resets it. */
  private static Object exec(Dockerfile dockerfile) {
    Object last = "none";
    for (Stage stage : dockerfile.chain(dockerfile.finalStage().orElseThrow())) {
      boolean own = false;
      for (Instruction i : stage.instructions()) {
        if (i instanceof Cmd cmd) {
          own = true;
          last = cmd.command().isExec() ? cmd.command().words() : "shell";
        } else if (i instanceof Entrypoint && !own) {
          last = "none";
        }
      }
    }
    return last;
  }

  private static Map<String, Object> facts(JsonNode config) {
    Map<String, Object> facts = new TreeMap<>();
    facts.put("user", config.path("User").asString(""));
    facts.put("signal", config.path("StopSignal").asString(""));
    Map<String, String> env = new TreeMap<>();
    for (JsonNode pair : config.path("Env")) {
      String text = pair.asString();
      env.put(text.substring(0, text.indexOf('=')), text.substring(text.indexOf('=') + 1));
    }
    facts.put("env", env);
    Map<String, String> labels = new TreeMap<>();
    config
        .path("Labels")
        .properties()
        .forEach(e -> labels.put(e.getKey(), e.getValue().asString()));
    labels.remove(LABEL);
    facts.put("labels", labels);
    facts.put("ports", new TreeSet<>(config.path("ExposedPorts").propertyNames()));
    facts.put("volumes", new TreeSet<>(config.path("Volumes").propertyNames()));
    facts.put("cmd", cmd(config));
    return facts;
  }

  private static Object cmd(JsonNode config) {
    List<String> words = new ArrayList<>();
    config.path("Cmd").forEach(word -> words.add(word.asString()));
    if (!config.path("Cmd").isArray()) {
      return "none";
    }
    boolean shell = words.size() == 3 && words.get(1).equals("-c");
    return shell ? "shell" : words;
  }

  private static JsonNode config(DockerCli docker, String id) throws Exception {
    docker.run("image", "inspect", id);
    JsonNode inspected = new JsonMapper().readTree(docker.output());
    docker.run("image", "rm", "--force", id);
    return inspected.get(0).get("Config");
  }
}
