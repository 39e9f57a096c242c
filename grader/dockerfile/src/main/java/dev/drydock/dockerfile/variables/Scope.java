package dev.drydock.dockerfile.variables;

import dev.drydock.dockerfile.stage.Variable;
import dev.drydock.dockerfile.words.Lookup;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The variables at one place. Immutable and sharing its parts with the scopes before and after it
 * (a balanced tree), so that every instruction of a large file can keep its own.
 */
public final class Scope implements Lookup {

  public static final Scope EMPTY = new Scope(null);

  private final @Nullable Node root;

  private Scope(@Nullable Node root) {
    this.root = root;
  }

  public Scope with(Variable variable) {
    return new Scope(insert(root, variable));
  }

  public @Nullable Variable find(String name) {
    Node node = root;
    while (node != null) {
      int order = name.compareTo(node.variable.name());
      if (order == 0) {
        return node.variable;
      }
      node = order < 0 ? node.left : node.right;
    }
    return null;
  }

  @Override
  public @Nullable String get(String name) {
    Variable variable = find(name);
    return variable == null ? null : variable.value();
  }

  /** The first names in alphabetical order, for suggestions. */
  List<String> names(int limit) {
    List<String> names = new ArrayList<>();
    collect(root, names, limit);
    return names;
  }

  private static void collect(@Nullable Node node, List<String> names, int limit) {
    if (node == null || names.size() >= limit) {
      return;
    }
    collect(node.left, names, limit);
    if (names.size() < limit) {
      names.add(node.variable.name());
    }
    collect(node.right, names, limit);
  }

  private static Node insert(@Nullable Node node, Variable variable) {
    if (node == null) {
      return new Node(variable, null, null);
    }
    int order = variable.name().compareTo(node.variable.name());
    if (order == 0) {
      return new Node(variable, node.left, node.right);
    }
    return order < 0
        ? balanced(node.variable, insert(node.left, variable), node.right)
        : balanced(node.variable, node.left, insert(node.right, variable));
  }

  private static Node balanced(Variable variable, @Nullable Node left, @Nullable Node right) {
    if (left != null && height(left) > height(right) + 1) {
      Node inner = left.right;
      if (inner != null && height(inner) > height(left.left)) {
        return new Node(
            inner.variable,
            new Node(left.variable, left.left, inner.left),
            new Node(variable, inner.right, right));
      }
      return new Node(left.variable, left.left, new Node(variable, inner, right));
    }
    if (right != null && height(right) > height(left) + 1) {
      Node inner = right.left;
      if (inner != null && height(inner) > height(right.right)) {
        return new Node(
            inner.variable,
            new Node(variable, left, inner.left),
            new Node(right.variable, inner.right, right.right));
      }
      return new Node(right.variable, new Node(variable, left, inner), right.right);
    }
    return new Node(variable, left, right);
  }

  private static int height(@Nullable Node node) {
    return node == null ? 0 : node.height;
  }

  private static final class Node {
    private final Variable variable;
    private final @Nullable Node left;
    private final @Nullable Node right;
    private final int height;

    Node(Variable variable, @Nullable Node left, @Nullable Node right) {
      this.variable = variable;
      this.left = left;
      this.right = right;
      this.height = 1 + Math.max(height(left), height(right));
    }
  }
}
