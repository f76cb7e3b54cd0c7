// What every figure's SVG has in common.

/// How much room a drawing has: a column of text, or a phone held upright.
///
/// Shrunk to a phone, a drawing for the column is too small to read; so each plot is drawn for both,
/// and the stylesheet shows one.
enum DrawingRoom: String, CaseIterable {
  case wide, narrow

  var width: Double { self == .wide ? 640 : 360 }
}

/// A drawing whose name and description a screen reader speaks.
///
/// Lengths are in its own units, which are CSS pixels when there is room.
///
/// - Parameters:
///   - minimumWidth: where its text gets too small; narrower windows scroll. four fifths of
///     the width leave 10 pixels of the 12.5 of an axis' numbers.
///   - room: the one that it is made for; `nil` for any.
///   - maximumWidth: where it stops growing; `nil` for its own width.
func drawing(
  id: String, room: DrawingRoom? = nil, width: Double, height: Double, minimumWidth: Double? = nil,
  maximumWidth: Double? = nil, title: String, description: String,
  @HTMLBuilder content: () -> HTML
) -> HTML {
  tag(
    "svg",
    [
      "class": room?.rawValue, "role": "img", "aria-labelledby": "\(id)-title \(id)-desc",
      "viewBox": "0 0 \(coordinate(width)) \(coordinate(height))",
      "style":
        "max-width:\(coordinate(maximumWidth ?? width))px;min-width:\(coordinate(minimumWidth ?? width * 0.8))px",
    ]
  ) {
    tag("title", ["id": "\(id)-title"]) { title }
    tag("desc", ["id": "\(id)-desc"]) { description }
    content()
  }
}

enum TextAnchor: String { case start, middle, end }

/// Text in a drawing.
func label(
  _ text: String, x: Double, y: Double, anchor: TextAnchor = .start, style: String? = nil
) -> HTML {
  tag(
    "text",
    [
      "class": style, "x": coordinate(x), "y": coordinate(y),
      "text-anchor": anchor == .start ? nil : anchor.rawValue,
    ]
  ) { text } + HTML.text("\n")
}

func line(_ x1: Double, _ y1: Double, _ x2: Double, _ y2: Double, style: String) -> HTML {
  tag(
    "path",
    [
      "class": style,
      "d": "M\(coordinate(x1)) \(coordinate(y1))L\(coordinate(x2)) \(coordinate(y2))",
    ])
}

/// About how wide `text` is at the drawings' 13 units: their font is the reader's own.
func textWidth(_ text: String) -> Double {
  text.reduce(0) {
    $0
      + ("iljft.,:;|'()[] 1".contains($1)
        ? 4.6 : "mwMWQ@—".contains($1) ? 11 : "₀₁₂₃₄₅₆₇₈₉₋ᵀ′".contains($1) ? 5.2 : 7.4)
  }
}

/// `text` with an ellipsis where it is too long for its place.
func shortened(_ text: String, to count: Int) -> String {
  let oneLine = text.split(whereSeparator: \.isNewline).joined(separator: " ")
  return oneLine.count <= count ? oneLine : oneLine.prefix(max(1, count - 1)) + "…"
}

/// The end of a curve, in a shape of its own.
func marker(_ shape: Int, at point: Point, style: String) -> HTML {
  let (x, y) = (point.x, point.y)
  func path(_ corners: [(Double, Double)]) -> String {
    corners.enumerated().map { index, corner in
      "\(index == 0 ? "M" : "L")\(coordinate(x + corner.0)) \(coordinate(y + corner.1))"
    }.joined() + "Z"
  }
  let outline =
    switch shape % 6 {
    case 0: circle(x, y, radius: 3.6)
    case 1: path([(-3.4, -3.4), (3.4, -3.4), (3.4, 3.4), (-3.4, 3.4)])
    case 2: path([(0, -4.4), (4.2, 3.2), (-4.2, 3.2)])
    case 3: path([(0, -4.8), (4.8, 0), (0, 4.8), (-4.8, 0)])
    case 4: path([(0, 4.4), (4.2, -3.2), (-4.2, -3.2)])
    default:
      path([
        (-4, -1.4), (-1.4, -1.4), (-1.4, -4), (1.4, -4), (1.4, -1.4), (4, -1.4), (4, 1.4),
        (1.4, 1.4), (1.4, 4), (-1.4, 4), (-1.4, 1.4), (-4, 1.4),
      ])
    }
  return tag("path", ["class": style, "d": outline])
}

private func circle(_ x: Double, _ y: Double, radius: Double) -> String {
  let r = coordinate(radius)
  let start = "M\(coordinate(x - radius)) \(coordinate(y))"
  return start
    + "a\(r) \(r) 0 1 0 \(coordinate(2 * radius)) 0a\(r) \(r) 0 1 0 \(coordinate(-2 * radius)) 0Z"
}
