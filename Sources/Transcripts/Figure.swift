/// A picture as data; the report draws it.
public enum Figure: Codable, Sendable, Equatable {
  case lines(LinePlot)
  case multiples(SmallMultiples)
  case heatMap(HeatMap)
  case histogram(Histogram)
  case diagram(Diagram)
}

/// One or more curves on common axes.
public struct LinePlot: Codable, Sendable, Equatable {
  public var title: String
  /// What to see in it, for those who cannot.
  public var description: String
  public var x: Axis
  public var y: Axis
  public var series: [Series]
  /// Horizontal lines with a name: a floor, a limit.
  public var rules: [Rule]
  /// Upright lines with a name: where the training ended.
  public var marks: [Mark]

  public init(
    title: String, description: String, x: Axis, y: Axis, series: [Series], rules: [Rule] = [],
    marks: [Mark] = []
  ) {
    self.title = title
    self.description = description
    self.x = x
    self.y = y
    self.series = series
    self.rules = rules
    self.marks = marks
  }

  public struct Axis: Codable, Sendable, Equatable {
    public enum Scale: String, Codable, Sendable { case linear, logarithmic }

    public var label: String
    /// "nats per sequence"; `nil` for a pure number.
    public var unit: String?
    public var scale: Scale

    public init(_ label: String, unit: String? = nil, scale: Scale = .linear) {
      self.label = label
      self.unit = unit
      self.scale = scale
    }
  }

  /// A curve; points that are not finite leave a gap.
  public struct Series: Codable, Sendable, Equatable {
    /// Whose curve: the reference's is drawn beneath the student's.
    public enum Role: String, Codable, Sendable { case student, reference }

    public var name: String
    public var role: Role
    public var x: [Double]
    public var y: [Double]

    public init(_ name: String, role: Role = .student, x: [Double], y: [Double]) {
      self.name = name
      self.role = role
      self.x = x
      self.y = y
    }

    /// A curve over 0, 1, 2 and so on.
    public init(_ name: String, role: Role = .student, _ y: [Double]) {
      self.init(name, role: role, x: y.indices.map(Double.init), y: y)
    }
  }

  public struct Mark: Codable, Sendable, Equatable {
    public var name: String
    public var x: Double

    public init(_ name: String, x: Double) {
      self.name = name
      self.x = x
    }
  }

  public struct Rule: Codable, Sendable, Equatable {
    public var name: String
    public var y: Double

    public init(_ name: String, y: Double) {
      self.name = name
      self.y = y
    }
  }
}

/// A matrix as coloured cells.
public struct HeatMap: Codable, Sendable, Equatable {
  public var title: String
  public var description: String
  public var xLabel: String
  public var yLabel: String
  /// One name per column and row; empty for plain indices.
  public var columnNames: [String]
  public var rowNames: [String]
  /// Rows from top to bottom; all of one length.
  public var values: [[Double]]
  /// The values at the ends of the colour scale; `nil` takes them from the data.
  public var range: ClosedRange<Double>?
  /// What a value is: "activation", "probability".
  public var valueLabel: String

  public init(
    title: String, description: String, xLabel: String, yLabel: String, columnNames: [String] = [],
    rowNames: [String] = [], values: [[Double]], range: ClosedRange<Double>? = nil,
    valueLabel: String = "value"
  ) {
    self.title = title
    self.description = description
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.columnNames = columnNames
    self.rowNames = rowNames
    self.values = values
    self.range = range
    self.valueLabel = valueLabel
  }
}

/// How often each value occurs.
public struct Histogram: Codable, Sendable, Equatable {
  public var title: String
  public var description: String
  public var xLabel: String
  public var yLabel: String
  public var bars: [Bar]

  public init(title: String, description: String, xLabel: String, yLabel: String, bars: [Bar]) {
    self.title = title
    self.description = description
    self.xLabel = xLabel
    self.yLabel = yLabel
    self.bars = bars
  }

  public struct Bar: Codable, Sendable, Equatable {
    public var label: String
    public var count: Double

    public init(_ label: String, _ count: Double) {
      self.label = label
      self.count = count
    }
  }
}

/// Rows and columns of text.
public struct Table: Codable, Sendable, Equatable {
  public var caption: String
  public var columns: [String]
  public var rows: [[String]]

  public init(_ caption: String = "", columns: [String], rows: [[String]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }
}
