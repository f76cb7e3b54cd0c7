/// Nodes on a grid and the connections between them: a network unrolled, a cell with its paths.
///
/// A place is given in units, to the right and downwards; a box with a word in it is about two wide
/// and one high. Where no size is given, a node is as large as its text.
public struct Diagram: Codable, Sendable, Equatable {
  public private(set) var title: String
  /// What to see in it, for those who cannot.
  public private(set) var description: String
  public private(set) var nodes: [Node]
  public private(set) var edges: [Edge]
  public private(set) var groups: [Group]

  /// - Throws: ``DiagramError``, which names what cannot be drawn.
  public init(
    title: String, description: String, nodes: [Node], edges: [Edge], groups: [Group] = []
  ) throws {
    self.title = title
    self.description = description
    self.nodes = nodes
    self.edges = edges
    self.groups = groups
    try validate()
  }

  /// What comes from a file or another process is as valid as what is made here.
  public init(from decoder: any Decoder) throws {
    let values = try decoder.container(keyedBy: CodingKeys.self)
    try self.init(
      title: values.decode(String.self, forKey: .title),
      description: values.decode(String.self, forKey: .description),
      nodes: values.decode([Node].self, forKey: .nodes),
      edges: values.decode([Edge].self, forKey: .edges),
      groups: values.decode([Group].self, forKey: .groups))
  }

  /// A point of the grid.
  public struct Place: Codable, Sendable, Equatable {
    public var x: Double
    public var y: Double

    public init(_ x: Double, _ y: Double) {
      self.x = x
      self.y = y
    }
  }

  /// What belongs together looks alike; each tone has a stroke of its own besides its colour.
  public enum Tone: String, Codable, Sendable, CaseIterable {
    /// A plain line.
    case plain
    /// A thick line: the path that the picture is about.
    case main
    /// A second path, solid.
    case second
    /// A third path, dashed.
    case third
    /// Thin and pale: there, but not what one should look at.
    case quiet
  }

  public struct Node: Codable, Sendable, Equatable {
    public enum Shape: String, Codable, Sendable, CaseIterable {
      /// A rectangle: a layer, a function with weights.
      case box
      /// A rectangle with round ends: a value, a state.
      case pill
      /// A circle: a gate, an operation element by element.
      case circle
      /// Words without an outline.
      case text
    }

    public var id: String
    /// The words in it.
    public var label: String
    /// A second, smaller line.
    public var note: String?
    /// What the table of connections calls it; `nil` for its label.
    public var name: String?
    /// Its middle.
    public var at: Place
    public var shape: Shape
    public var tone: Tone
    /// In units; `nil` for as wide as its text.
    public var width: Double?
    public var height: Double?

    public init(
      _ id: String, _ label: String, note: String? = nil, name: String? = nil, x: Double, y: Double,
      shape: Shape = .box, tone: Tone = .plain, width: Double? = nil, height: Double? = nil
    ) {
      self.id = id
      self.label = label
      self.note = note
      self.name = name
      self.at = Place(x, y)
      self.shape = shape
      self.tone = tone
      self.width = width
      self.height = height
    }
  }

  /// A line from one node to another with an arrowhead at its end.
  ///
  /// Two edges of one node may run along the same way for a while; a dot marks where they part.
  public struct Edge: Codable, Sendable, Equatable {
    public var from: String
    public var to: String
    public var label: String?
    /// The corners on the way; none for a straight line.
    public var bends: [Place]
    public var tone: Tone

    public init(
      _ from: String, _ to: String, _ label: String? = nil, bends: [Place] = [], tone: Tone = .plain
    ) {
      self.from = from
      self.to = to
      self.label = label
      self.bends = bends
      self.tone = tone
    }
  }

  /// A frame around some of the nodes.
  public struct Group: Codable, Sendable, Equatable {
    public var label: String
    /// Ids of nodes.
    public var members: [String]

    public init(_ label: String, members: [String]) {
      self.label = label
      self.members = members
    }
  }
}
