package dev.drydock.site.markdown;

import dev.drydock.site.model.ContentException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.commonmark.node.AbstractVisitor;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.HtmlBlock;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;

/**
 * Renders texts of the workbook. Beside Markdown they may have figures, and links of the workbook's
 * own kinds ({@code checks:I01}, {@code glossary:layer}); raw HTML is an error, not a surprise.
 */
public final class CourseMarkdown {

  private final Pipeline pipeline = new Pipeline();

  /**
   * What a page offers to its text.
   *
   * @param links from an address as written to one as served; throws {@link
   *     IllegalArgumentException} with the reason when it cannot be served
   * @param figures from the YAML body of a figure to its HTML; throws likewise
   */
  public record Context(UnaryOperator<String> links, UnaryOperator<String> figures) {}

  /**
   * @param file named in errors
   * @throws ContentException when the text cannot become a page
   */
  public Rendered render(String source, String file, Context context) {
    Node document = pipeline.parse(source);
    refuseHtml(document, file);
    resolveLinks(document, file, context.links());
    Map<Node, String> figures = figures(document, file, context.figures());
    return pipeline.render(document, Pipeline.takeTitle(document), "", figures);
  }

  private static void refuseHtml(Node document, String file) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(HtmlBlock block) {
            refuse(block.getLiteral());
            block.unlink();
          }

          @Override
          public void visit(HtmlInline inline) {
            refuse(inline.getLiteral());
            inline.unlink();
          }

          private void refuse(String html) {
            if (!html.strip().startsWith("<!--")) {
              throw new ContentException(file, "raw HTML is not shown: " + html.strip());
            }
          }
        });
  }

  private static void resolveLinks(Node document, String file, UnaryOperator<String> links) {
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(Link link) {
            link.setDestination(resolve(link.getDestination()));
            visitChildren(link);
          }

          @Override
          public void visit(Image image) {
            image.setDestination(resolve(image.getDestination()));
            visitChildren(image);
          }

          private String resolve(String destination) {
            try {
              return links.apply(destination);
            } catch (IllegalArgumentException e) {
              throw new ContentException(file, "link to " + destination + ": " + e.getMessage());
            }
          }
        });
  }

  private static Map<Node, String> figures(
      Node document, String file, UnaryOperator<String> figures) {
    List<FencedCodeBlock> fences = new ArrayList<>();
    document.accept(
        new AbstractVisitor() {
          @Override
          public void visit(FencedCodeBlock block) {
            if ("figure".equals(block.getInfo())) {
              fences.add(block);
            }
          }
        });
    Map<Node, String> made = new IdentityHashMap<>();
    for (FencedCodeBlock fence : fences) {
      Figure figure = new Figure(fence.getLiteral());
      fence.insertBefore(figure);
      fence.unlink();
      try {
        made.put(figure, figures.apply(figure.yaml()));
      } catch (IllegalArgumentException e) {
        throw new ContentException(file, "figure: " + e.getMessage());
      }
    }
    return made;
  }
}
