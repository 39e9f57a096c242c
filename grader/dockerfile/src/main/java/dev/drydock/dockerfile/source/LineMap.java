package dev.drydock.dockerfile.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Where the characters of a text that was joined from several lines stand in the file.
 *
 * @param pieces ascending by offset, the first at 0 or before; never empty
 */
public record LineMap(List<Piece> pieces) {

  public LineMap {
    pieces = List.copyOf(pieces);
  }

  /** The part of the joined text from {@code offset} on, up to the next piece. */
  public record Piece(int offset, int line, int column) {}

  public Position at(int offset) {
    int low = 0;
    int high = pieces.size() - 1;
    while (low < high) {
      int middle = (low + high + 1) >>> 1;
      if (pieces.get(middle).offset() <= offset) {
        low = middle;
      } else {
        high = middle - 1;
      }
    }
    Piece piece = pieces.get(low);
    return new Position(piece.line(), piece.column() + Math.max(0, offset - piece.offset()));
  }

  /** The map of the same text without its first characters. */
  public LineMap from(int start) {
    List<Piece> shifted = new ArrayList<>();
    Position first = at(start);
    shifted.add(new Piece(0, first.line(), first.column()));
    for (Piece piece : pieces) {
      if (piece.offset() > start) {
        shifted.add(new Piece(piece.offset() - start, piece.line(), piece.column()));
      }
    }
    return new LineMap(shifted);
  }
}
