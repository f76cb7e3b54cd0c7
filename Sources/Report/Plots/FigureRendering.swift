import CommonMark
import Transcripts

/// A figure with its caption, its description for those who cannot see it, and its numbers.
///
/// - Parameters:
///   - id: unique on the page.
///   - caption: takes the place of the figure's title below the picture; Markdown, as its author
///     writes the lesson.
///   - alternative: takes the place of the figure's description.
func figureHTML(
  _ figure: Figure, id: String, caption: String? = nil, alternative: String? = nil
) -> HTML {
  let words = caption.map(captionInlines) ?? [.text(figure.title)]
  let title = words.plainText.isEmpty ? figure.kind : words.plainText
  let description =
    [alternative, figure.description].compactMap(\.self).first { !$0.isEmpty }
    ?? "\(figure.kind); its numbers stand below it."
  let data = figure.data
  return tag("div", ["class": "plot", "id": id]) {
    tag("figure") {
      tag("div", ["class": "scroll", "tabindex": "0", "role": "group", "aria-label": title]) {
        for room in figure.rooms {
          figure.svg(
            id: room == .narrow ? "\(id)-narrow" : id, room: figure.rooms.count > 1 ? room : nil,
            title: title, description: description)
        }
      }
      tag("figcaption") {
        words.plainText.isEmpty ? HTML.text(title) : ProseRenderer.html(words)
        if let note = figure.drawingNote {
          words.plainText.last.map(".!?:…".contains) ?? true ? " " : ". "
          note
        }
      }
    }
    tag("details", ["class": "data"]) {
      tag("summary") { "Data of this figure" }
      if let note = data.note { tag("p", ["class": "note"]) { note } }
      tableHTML(data.table, caption: "Data of the figure: \(title)")
    }
  }
}

/// The caption's first paragraph; of anything else, the characters.
private func captionInlines(_ caption: String) -> [Inline] {
  let document = try? MarkdownDocument(parsing: caption)
  guard document?.blocks.count == 1, case .paragraph(let inlines)? = document?.blocks.first?.kind
  else { return [.text(caption)] }
  return inlines
}

extension Figure {
  fileprivate var kind: String {
    switch self {
    case .lines: "Line plot"
    case .multiples: "Grid of line plots"
    case .heatMap: "Heat map"
    case .histogram: "Histogram"
    case .diagram: "Diagram"
    }
  }

  fileprivate var drawingNote: String? {
    switch self {
    case .lines(let plot): missingNote(plot.series, on: plot.y.scale)
    case .multiples(let multiples): PanelGrid(multiples).note
    case .heatMap(let map): HeatGrid(map).note
    case .histogram(let histogram):
      histogram.barsPerBar > 1 ? "Each bar adds up \(histogram.barsPerBar)." : nil
    case .diagram: nil
    }
  }

  /// A diagram is legible at any width, as is a heat map that is narrow by itself.
  fileprivate var rooms: [DrawingRoom] {
    switch self {
    case .diagram: [.wide]
    case .heatMap(let map): map.isNarrow ? [.wide] : DrawingRoom.allCases
    default: DrawingRoom.allCases
    }
  }

  func svg(
    id: String, room: DrawingRoom? = nil, title: String, description: String
  ) -> HTML {
    switch self {
    case .lines(let plot): plot.svg(id: id, room: room, title: title, description: description)
    case .multiples(let multiples):
      multiples.svg(id: id, room: room, title: title, description: description)
    case .heatMap(let map): map.svg(id: id, room: room, title: title, description: description)
    case .histogram(let histogram):
      histogram.svg(id: id, room: room, title: title, description: description)
    case .diagram(let diagram): diagram.svg(id: id, title: title, description: description)
    }
  }
}
