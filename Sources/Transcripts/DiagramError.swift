/// Why a diagram cannot be drawn, in words for who wrote it.
public enum DiagramError: Error, Equatable, CustomStringConvertible {
  case sameID(String)
  /// An edge begins or ends at a node that does not exist.
  case unknownNode(String, from: String, to: String)
  /// A group has a member that does not exist.
  case unknownMember(String, group: String)
  case emptyGroup(String)
  /// An edge from a node to itself needs bends to be seen.
  case flatLoop(String)
  /// A place or a size that is no number or far off the grid.
  case offTheGrid(String)
  case tooMany(nodes: Int, edges: Int)

  public var description: String {
    switch self {
    case .sameID(let id): "two nodes have the id '\(id)'; give each its own"
    case .unknownNode(let id, let from, let to):
      "the edge from '\(from)' to '\(to)' names '\(id)', and there is no such node"
    case .unknownMember(let id, let group):
      "the group '\(group)' names '\(id)', and there is no such node"
    case .emptyGroup(let group): "the group '\(group)' has no members"
    case .flatLoop(let id): "the edge from '\(id)' to itself has fewer than two bends"
    case .offTheGrid(let what):
      "\(what) lies off the grid: a place is within ±\(Int(Diagram.reach)) units, a size above 0"
    case .tooMany(let nodes, let edges):
      "\(nodes) nodes and \(edges) edges are more than a reader can follow; "
        + "the most are \(Diagram.mostNodes) and \(Diagram.mostEdges)"
    }
  }
}

extension Diagram {
  /// Beyond these a page would be megabytes, and nobody could read the picture.
  static let (mostNodes, mostEdges, mostBends) = (200, 400, 24)
  /// The farthest place from the middle of the grid, in units.
  static let reach = 200.0

  func validate() throws {
    guard nodes.count <= Self.mostNodes, edges.count <= Self.mostEdges else {
      throw DiagramError.tooMany(nodes: nodes.count, edges: edges.count)
    }
    var ids: Set<String> = []
    for node in nodes {
      guard ids.insert(node.id).inserted else { throw DiagramError.sameID(node.id) }
      let sizes = [node.width, node.height].compactMap(\.self)
      guard node.at.isOnGrid, sizes.allSatisfy({ $0 > 0 && $0 <= Self.reach }) else {
        throw DiagramError.offTheGrid("the node '\(node.id)'")
      }
    }
    for edge in edges {
      for id in [edge.from, edge.to] where !ids.contains(id) {
        throw DiagramError.unknownNode(id, from: edge.from, to: edge.to)
      }
      guard edge.bends.count <= Self.mostBends, edge.bends.allSatisfy(\.isOnGrid) else {
        throw DiagramError.offTheGrid("a bend of the edge from '\(edge.from)' to '\(edge.to)'")
      }
      if edge.from == edge.to, edge.bends.count < 2 { throw DiagramError.flatLoop(edge.from) }
    }
    for group in groups {
      if group.members.isEmpty { throw DiagramError.emptyGroup(group.label) }
      for id in group.members where !ids.contains(id) {
        throw DiagramError.unknownMember(id, group: group.label)
      }
    }
  }
}

extension Diagram.Place {
  /// A NaN is within nothing.
  fileprivate var isOnGrid: Bool { abs(x) <= Diagram.reach && abs(y) <= Diagram.reach }
}
