package dev.drydock.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import dev.drydock.image.TestImage;
import dev.drydock.image.TestLayer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The two libraries as a stranger gets them: a project of its own, outside the build, takes each
 * from a file repository that holds the library and the parent POM, and runs with it as modules.
 */
@Tag("long") // needs the libraries' jars
class PublishedLibrariesTest {

  private static final String VERSION = "1.0.0-SNAPSHOT";
  private static final Path GRADER = Path.of("").toAbsolutePath().getParent();

  /** What the projects download into: never the one of whoever runs this. */
  private static final Path LOCAL = Path.of("target", "strangers-repository").toAbsolutePath();

  @TempDir private Path folder;

  @BeforeEach
  void publish() throws IOException {
    publish("drydock", GRADER.resolveSibling("pom.xml"));
    for (String library : List.of("dockerfile", "image")) {
      String artifact = "drydock-" + library;
      Path module = GRADER.resolve(library);
      publish(artifact, module.resolve("pom.xml"));
      publish(artifact, module.resolve("target/" + artifact + "-" + VERSION + ".jar"));
    }
    // or a library of an earlier run would be used
    deleteRecursively(LOCAL.resolve("dev/drydock"));
  }

  @Test
  void printsTheStagesOfADockerfile() throws Exception {
    Path project = compile("dockerfile", "stages");
    assertThat(modules(project))
        .containsExactly("drydock-dockerfile-" + VERSION + ".jar", "jspecify-1.0.1.jar");
    assertThat(run(project, "stages/org.example.stages.Stages", project.resolve("context")))
        .isEqualTo(
            """
            build, lines 2 to 8
            tools, lines 9 to 9, never built
            stage 2, lines 10 to 12
            line 2: node:24-alpine
            line 9: alpine:3.22
            line 10: node:24-alpine
            node_modules/x.js sent: false
            src/main.js sent: true
            """);
  }

  @Test
  void printsTheLayersOfAnImageAndTheirWaste() throws Exception {
    Path archive = folder.resolve("image.tar");
    Files.write(archive, image().archive(TestImage.Layout.DOCKER));
    Path project = compile("image", "layers");
    assertThat(modules(project))
        .allMatch(
            jar ->
                jar.matches(
                    "(drydock-image|jspecify|jackson-(annotations|core|databind)|zstd-jni"
                        + "|commons-(compress|codec|io|lang3))-[0-9].*\\.jar"));
    assertThat(run(project, "layers/org.example.layers.Layers", archive))
        .isEqualTo(
            """
            2.00 kB  COPY app /app
            0 B  RUN rm -rf /app/cache
            800 B wasted: /app/cache/, added in layer 0, removed in layer 1
            runs [/app/server] as 10001
            """);
  }

  private static TestImage image() {
    TestLayer app =
        TestLayer.layer().folder("app").file("app/server", 1200).file("app/cache/a", 800);
    return new TestImage()
        .layer("COPY app /app", app)
        .layer("RUN rm -rf /app/cache", TestLayer.layer().whiteout("app/cache"))
        .config("Entrypoint", List.of("/app/server"))
        .config("User", "10001");
  }

  private Path repository() {
    return folder.resolve("repository");
  }

  /** A file repository is folders: group, artifact, version. */
  private void publish(String artifact, Path file) throws IOException {
    String extension = file.toString().endsWith(".jar") ? ".jar" : ".pom";
    Path place = repository().resolve("dev/drydock").resolve(artifact).resolve(VERSION);
    Files.createDirectories(place);
    assertThat(file).as("built by mvn package").exists();
    Files.copy(file, place.resolve(artifact + "-" + VERSION + extension));
  }

  private Path compile(String library, String name) throws IOException, InterruptedException {
    Path source = GRADER.resolve(library).resolve("src/it").resolve(name);
    Path project = folder.resolve(name);
    try (Stream<Path> files = Files.walk(source)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        Path copy = project.resolve(source.relativize(file).toString());
        Files.createDirectories(copy.getParent());
        Files.copy(file, copy, StandardCopyOption.REPLACE_EXISTING);
      }
    }
    output(
        project,
        List.of(
            "mvn",
            "-q",
            "-B",
            "-Dstyle.color=never",
            "-gs",
            settings().toString(),
            "-Dmaven.repo.local=" + LOCAL,
            "-Dlibraries=" + repository().toUri(),
            "compile"));
    return project;
  }

  /**
   * What is already on this machine is copied from there rather than downloaded: plugins and other
   * libraries, not snapshots, which ours are.
   */
  private Path settings() throws IOException {
    String here =
        System.getProperty("localRepository", System.getProperty("user.home") + "/.m2/repository");
    String repository =
        "<id>here</id><url>%s</url><snapshots><enabled>false</enabled></snapshots>"
            .formatted(Path.of(here).toUri());
    return Files.writeString(
        folder.resolve("settings.xml"),
        """
        <settings>
          <activeProfiles><activeProfile>here</activeProfile></activeProfiles>
          <profiles>
            <profile>
              <id>here</id>
              <repositories><repository>%1$s</repository></repositories>
              <pluginRepositories><pluginRepository>%1$s</pluginRepository></pluginRepositories>
            </profile>
          </profiles>
        </settings>
        """
            .formatted(repository));
  }

  private static List<String> modules(Path project) throws IOException {
    try (Stream<Path> jars = Files.list(project.resolve("target/modules"))) {
      return jars.map(jar -> jar.getFileName().toString()).sorted().toList();
    }
  }

  private String run(Path project, String main, Path argument)
      throws IOException, InterruptedException {
    return output(
        project,
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "java").toString(),
            "--module-path",
            "target/classes" + java.io.File.pathSeparator + "target/modules",
            "--module",
            "org.example." + main,
            argument.toString()));
  }

  private String output(Path workingFolder, List<String> command)
      throws IOException, InterruptedException {
    Path out = folder.resolve("out.txt");
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(workingFolder.toFile())
            .redirectErrorStream(true)
            .redirectOutput(out.toFile());
    builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
    Process process = builder.start();
    try {
      assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
    } finally {
      process.destroyForcibly();
    }
    String text = Files.readString(out, StandardCharsets.UTF_8);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static void deleteRecursively(Path tree) throws IOException {
    if (Files.exists(tree)) {
      try (Stream<Path> files = Files.walk(tree)) {
        for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
          Files.delete(file);
        }
      }
    }
  }
}
