package dev.drydock.site.markdown;

import dev.drydock.report.html.Markup;
import dev.drydock.report.html.Texts;
import dev.drydock.site.model.Heading;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import org.commonmark.Extension;
import org.commonmark.ext.autolink.AutolinkExtension;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.Paragraph;
import org.commonmark.parser.Parser;
import org.commonmark.renderer.html.AttributeProvider;
import org.commonmark.renderer.html.HtmlRenderer;

/**
 * What both pipelines share: parsing, headings, callouts, listings, and a renderer that escapes raw
 * HTML and lets only harmless addresses through. Safe for use by several threads.
 */
final class Pipeline {

  private static final List<Extension> EXTENSIONS =
      List.of(
          TablesExtension.create(), StrikethroughExtension.create(), AutolinkExtension.create());

  private final Parser parser =
      Parser.builder()
          .extensions(EXTENSIONS)
          .postProcessor(new Callouts())
          .maxOpenBlockParsers(100)
          .build();

  Node parse(String source) {
    return parser.parse(source);
  }

  Rendered render(Node document, String title, String prefix, Map<Node, String> figures) {
    Map<Node, Heading> headings = headings(document, prefix);
    HtmlRenderer renderer =
        HtmlRenderer.builder()
            // the first renderer of a node wins: ours before the extensions'
            .nodeRendererFactory(Listings::new)
            .nodeRendererFactory(context -> new Blocks(context, headings, figures))
            .extensions(EXTENSIONS)
            .escapeHtml(true)
            .sanitizeUrls(true)
            .urlSanitizer(new SafeUrls())
            .percentEncodeUrls(true)
            .attributeProviderFactory(context -> new Attributes())
            .build();
    return new Rendered(
        title, lead(document), new Markup(renderer.render(document)), inOrder(document, headings));
  }

  /** Take the first-level heading out of the document and return its words. */
  static String takeTitle(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof org.commonmark.node.Heading heading && heading.getLevel() == 1) {
        heading.unlink();
        return PlainText.of(heading);
      }
    }
    return "";
  }

  private static String lead(Node document) {
    for (Node node = document.getFirstChild(); node != null; node = node.getNext()) {
      if (node instanceof Paragraph) {
        return PlainText.of(node);
      }
    }
    return "";
  }

  private static Map<Node, Heading> headings(Node document, String prefix) {
    Map<Node, Heading> headings = new IdentityHashMap<>();
    Map<String, Integer> used = new HashMap<>();
    for (Node node : headingNodes(document)) {
      String text = PlainText.of(node);
      String slug = prefix + Texts.slug(text);
      int count = used.merge(slug, 1, Integer::sum);
      int level = Math.max(2, ((org.commonmark.node.Heading) node).getLevel());
      headings.put(node, new Heading(level, count == 1 ? slug : slug + "-" + count, text));
    }
    return headings;
  }

  private static List<Heading> inOrder(Node document, Map<Node, Heading> headings) {
    List<Heading> list = new ArrayList<>();
    for (Node node : headingNodes(document)) {
      Heading heading = headings.get(node);
      if (heading != null) {
        list.add(heading);
      }
    }
    return list;
  }

  private static List<Node> headingNodes(Node document) {
    List<Node> nodes = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(org.commonmark.node.Heading heading) {
            nodes.add(heading);
          }
        });
    return nodes;
  }

  /** Classes in place of obsolete attributes. */
  private static final class Attributes implements AttributeProvider {

    @Override
    public void setAttributes(Node node, String tag, Map<String, String> attributes) {
      if (node instanceof TableCell) {
        String align = attributes.remove("align");
        if (align != null && !align.equals("left")) {
          attributes.put("class", align);
        }
        if (tag.equals("th")) {
          attributes.put("scope", "col");
        }
      } else if (node instanceof Image) {
        attributes.put("loading", "lazy");
      } else if (node instanceof Link link) {
        boolean outside = link.getDestination().startsWith("http");
        attributes.remove("rel");
        if (outside) {
          attributes.put("rel", "nofollow noreferrer");
        }
      }
    }
  }
}
