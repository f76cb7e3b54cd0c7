/// A grid of little line plots on the same axes, for comparing: learning rates by optimisers.
public struct SmallMultiples: Codable, Sendable, Equatable {
  public var title: String
  /// What to see in it, for those who cannot.
  public var description: String
  public var x: LinePlot.Axis
  public var y: LinePlot.Axis
  /// One name per column, as many as the grid has columns; empty for up to three without names.
  public var columnNames: [String]
  /// One name per row; empty for none.
  public var rowNames: [String]
  /// What changes from column to column, and from row to row: "learning rate", "rule".
  public var columnsLabel: String
  public var rowsLabel: String
  /// Row by row; curves of one name look alike in all of them.
  public var panels: [Panel]
  /// Horizontal lines through every panel: a floor, a limit.
  public var rules: [LinePlot.Rule]
  /// The ends of the y axis; `nil` takes them from the data.
  ///
  /// Beyond them a curve is cut off and a mark says where it leaves, so that one that diverges does
  /// not flatten the others.
  public var yRange: ClosedRange<Double>?
  /// Whether all panels share one y axis, or only those of a row, whose name then says what it is.
  public var yAxes: YAxes

  public enum YAxes: String, Codable, Sendable { case common, byRow }

  public init(
    title: String, description: String, x: LinePlot.Axis, y: LinePlot.Axis,
    columnNames: [String] = [], rowNames: [String] = [], columnsLabel: String = "",
    rowsLabel: String = "", panels: [Panel], rules: [LinePlot.Rule] = [],
    yRange: ClosedRange<Double>? = nil, yAxes: YAxes = .common
  ) {
    self.title = title
    self.description = description
    self.x = x
    self.y = y
    self.columnNames = columnNames
    self.rowNames = rowNames
    self.columnsLabel = columnsLabel
    self.rowsLabel = rowsLabel
    self.panels = panels
    self.rules = rules
    self.yRange = yRange
    self.yAxes = yAxes
  }

  public struct Panel: Codable, Sendable, Equatable {
    public var series: [LinePlot.Series]
    /// A few words inside the panel: what it ends at, or why there is nothing to see.
    public var note: String?

    public init(_ series: [LinePlot.Series], note: String? = nil) {
      self.series = series
      self.note = note
    }
  }
}
