package dev.drydock.site.markdown;

import dev.drydock.report.html.Highlighter;
import dev.drydock.report.html.Token;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/**
 * Code blocks, coloured when the site is built. The second word of a fence says whether a check
 * would {@code fail} or {@code pass} it; {@code console} shows commands with their output.
 */
final class Listings implements NodeRenderer {

  private final HtmlWriter html;

  Listings(HtmlNodeRendererContext context) {
    this.html = context.getWriter();
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(FencedCodeBlock.class, IndentedCodeBlock.class);
  }

  @Override
  public void render(Node node) {
    if (node instanceof IndentedCodeBlock block) {
      listing("", "", block.getLiteral());
    } else if (node instanceof FencedCodeBlock block) {
      String info = block.getInfo() == null ? "" : block.getInfo();
      String[] words = info.strip().split("\\s+", 2);
      listing(words[0], words.length > 1 ? words[1] : "", block.getLiteral());
    }
  }

  private void listing(String language, String mark, String text) {
    html.line();
    String kind =
        switch (mark) {
          case "fail" -> " listing--fail";
          case "pass" -> " listing--pass";
          default -> "";
        };
    open("div", "class", "listing" + kind, "data-copy", "");
    if (!mark.isEmpty()) {
      open("p", "class", "listing__name");
      html.text(
          switch (mark) {
            case "fail" -> "✘ fails";
            case "pass" -> "✔ passes";
            default -> mark;
          });
      html.tag("/p");
    }
    open("pre", "tabindex", "0");
    html.tag("code");
    if (language.equals("console")) {
      console(text);
    } else {
      lines(Highlighter.lines(language, text));
    }
    html.tag("/code");
    html.tag("/pre");
    html.tag("/div");
    html.line();
  }

  private void lines(List<List<Token>> lines) {
    for (List<Token> line : lines) {
      tokens(line);
      html.raw("\n");
    }
  }

  private void tokens(List<Token> line) {
    for (Token token : line) {
      if (token.kind().isEmpty()) {
        html.text(token.text());
      } else {
        span("t-" + token.kind(), token.text());
      }
    }
  }

  /** Commands behind a prompt, to be copied without it; a command goes on behind a backslash. */
  private void console(String text) {
    boolean continued = false;
    for (String line : text.stripTrailing().split("\n", -1)) {
      boolean prompt = line.startsWith("$ ") || line.startsWith("# ");
      if (line.isEmpty() && !continued) {
        html.raw("\n");
        continue;
      }
      if (prompt && !continued) {
        span("prompt", line.substring(0, 2));
      }
      if (prompt || continued) {
        String command = continued ? line : line.substring(2);
        open("span", "class", "cmd");
        Highlighter.lines("sh", command).forEach(this::tokens);
        html.tag("/span");
        continued = line.endsWith("\\");
      } else {
        span("out", line);
      }
      html.raw("\n");
    }
  }

  private void span(String cssClass, String text) {
    open("span", "class", cssClass);
    html.text(text);
    html.tag("/span");
  }

  private void open(String tag, String... attributes) {
    Map<String, String> map = new LinkedHashMap<>();
    for (int i = 0; i < attributes.length; i += 2) {
      map.put(attributes[i], attributes[i + 1]);
    }
    html.tag(tag, map);
  }
}
