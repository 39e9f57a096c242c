package dev.drydock.architecture;

import static com.tngtech.archunit.core.domain.JavaAccess.Predicates.target;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.core.domain.properties.HasOwner.Predicates.With.owner;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMember;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.GeneralCodingRules;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import dev.drydock.cli.Main;
import dev.drydock.text.ConsoleWriter;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The layout as rules: modules, rooms, who may know whom, and who has side effects. */
class ArchitectureTest {

  private static final int LARGEST_PACKAGE = 25;

  private static final JavaClasses ALL =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .withImportOption(ArchitectureTest::isNoTestJar)
          .importPackages("dev.drydock");

  /** What nobody here calls: the launcher's, and Markdown for texts that no page shows so far. */
  private static final Set<String> ENTRIES =
      Set.of(
          "dev.drydock.cli.Main",
          "dev.drydock.cli.Rehearsal",
          "dev.drydock.site.markdown.StudentMarkdown");

  private static final String[] SIDE_EFFECTS = {
    "java.net..", "java.nio.channels..", "com.github.dockerjava..", "org.testcontainers.."
  };

  private static final String[] DOCKERFILE = {
    "dev.drydock.dockerfile..", "dev.drydock.dockerignore.."
  };
  private static final String[] IMAGE = {"dev.drydock.image.."};
  private static final String[] ENGINE = {"dev.drydock.engine.."};
  private static final String[] USERS = {
    "dev.drydock.cli..", "dev.drydock.batch..", "dev.drydock.site..", "dev.drydock.junit.."
  };

  private static final List<String> LIBRARIES = List.of("dockerfile", "image");

  /** What the libraries offer, as their module descriptors say. */
  private static final Set<String> EXPORTED = exportedPackages();

  /** What the libraries keep to themselves. */
  private static final String[] INTERNALS =
      packages().stream()
          .filter(name -> isOfALibrary(name) && !EXPORTED.contains(name))
          .toArray(String[]::new);

  @Test
  void theScanSawTheWholeProject() {
    assertThat(ALL.size()).isGreaterThan(700);
    assertThat(
            List.of(
                "dev.drydock.cli.Main",
                "dev.drydock.engine.EngineSession",
                "dev.drydock.dockerfile.Dockerfile",
                "dev.drydock.image.ImageArchiveReader",
                "dev.drydock.pipeline.Grader",
                "dev.drydock.verdict.Judge"))
        .allMatch(ALL::contain);
    assertThat(packages()).anyMatch(name -> name.startsWith("dev.drydock.site"));
    assertThat(EXPORTED).hasSize(8).isSubsetOf(packages());
    assertThat(INTERNALS)
        .contains("dev.drydock.dockerfile.words", "dev.drydock.dockerignore.pattern")
        .contains("dev.drydock.image.tar", "dev.drydock.image.layers")
        .hasSizeGreaterThanOrEqualTo(14);
  }

  @Test
  void theDockerfileModelKnowsNobody() {
    only(DOCKERFILE, "java..", "org.jspecify..").check(ALL);
  }

  @Test
  void theAnatomyOfImagesKnowsNothingOfTheGrader() {
    only(
            IMAGE,
            "java..",
            "org.jspecify..",
            "tools.jackson..",
            "com.fasterxml.jackson.annotation",
            "org.apache.commons.compress..",
            "com.github.luben.zstd..")
        .check(ALL);
  }

  @Test
  void whatIsInsideTheLibrariesIsNotUsedOutside() {
    noClasses()
        .that()
        .resideOutsideOfPackages(join(DOCKERFILE, IMAGE))
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(INTERNALS)
        .check(ALL);
  }

  /** Who may use a type may name every type it is used with. */
  @Test
  void whatALibraryOffersShowsNothingOfItsInside() {
    List<JavaClass> offered =
        ALL.stream()
            .filter(type -> EXPORTED.contains(type.getPackageName()) && isVisible(type))
            .toList();
    assertThat(offered).hasSizeGreaterThan(70);
    Set<String> shown = new TreeSet<>();
    for (JavaClass type : offered) {
      Stream.concat(
              Stream.concat(type.getAllInvolvedRawTypes().stream(), Stream.of(type)),
              type.getMembers().stream()
                  .filter(ArchitectureTest::isVisible)
                  .flatMap(member -> member.getAllInvolvedRawTypes().stream()))
          .filter(used -> isOfALibrary(used.getPackageName()))
          .filter(used -> !EXPORTED.contains(used.getPackageName()) || !isVisible(used))
          .forEach(used -> shown.add(type.getSimpleName() + " shows " + used.getName()));
    }
    assertThat(shown).isEmpty();
  }

  @Test
  void theEngineKnowsNoExercise() {
    noClasses()
        .that()
        .resideInAnyPackage(ENGINE)
        .should()
        .dependOnClassesThat(
            DescribedPredicate.describe(
                "belong to the grader",
                (JavaClass other) ->
                    other.getPackageName().startsWith("dev.drydock")
                        && !resides(other, join(DOCKERFILE, IMAGE, ENGINE))))
        .check(ALL);
  }

  @Test
  void coreKnowsNothingOfItsUsers() {
    noClasses()
        .that()
        .resideOutsideOfPackages(USERS)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(USERS)
        .check(ALL);
  }

  /** Of the engine it knows what was seen there: those are values. */
  @Test
  void theSiteNeverTalksToAnEngine() {
    noClasses()
        .that()
        .resideInAPackage("dev.drydock.site..")
        .should()
        .dependOnClassesThat(talkToAnEngine())
        .check(ALL);
  }

  @Test
  void onlyTheEngineModuleKnowsDockersClients() {
    noClasses()
        .that()
        .resideOutsideOfPackages(ENGINE)
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("com.github.dockerjava..", "org.testcontainers..")
        .check(ALL);
  }

  @Test
  void evidenceKnowsOnlyValues() {
    classes()
        .that()
        .resideInAnyPackage("dev.drydock.evidence", "dev.drydock.engine.evidence")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(
            "dev.drydock.evidence",
            "dev.drydock.engine.evidence",
            "dev.drydock.image.anatomy",
            "java.lang..",
            "java.util..",
            "org.jspecify..",
            "com.fasterxml.jackson.annotation")
        .check(ALL);
  }

  @Test
  void checksAndVerdictsArePure() {
    noClasses()
        .that()
        .resideInAnyPackage("dev.drydock.check..", "dev.drydock.verdict..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(SIDE_EFFECTS)
        .orShould()
        .dependOnClassesThat(talkToAnEngine())
        .orShould()
        .dependOnClassesThat()
        .resideInAPackage("dev.drydock.pipeline..")
        .orShould()
        .dependOnClassesThat()
        .haveFullyQualifiedName("java.nio.file.Files")
        .check(ALL);
  }

  @Test
  void packagesHaveNoCycles() {
    slices().matching("dev.drydock.(*)..").should().beFreeOfCycles().check(ALL);
    for (String room : List.of("dockerfile", "dockerignore", "image", "engine", "submission")) {
      rooms(room).check(ALL);
    }
  }

  /** A package that is read in one look. */
  @Test
  void noPackageIsLargerThanARoom() {
    Map<String, Long> sizes =
        topLevel().collect(groupingBy(JavaClass::getPackageName, TreeMap::new, counting()));
    assertThat(sizes).hasSizeGreaterThan(40);
    sizes.values().removeIf(size -> size <= LARGEST_PACKAGE);
    assertThat(sizes).isEmpty();
  }

  @Test
  void noTwoTypesHaveOneName() {
    Map<String, Set<String>> places =
        topLevel()
            .collect(
                groupingBy(
                    JavaClass::getSimpleName,
                    TreeMap::new,
                    mapping(JavaClass::getPackageName, toCollection(TreeSet::new))));
    places.values().removeIf(packages -> packages.size() == 1);
    assertThat(places).isEmpty();
  }

  /** A check without its line in the catalogue and an export without its format are noticed. */
  @Test
  void everyClassIsUsed() {
    Set<String> unused =
        topLevel()
            .filter(type -> !ENTRIES.contains(type.getName()))
            .filter(type -> !EXPORTED.contains(type.getPackageName()))
            .filter(type -> !isUsed(type))
            .map(JavaClass::getName)
            .collect(toCollection(TreeSet::new));
    assertThat(unused).isEmpty();
  }

  private static boolean isUsed(JavaClass type) {
    return type.getDirectDependenciesToSelf().stream()
        .map(use -> use.getOriginClass().getName().replaceFirst("\\$.*", ""))
        .anyMatch(user -> !user.equals(type.getName()));
  }

  @Test
  void aLibraryDoesNotSayExercise() throws IOException {
    for (String library : LIBRARIES) {
      Path module = Path.of("..", library);
      List<Path> texts = new ArrayList<>(sources(module.resolve("src/main")));
      texts.addAll(sources(module.resolve("src/it")));
      texts.add(module.resolve("README.md"));
      assertThat(texts).hasSizeGreaterThan(60);
      for (Path text : texts) {
        assertThat(Files.readString(text))
            .as(text.toString())
            .doesNotContainIgnoringCase("exercise")
            .doesNotContainIgnoringCase("submission");
      }
    }
  }

  /** And they only hand the streams to the writer that makes text printable. */
  @Test
  void onlyThoseWhoTalkToPeoplePrint() {
    noClasses()
        .that()
        .doNotBelongToAnyOf(Main.class)
        .and()
        .doNotHaveFullyQualifiedName("dev.drydock.cli.Relaunch")
        .should(GeneralCodingRules.ACCESS_STANDARD_STREAMS)
        .check(ALL);
    noClasses().should().callMethodWhere(target(owner(type(PrintStream.class)))).check(ALL);
    noClasses()
        .that()
        .doNotBelongToAnyOf(ConsoleWriter.class)
        .and()
        .doNotHaveFullyQualifiedName("dev.drydock.cli.Rehearsal")
        .should()
        .callConstructorWhere(
            target(owner(type(PrintWriter.class))).or(target(owner(type(PrintStream.class)))))
        .check(ALL);
  }

  /** That module is not on this one's class path. */
  @Test
  void theTestsOfAnExercisePrintThroughTheSameWriter() throws IOException {
    for (Path source : sources(Path.of("..", "junit", "src", "main"))) {
      assertThat(Files.readString(source).replaceAll("ConsoleWriter\\.to\\(System\\.\\w+\\)", ""))
          .doesNotContain("System.out", "System.err", "PrintStream", "PrintWriter");
    }
  }

  /**
   * There, what is written is made fit for its readers. The search index holds the course's words,
   * and Canvas' gradebook is the instructor's own.
   */
  @Test
  void eachFormatIsWrittenInOnePlace() {
    onlyIn("tools.jackson..", "write.*", "dev.drydock.json.Json", "dev.drydock.site.SearchIndex");
    onlyIn("javax.xml.stream..", "writeC.*|writeA.*", "dev.drydock.report.ci.JUnitXml");
    onlyIn("freemarker.template..", "process", "dev.drydock.report.html.Templates");
    onlyIn(
        "org.apache.commons.csv..",
        "format|print.*",
        "dev.drydock.batch.text.CsvText",
        "dev.drydock.batch.export.CanvasExport");
  }

  private static void onlyIn(String library, String methods, String... classes) {
    DescribedPredicate<JavaClass> elsewhere =
        DescribedPredicate.describe(
            "are not " + List.of(classes),
            type -> !List.of(classes).contains(type.getName().replaceFirst("\\$.*", "")));
    noClasses()
        .that(elsewhere)
        .should()
        .callMethodWhere(
            target(owner(resideInAPackage(library))).and(target(nameMatching(methods))))
        .check(ALL);
  }

  private static ArchRule only(String[] library, String... more) {
    return classes()
        .that()
        .resideInAnyPackage(library)
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(join(library, more));
  }

  private static ArchRule rooms(String module) {
    return slices()
        .assignedFrom(
            new SliceAssignment() {
              @Override
              public SliceIdentifier getIdentifierOf(JavaClass type) {
                String name = type.getPackageName();
                return name.equals("dev.drydock." + module)
                        || name.startsWith("dev.drydock." + module + ".")
                    ? SliceIdentifier.of(name)
                    : SliceIdentifier.ignore();
              }

              @Override
              public String getDescription() {
                return "the rooms of " + module;
              }
            })
        .should()
        .beFreeOfCycles();
  }

  private static DescribedPredicate<JavaClass> talkToAnEngine() {
    return DescribedPredicate.describe(
        "talk to an engine",
        type ->
            resides(type, "com.github.dockerjava..", "org.testcontainers..")
                || resides(type, ENGINE)
                    && !resides(type, "dev.drydock.engine.evidence", "dev.drydock.engine.job"));
  }

  private static boolean resides(JavaClass type, String... packages) {
    return JavaClass.Predicates.resideInAnyPackage(packages).test(type);
  }

  private static Set<String> exportedPackages() {
    Set<String> exported = new TreeSet<>();
    for (String library : LIBRARIES) {
      Path descriptor = Path.of("..", library, "src", "main", "java", "module-info.java");
      try {
        Pattern.compile("exports ([\\w.]+);")
            .matcher(Files.readString(descriptor))
            .results()
            .forEach(export -> exported.add(export.group(1)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return exported;
  }

  private static boolean isOfALibrary(String packageName) {
    return Stream.of(join(DOCKERFILE, IMAGE))
        .map(pattern -> pattern.replace("..", ""))
        .anyMatch(root -> packageName.equals(root) || packageName.startsWith(root + "."));
  }

  private static boolean isVisible(JavaClass type) {
    return type.getModifiers().contains(JavaModifier.PUBLIC)
        && type.getEnclosingClass().filter(outer -> !isVisible(outer)).isEmpty();
  }

  private static boolean isVisible(JavaMember member) {
    return member.getModifiers().contains(JavaModifier.PUBLIC)
        || member.getModifiers().contains(JavaModifier.PROTECTED);
  }

  private static Stream<JavaClass> topLevel() {
    return ALL.stream()
        .filter(type -> type.getEnclosingClass().isEmpty())
        .filter(type -> !type.getSimpleName().equals("package-info"));
  }

  private static Set<String> packages() {
    return topLevel().map(JavaClass::getPackageName).collect(toCollection(TreeSet::new));
  }

  private static List<Path> sources(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      return files.filter(file -> file.toString().endsWith(".java")).toList();
    }
  }

  private static String[] join(String[]... some) {
    return Stream.of(some).flatMap(Stream::of).toArray(String[]::new);
  }

  private static boolean isNoTestJar(Location location) {
    return !location.contains("-tests.jar");
  }
}
