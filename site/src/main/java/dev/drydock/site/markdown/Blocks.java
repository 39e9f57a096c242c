package dev.drydock.site.markdown;

import dev.drydock.site.model.Heading;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.node.Node;
import org.commonmark.renderer.NodeRenderer;
import org.commonmark.renderer.html.HtmlNodeRendererContext;
import org.commonmark.renderer.html.HtmlWriter;

/** Renders callouts, headings with anchors, tables, and figures. */
final class Blocks implements NodeRenderer {

  private final HtmlNodeRendererContext context;
  private final HtmlWriter html;
  private final Map<Node, Heading> headings;
  private final Map<Node, String> figures;
  private int hints;

  /**
   * @param headings of the text, level 2 and deeper
   * @param figures HTML made for figure blocks
   */
  Blocks(HtmlNodeRendererContext context, Map<Node, Heading> headings, Map<Node, String> figures) {
    this.context = context;
    this.html = context.getWriter();
    this.headings = headings;
    this.figures = figures;
  }

  @Override
  public Set<Class<? extends Node>> getNodeTypes() {
    return Set.of(Callout.class, org.commonmark.node.Heading.class, Figure.class, TableBlock.class);
  }

  @Override
  public void render(Node node) {
    html.line();
    if (node instanceof Callout callout) {
      callout(callout);
    } else if (node instanceof TableBlock) {
      table(node);
    } else if (node instanceof Figure) {
      html.raw(figures.getOrDefault(node, ""));
    } else if (node instanceof org.commonmark.node.Heading heading) {
      heading(heading);
    }
    html.line();
  }

  private void callout(Callout callout) {
    String kind = callout.kind().name().toLowerCase(Locale.ROOT);
    if (callout.kind() == Callout.Kind.HINT) {
      hints++;
      html.tag("details", Map.of("class", "hint"));
      html.tag("summary");
      html.tag("span", Map.of("class", "hint__no"));
      html.text("Hint " + hints);
      html.tag("/span");
      if (!callout.title().equals(callout.kind().word())) {
        html.text(" " + callout.title());
      }
      html.tag("/summary");
      children(callout);
      html.tag("/details");
    } else {
      html.tag("div", Map.of("class", "callout callout--" + kind));
      html.tag("p", Map.of("class", "callout__title"));
      html.text(callout.title());
      html.tag("/p");
      children(callout);
      html.tag("/div");
    }
  }

  /** A table that scrolls by itself where the page is narrow. */
  private void table(Node table) {
    Map<String, String> region = new LinkedHashMap<>();
    region.put("class", "scroll");
    region.put("tabindex", "0");
    region.put("role", "group");
    region.put("aria-label", "Table");
    html.tag("div", region);
    html.tag("table");
    children(table);
    html.tag("/table");
    html.tag("/div");
  }

  private void heading(org.commonmark.node.Heading node) {
    Heading heading = headings.get(node);
    if (heading == null) {
      return;
    }
    String tag = "h" + heading.level();
    html.tag(tag, Map.of("id", heading.id()));
    children(node);
    html.text(" ");
    html.tag(
        "a",
        new TreeMap<>(
            Map.of(
                "class", "anchor",
                "href", "#" + heading.id(),
                "aria-label", "Link to the section " + heading.text())));
    html.text("#");
    html.tag("/a");
    html.tag("/" + tag);
  }

  private void children(Node parent) {
    Node node = parent.getFirstChild();
    while (node != null) {
      Node next = node.getNext();
      context.render(node);
      node = next;
    }
  }
}
