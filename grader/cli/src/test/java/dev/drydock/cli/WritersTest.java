package dev.drydock.cli;

import static java.util.stream.Collectors.toCollection;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import dev.drydock.batch.entry.EntryId;
import dev.drydock.batch.export.ExportOptions;
import dev.drydock.batch.export.Exported;
import dev.drydock.batch.export.Format;
import dev.drydock.batch.judge.Mark;
import dev.drydock.batch.judge.Overrides;
import dev.drydock.batch.progress.BarView;
import dev.drydock.batch.progress.BatchProgress;
import dev.drydock.batch.progress.BatchView;
import dev.drydock.batch.progress.PlainView;
import dev.drydock.batch.progress.Settled;
import dev.drydock.batch.store.EntryRecord.Attempt;
import dev.drydock.batch.store.FileNames;
import dev.drydock.cli.call.CliContext;
import dev.drydock.cli.call.ProgressLine;
import dev.drydock.engine.host.Progress;
import dev.drydock.json.Json;
import dev.drydock.report.ConsoleReport;
import dev.drydock.report.ConsoleStyle;
import dev.drydock.report.ResultJson;
import dev.drydock.report.ReviewReport;
import dev.drydock.report.ci.CheckSentences;
import dev.drydock.report.ci.JUnitXml;
import dev.drydock.report.ci.Reported;
import dev.drydock.report.ci.Sarif;
import dev.drydock.report.html.FeedbackPage;
import dev.drydock.report.html.HtmlReport;
import dev.drydock.report.html.SampleResults;
import dev.drydock.text.ConsoleWriter;
import dev.drydock.text.Printable;
import dev.drydock.verdict.CheckResult;
import dev.drydock.verdict.ImageResult;
import dev.drydock.verdict.SubmissionResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.xml.sax.InputSource;

/** The same hostile names and outputs, through whatever writes a result for somebody. */
class WritersTest {

  static final List<String> HOSTILE =
      List.of(
          "0\u001B[2J\u001B[H  \u001B[32m✔ passed · 20 of 20 points\u001B[0m\u001B[8m",
          "\u001B]0;owned\u0007 \u001B]8;;x\u001B\\",
          "\u009B2J \u009D0;owned\u009C",
          "\u202Egnp.exe \u2066x\u200F",
          "right\rpassed",
          "::error::x\n::add-mask::x\r\n \u00A0::stop-commands::x\u2028::error::x",
          "words ".repeat(11) + "::add-mask::x " + "words ".repeat(9) + " ::error file=a::x",
          "##[error]x ##[add-mask]x ##vso[task.complete]x ##teamcity[x]",
          "section_start:1:x[collapsed=true]\r\u001B[0Kx",
          "nul \u0000 \uFFFE \uFDD0",
          "lone \uD800 \uDC00 x\uD83D",
          "=HYPERLINK(\"x\",\"y\")",
          "@SUM(A1)",
          "<script>alert(1)</script><img src=x onerror=alert(2)>",
          "]]> --> &amp; &#0; \"'",
          "```\n# heading\n| a | b |\n[x](javascript:alert(1))",
          "a,b;c\td\"e\nf",
          "z\u200B\u200D\uFEFFw\u00AD\uFE0F\u3164",
          "x".repeat(50_000));

  private static final Pattern TEXT_OF_HTML = Pattern.compile("<script(?! src=)[^>]*>(?!</script)");

  private static final ExportOptions ROSTER = ExportOptions.roster("username,name\nana,Ana\n");

  @TempDir private Path folder;

  /** Who shows a result, by class and method, with what it makes of a text and what that is. */
  private Map<String, Writer> writers() {
    ConsoleStyle plain = ConsoleStyle.plain();
    ConsoleStyle colour = new ConsoleStyle(true, 90);
    Map<String, Writer> all = new LinkedHashMap<>();
    all.put("ConsoleReport.render", console(r -> ConsoleReport.render(r, r.exercise(), plain)));
    all.put("ConsoleReport.renderSummary", console(r -> ConsoleReport.renderSummary(r, plain)));
    all.put("ConsoleReport.renderFailure", console(r -> each(r, ConsoleReport::renderFailure)));
    all.put("ReviewReport.ofText", console(r -> ReviewReport.ofText(image(r), plain)));
    all.put("ReviewReport.ofImage", console(r -> ReviewReport.ofImage(text(r), image(r), plain)));
    all.put("coloured", inColour(r -> ConsoleReport.render(r, text(r), colour)));
    all.put("coloured review", inColour(r -> ReviewReport.ofImage(text(r), image(r), colour)));
    all.put("ResultJson.write", new Writer(ResultJson::write, this::isJson));
    all.put("Json of a review", new Writer(r -> Json.write(image(r)), this::isJson));
    all.put("CheckSentences.details", console(r -> each(r, (c, s) -> CheckSentences.details(c))));
    all.put("Reported.of", new Writer(r -> JUnitXml.write(reported(r)), this::isXml));
    all.put("JUnitXml.write", new Writer(r -> JUnitXml.write(reported(r)), this::isXml));
    all.put("Sarif.write", new Writer(r -> Sarif.write(reported(r)), this::isJson));
    all.put("HtmlReport.render", new Writer(WritersTest::page, this::isHtml));
    all.put("HtmlReport.write", new Writer(this::writtenPage, this::isHtml));
    all.put("HtmlReport.writeImage", new Writer(this::imagePage, this::isHtml));
    all.put("FeedbackPage.render", new Writer(WritersTest::feedback, this::isHtml));
    for (Format format : Format.values()) {
      all.put("Format." + format, new Writer(r -> exported(format, r), of(format)));
    }
    all.put("PlainView", console(r -> view(r, PlainView::new)));
    all.put("BarView", inColour(r -> view(r, out -> new BarView(out, () -> 100))));
    all.put("ProgressLine", console(r -> progress(r, out -> new ProgressLine(out, false, 100))));
    all.put("live ProgressLine", inColour(r -> progress(r, o -> new ProgressLine(o, true, 100))));
    return all;
  }

  @ParameterizedTest
  @FieldSource("HOSTILE")
  void noReaderNoticesMoreThanText(String hostile) {
    SubmissionResult result = SampleResults.nasty(hostile);
    writers()
        .forEach(
            (name, writer) ->
                assertThatCode(() -> writer.isFine().accept(writer.write().apply(result)))
                    .as(name + " of " + Printable.line(hostile, 40))
                    .doesNotThrowAnyException());
  }

  /** What the command line repeats of a call, a path or an exception's message. */
  @ParameterizedTest
  @FieldSource("HOSTILE")
  void theCommandLineRepeatsNothingAsItIs(String hostile) throws IOException {
    List<List<String>> calls =
        List.of(
            List.of("grade", hostile),
            List.of("grade", "3.9", hostile),
            List.of(hostile),
            List.of("--" + hostile),
            List.of("check", hostile),
            List.of("grade", "3.9", "--builder", hostile),
            List.of("export", folder.toString(), "--format", hostile),
            List.of("help", hostile));
    for (List<String> call : calls) {
      InProcess drydock = new InProcess();
      drydock.run(Binary.COURSE, call.toArray(String[]::new));
      isPrintable(drydock.out());
      isPrintable(drydock.err());
    }
  }

  @Test
  void everyCommandPrintsThroughTheOneWriter() {
    PrintWriter nowhere = new PrintWriter(new StringWriter());
    var root = DrydockCommand.commandLine(nowhere, nowhere, new CliContext(Map.of(), folder));
    assertThat(Stream.concat(Stream.of(root), root.getSubcommands().values().stream()))
        .allMatch(command -> command.getOut() instanceof ConsoleWriter)
        .allMatch(command -> command.getErr() instanceof ConsoleWriter);
  }

  /** Whoever makes a text of a result is in the list above: a new one fails here. */
  @Test
  void noWriterIsForgotten() {
    Set<String> found =
        new ClassFileImporter()
                .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                .importPackages("dev.drydock.report", "dev.drydock.batch", "dev.drydock.cli")
                .stream()
                .filter(type -> !type.isNestedClass())
                .flatMap(WritersTest::writersOf)
                .collect(toCollection(TreeSet::new));
    assertThat(found).hasSizeGreaterThan(10).isSubsetOf(writers().keySet());
  }

  private static Stream<String> writersOf(JavaClass type) {
    if (type.isAssignableTo(BatchView.class) || type.isAssignableTo(Progress.class)) {
      return type.isInterface() ? Stream.empty() : Stream.of(type.getSimpleName());
    }
    return type.getMethods().stream()
        .filter(method -> method.getModifiers().contains(JavaModifier.PUBLIC))
        .filter(method -> method.getModifiers().contains(JavaModifier.STATIC))
        .filter(WritersTest::makesTextOfAResult)
        .map(method -> type.getSimpleName() + "." + method.getName());
  }

  private static boolean makesTextOfAResult(JavaMethod method) {
    boolean ofAResult =
        method.getParameterTypes().stream()
            .flatMap(one -> one.getAllInvolvedRawTypes().stream())
            .anyMatch(
                one ->
                    one.isEquivalentTo(SubmissionResult.class)
                        || one.isEquivalentTo(ImageResult.class)
                        || one.isEquivalentTo(CheckResult.class)
                        || one.isEquivalentTo(Reported.class)
                        || one.isEquivalentTo(FeedbackPage.Part.class));
    JavaClass made = method.getRawReturnType();
    return ofAResult
        && (made.isEquivalentTo(String.class)
            || made.isEquivalentTo(Path.class)
            || made.isEquivalentTo(Exported.class));
  }

  private record Writer(Function<SubmissionResult, String> write, Consumer<String> isFine) {}

  private static Writer console(Function<SubmissionResult, String> write) {
    return new Writer(write.andThen(ConsoleWriter::text), WritersTest::isPrintable);
  }

  /** There the only sequences are our own: styles, and a line begun anew. */
  private static Writer inColour(Function<SubmissionResult, String> write) {
    return new Writer(
        write.andThen(ConsoleWriter::text),
        shown -> isPrintable(shown.replaceAll("\r?\u001B\\[(0|1|2|31|32|33)?[mK]", "")));
  }

  private static void isPrintable(String shown) {
    assertThat(shown.replace("\r\n", "\n").codePoints())
        .allMatch(c -> c == '\n' || c == '\t' || Printable.isShowable(c));
    isNoCommand(shown);
  }

  private static void isNoCommand(String shown) {
    assertThat(shown.lines().map(String::strip)).noneMatch(line -> line.startsWith("::"));
    assertThat(shown).doesNotContain("##[", "##vso[", "##teamcity[");
  }

  private void isJson(String json) {
    isPrintable(json);
    Json.mapper().readTree(json);
  }

  private void isXml(String xml) {
    isPrintable(xml);
    try {
      DocumentBuilderFactory.newInstance()
          .newDocumentBuilder()
          .parse(new InputSource(new StringReader(xml)));
    } catch (Exception e) {
      throw new AssertionError(e);
    }
  }

  private void isHtml(String html) {
    assertThat(html.codePoints())
        .noneMatch(c -> c < ' ' && c != '\n' && c != '\t')
        .noneMatch(c -> c >= 0x7F && c < 0xA0)
        .noneMatch(c -> c >= 0x202A && c <= 0x202E || c >= 0x2066 && c <= 0x2069)
        .noneMatch(c -> c >= 0xD800 && c <= 0xDFFF);
    assertThat(html).doesNotContain("<img src=x", "href=\"javascript:");
    assertThat(TEXT_OF_HTML.matcher(html).find()).isFalse();
  }

  private void isCsv(String csv) {
    isNoCommand(ConsoleWriter.text(csv));
    try (CSVParser parser = CSVParser.parse(csv, CSVFormat.RFC4180)) {
      int width = -1;
      for (CSVRecord row : parser) {
        width = width < 0 ? row.size() : width;
        assertThat(row.size()).isEqualTo(width);
        assertThat(row).noneMatch(cell -> cell.matches("(?s)\\s*[=+@\\t\\r\\x00-].*"));
        assertThat(row).allMatch(cell -> cell.codePoints().allMatch(Printable::isShowable));
        assertThat(row).allMatch(cell -> cell.length() <= 32_001);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Consumer<String> of(Format format) {
    return switch (format) {
      case GRADESCOPE, SARIF, JSON -> this::isJson;
      case GITHUB ->
          text ->
              isJson(new String(Base64.getDecoder().decode(text.strip()), StandardCharsets.UTF_8));
      case MOODLE, CSV, CANVAS -> this::isCsv;
      case JUNIT -> this::isXml;
      case SIMILARITY -> WritersTest::isPrintable;
      case FEEDBACK ->
          pages -> {
            int begin = pages.indexOf("Feedback for ", pages.indexOf("</html>"));
            isHtml(pages.substring(0, begin));
            isPrintable(pages.substring(begin));
          };
    };
  }

  /** All files of an export, one after another; those of learning platforms are for one person. */
  private static String exported(Format format, SubmissionResult result) {
    ExportOptions options =
        switch (format) {
          case MOODLE -> ROSTER;
          case CANVAS -> ExportOptions.roster("Student,ID,3.9 (1)\nPoints Possible,,20\nana,1,\n");
          default -> ExportOptions.NONE;
        };
    boolean platform = format == Format.MOODLE || format == Format.CANVAS;
    Exported exported =
        format.render(List.of(mark(platform ? "ana" : text(result), result)), options);
    assertThat(exported.files()).isNotEmpty();
    assertThat(exported.files())
        .allMatch(file -> file.name().codePoints().allMatch(Printable::isShowable));
    return String.join("", exported.files().stream().map(Exported.File::text).toList());
  }

  private static Mark mark(String student, SubmissionResult result) {
    Instant at = Instant.parse("2026-03-02T08:00:00Z");
    return new Mark(
        new EntryId(student, "3.9"),
        text(result),
        new FileNames().of(student) + "/3.9",
        result,
        new Overrides.Decision(2.0, text(result)),
        List.of(new Attempt(at, "graded", 4_200, result.state(), false, 1, false, null)),
        at,
        true,
        at);
  }

  /** Every field of the sample holds it. */
  private static String text(SubmissionResult result) {
    return result.ignoredFiles().get(0);
  }

  private static ImageResult image(SubmissionResult result) {
    return result.images().get(0);
  }

  private static List<Reported> reported(SubmissionResult result) {
    return List.of(
        Reported.of(text(result), text(result), text(result), result), Reported.of(image(result)));
  }

  private interface OfCheck {
    String apply(CheckResult check, ConsoleStyle style);
  }

  private static String each(SubmissionResult result, OfCheck render) {
    return String.join(
        "\n",
        image(result).checks().stream()
            .map(check -> render.apply(check, ConsoleStyle.plain()))
            .toList());
  }

  private static String page(SubmissionResult result) {
    return HtmlReport.render(result, new HtmlReport.Options(text(result), null));
  }

  private String writtenPage(SubmissionResult result) {
    try {
      return Files.readString(HtmlReport.write(result, folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String imagePage(SubmissionResult result) {
    try {
      return Files.readString(HtmlReport.writeImage(text(result), image(result), folder));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String feedback(SubmissionResult result) {
    String text = text(result);
    return FeedbackPage.render(
        text, List.of(new FeedbackPage.Part(result, text, text, List.of(text))));
  }

  private static String view(SubmissionResult result, Function<PrintWriter, BatchView> of) {
    StringWriter shown = new StringWriter();
    EntryId entry = new EntryId(text(result), "3.9");
    BatchProgress progress = new BatchProgress(2, Clock.systemUTC());
    try (BatchView view = of.apply(new PrintWriter(shown))) {
      view.begin(progress);
      progress.started(entry);
      progress.at(entry, text(result), text(result));
      view.retrying(entry, text(result), 2, Duration.ZERO);
      view.note(text(result));
      view.settled(entry, result, Settled.GRADED);
    }
    return shown.toString();
  }

  private static String progress(
      SubmissionResult result, Function<PrintWriter, ProgressLine> line) {
    StringWriter shown = new StringWriter();
    try (ProgressLine progress = line.apply(new PrintWriter(shown))) {
      progress.at("build", text(result));
      progress.at(text(result), text(result));
    }
    return shown.toString();
  }
}
