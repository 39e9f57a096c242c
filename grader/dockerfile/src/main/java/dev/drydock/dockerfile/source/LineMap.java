package dev.drydock.dockerfile.source;

import java.util.ArrayList;
import java.util.List;

/**
 * Maps offsets in a text that was joined from several lines to positions in the file.
 *
 * @param pieces ascending by offset, the first at 0 or before; never empty
 */
public record LineMap(List<Piece> pieces) {

  /**
   * Copy the pieces.
   *
   * @param pieces ascending by offset, the first at 0 or before; never empty
   */
  public LineMap {
    pieces = List.copyOf(pieces);
  }

  /**
   * A stretch of the joined text that comes from one line: it ends where the next piece begins.
   *
   * @param offset of its first character in the joined text, in UTF-16 units
   * @param line it comes from, counted from 1
   * @param column of its first character on that line, counted from 1
   */
  public record Piece(int offset, int line, int column) {}

  /**
   * Find a character.
   *
   * @param offset in the joined text, in UTF-16 units
   * @return its position in the file
   */
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

  /**
   * Map the same text without its beginning.
   *
   * @param start number of characters left out
   * @return a map whose offset 0 is this map's {@code start}
   */
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
