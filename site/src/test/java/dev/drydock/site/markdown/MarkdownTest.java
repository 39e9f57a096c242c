package dev.drydock.site.markdown;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.drydock.site.model.ContentException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MarkdownTest {

  private static final CourseMarkdown.Context PLAIN =
      new CourseMarkdown.Context(
          UnaryOperator.identity(), yaml -> "<figure>" + yaml.length() + "</figure>");

  private static Rendered course(String source) {
    return new CourseMarkdown().render(source, "page.md", PLAIN);
  }

  private static String html(String source) {
    return course(source).body().html();
  }

  private static Document student(String source) {
    return Jsoup.parse(new StudentMarkdown().render(source).html());
  }

  @Test
  void firstHeadingIsTheTitleAndTheOthersCanBeLinked() {
    Rendered page = course("# The *title*\n\nLead.\n\n## A b\n\n### A b\n\n## `c` d");
    assertThat(page.title()).isEqualTo("The title");
    assertThat(page.lead()).isEqualTo("Lead.");
    assertThat(page.headings())
        .containsExactly(
            new dev.drydock.site.model.Heading(2, "a-b", "A b"),
            new dev.drydock.site.model.Heading(3, "a-b-2", "A b"),
            new dev.drydock.site.model.Heading(2, "c-d", "c d"));
    assertThat(page.body().html())
        .doesNotContain("<h1")
        .contains(
            "<h2 id=\"a-b\">A b <a aria-label=\"Link to the section A b\" class=\"anchor\" href=\"#a-b\">#</a></h2>");
  }

  @Test
  void notesWarningsAndHintsAreBlocks() {
    Document page =
        Jsoup.parse(
            html(
                """
                > [!NOTE]
                > one **two**

                > [!WARNING] Not `here`
                > three

                > [!HINT] Where to look
                > - four

                > [!HINT]
                > five

                > quoted [!NOTE]
                """));
    assertThat(page.select(".callout--note").text()).isEqualTo("Note one two");
    assertThat(page.select(".callout--warning .callout__title").text()).isEqualTo("Not here");
    assertThat(page.select("details.hint summary").eachText())
        .containsExactly("Hint 1 Where to look", "Hint 2");
    assertThat(page.select("details.hint li").text()).isEqualTo("four");
    assertThat(page.select("blockquote").text()).isEqualTo("quoted [!NOTE]");
  }

  @Test
  void consoleTellsCommandsFromPromptsAndOutput() {
    Document page =
        Jsoup.parse(
            html("```console\n$ docker run \\\n    -it x\nout $ put\n# whoami\nroot\n```\n"));
    assertThat(page.select(".prompt").eachText()).containsExactly("$", "#");
    assertThat(page.select(".cmd").stream().map(Element::wholeText))
        .containsExactly("docker run \\", "    -it x", "whoami");
    assertThat(page.select(".out").eachText()).containsExactly("out $ put", "root");
    assertThat(page.select("[data-copy]")).hasSize(1);
  }

  @Test
  void listingsAreColouredAndMarked() {
    Document page =
        Jsoup.parse(
            html("```dockerfile fail\nFROM x AS y\n```\n\n```dockerfile pass\nFROM x\n```\n"));
    assertThat(page.select(".listing--fail .listing__name").text()).isEqualTo("✘ fails");
    assertThat(page.select(".listing--pass .listing__name").text()).isEqualTo("✔ passes");
    assertThat(page.select(".listing--fail .t-kw").eachText()).containsExactly("FROM", "AS");
  }

  @Test
  void everyOtherSyntaxComesOutAsUsual() {
    assertThat(
            html(
                """
                a *b* **c** ~~d~~ `e` <https://example.com/f> https://example.com/g [h](https://example.com "t")
                ![i](i.png)\\
                j

                - k
                  1. l

                > m

                ---

                | n | o |
                |:-:|--:|
                | p | q |

                    r <s>

                ```
                t & u
                ```
                """))
        .isEqualTo(
            """
            <p>a <em>b</em> <strong>c</strong> <del>d</del> <code>e</code> <a href="https://example.com/f" rel="nofollow noreferrer">https://example.com/f</a> <a href="https://example.com/g" rel="nofollow noreferrer">https://example.com/g</a> <a href="https://example.com" title="t" rel="nofollow noreferrer">h</a>
            <img src="i.png" alt="i" loading="lazy" /><br />
            j</p>
            <ul>
            <li>k
            <ol>
            <li>l</li>
            </ol>
            </li>
            </ul>
            <blockquote>
            <p>m</p>
            </blockquote>
            <hr />
            <div class="scroll" tabindex="0" role="group" aria-label="Table"><table>
            <thead>
            <tr>
            <th class="center" scope="col">n</th>
            <th class="right" scope="col">o</th>
            </tr>
            </thead>
            <tbody>
            <tr>
            <td class="center">p</td>
            <td class="right">q</td>
            </tr>
            </tbody>
            </table></div>
            <div class="listing" data-copy=""><pre tabindex="0"><code>r &lt;s&gt;
            </code></pre></div>
            <div class="listing" data-copy=""><pre tabindex="0"><code>t &amp; u
            </code></pre></div>
            """);
  }

  @Test
  void figuresAreMadeByTheirMaker() {
    assertThat(html("```figure\ndescent: 3.9\n```\n")).isEqualTo("<figure>13</figure>\n");
    CourseMarkdown.Context refusing =
        new CourseMarkdown.Context(
            UnaryOperator.identity(),
            yaml -> {
              throw new IllegalArgumentException("unknown key 'x'");
            });
    assertThatThrownBy(() -> new CourseMarkdown().render("```figure\nx: 1\n```", "a.md", refusing))
        .isInstanceOf(ContentException.class)
        .hasMessage("a.md: figure: unknown key 'x'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"<b>x</b>", "a <script>x</script>", "<details>\nx\n</details>"})
  void rawHtmlInTheCourseIsAnError(String source) {
    assertThatThrownBy(() -> course(source))
        .isInstanceOf(ContentException.class)
        .hasMessageStartingWith("page.md: raw HTML");
  }

  @Test
  void commentsInTheCourseVanish() {
    assertThat(html("a <!-- b -->\n\n<!-- c -->\n")).doesNotContain("b", "c", "<!--");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "javascript:alert(1)", "JaVaScRiPt:alert(1)", "&#106;avascript:alert(1)",
            "data:text/html,x",
        "vbscript:x", "file:///etc/passwd", "//evil.example/x", "\\\\evil.example/x",
        "java\tscript:alert(1)", "/absolute", " javascript:alert(1)"
      })
  void studentsLinksLeadOutOnlyByWebAndMail(String address) {
    Document page = student("[x](<" + address + ">) ![y](<" + address + ">)");
    assertThat(page.select("a").eachAttr("href")).containsOnly("");
    assertThat(page.select("img").eachAttr("src")).containsOnly("");
  }

  @Test
  void studentsImagesAreRelativeAndTheirHtmlIsText() {
    Document page =
        student(
            "![a](https://evil.example/a.png) ![b](b.png) <img src=x onerror=y>\n\n<script>z</script>");
    assertThat(page.select("img").eachAttr("src")).containsExactly("", "b.png");
    assertThat(page.select("script")).isEmpty();
    assertThat(page.text()).contains("<img src=x onerror=y>", "<script>z</script>");
  }

  @Test
  void studentsHeadingsCannotTakeIdsOfThePage() {
    assertThat(student("# main\n\n## nav").select("h2").eachAttr("id"))
        .containsExactly("student-main", "student-nav");
  }

  @Test
  void hintsWorkForStudentsToo() {
    assertThat(student("> [!HINT] t\n> x").select("details.hint")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"[", "![", "*a **", "> ", "`", "- ", "<", "[a](", "| a ", "\\", "~~", "&#1;"})
  void pathologicalTextTakesNoTime(String piece) {
    String source = piece.repeat(20_000);
    assertTimeoutPreemptively(Duration.ofSeconds(3), () -> new StudentMarkdown().render(source));
  }
}
