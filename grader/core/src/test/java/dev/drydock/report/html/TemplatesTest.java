package dev.drydock.report.html;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import freemarker.cache.StringTemplateLoader;
import freemarker.template.Configuration;
import freemarker.template.Template;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TemplatesTest {

  private static String render(String name, String source, Map<String, ?> model) throws Exception {
    StringTemplateLoader loader = new StringTemplateLoader();
    loader.putTemplate(name, source);
    Configuration configuration = Templates.configuration(loader);
    Template template = configuration.getTemplate(name);
    PageWriter out = new PageWriter();
    template.process(model, out);
    return out.toString();
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.ftl", "x.ftlh", "x.txt"})
  void noEscDoesNotParseWhateverTheTemplateIsCalled(String name) {
    assertThatThrownBy(() -> render(name, "${text?no_esc}", Map.of("text", "<b>")))
        .hasMessageContaining("no_esc");
  }

  @ParameterizedTest
  @ValueSource(strings = {"x.ftl", "x.ftlh", "x.txt"})
  void everyInterpolationIsEscaped(String name) throws Exception {
    assertThat(render(name, "${text}", Map.of("text", "<b>\"&'")))
        .isEqualTo("&lt;b&gt;&quot;&amp;&#39;");
  }

  @Test
  void autoEscapingCannotBeSwitchedOff() {
    assertThatThrownBy(() -> render("x.ftl", "<#ftl auto_esc=false>${text}", Map.of("text", "<")))
        .hasMessageContaining("auto_esc");
    assertThatThrownBy(
            () -> render("x.ftl", "<#noautoesc>${text}</#noautoesc>", Map.of("text", "<")))
        .hasMessageContaining("autoesc");
  }

  @Test
  void numbersComeWithoutGrouping() throws Exception {
    assertThat(render("x.ftl", "${n} ${d} ${b}", Map.of("n", 1234567, "d", 12.5, "b", true)))
        .isEqualTo("1234567 12.5 true");
  }

  @Test
  void templatesCannotMakeObjectsOrCallMethods() {
    assertThatThrownBy(
            () -> render("x.ftl", "${'freemarker.template.utility.Execute'?new()('id')}", Map.of()))
        .hasMessageContaining("not allowed");
    assertThatThrownBy(() -> render("x.ftl", "${p.toFile()}", Map.of("p", Path.of("/etc/passwd"))))
        .isInstanceOf(Exception.class);
  }

  record Ship(String name, int draught) {
    String captain() {
      return "nobody's business";
    }
  }

  @Test
  void ofRecordsTheComponentsAreSeenAndNothingElse() throws Exception {
    Map<String, Ship> model = Map.of("ship", new Ship("Ada", 3));

    assertThat(render("x.ftl", "${ship.name} ${ship.draught} ${(ship.captain)!'-'}", model))
        .isEqualTo("Ada 3 -");
    assertThatThrownBy(() -> render("x.ftl", "${ship.captain()}", model))
        .hasMessageContaining("ship.captain");
  }

  @Test
  void whatRepeatsIsMadeOnceForEqualRecordsAndAnewForOthers() throws Exception {
    List<Ship> fleet = List.of(new Ship("Ada", 3), new Ship("Åland ⚓", 4), new Ship("Ada", 3));
    String source =
        "<#assign made = 0><#list fleet as s><@repeated of=s><#assign made++>"
            + "${s.name}<${s.draught}></@repeated>;</#list>${made}";

    assertThat(render("x.ftl", source, Map.of("fleet", fleet)))
        .isEqualTo("Ada<3>;Åland ⚓<4>;Ada<3>;2");
  }

  @Test
  void whatRepeatsIsOfARecord() {
    assertThatThrownBy(() -> render("x.ftl", "<@repeated of='Ada'>a</@repeated>", Map.of()))
        .hasMessageContaining("one record");
  }

  @Test
  void otherObjectsDoNotExist() {
    assertThatThrownBy(() -> render("x.ftl", "${t.name}", Map.of("t", new Thread())))
        .hasStackTraceContaining("templates do not see a java.lang.Thread");
  }

  @Test
  void markupOfOursPassesAsItIs() throws Exception {
    assertThat(render("x.ftl", "${m}", Map.of("m", new Markup("<p>a</p>").model())))
        .isEqualTo("<p>a</p>");
  }
}
