/// Which check of an exercise kills which of its misconceptions, for several seeds: what an author looks
/// at to see holes, checks that do nothing, and kills that depend on luck.
public struct MutantMatrix: Sendable, Equatable {
  /// `"03.1"`.
  public var exercise: String
  public var title: String
  public var seeds: [UInt64]
  /// The challenges, then the properties.
  public var columns: [Column]
  /// One for each misconception, in the catalogue's order.
  public var rows: [Row]
  /// `false` when any result with the properties is right: then a challenge kills by a property.
  public var comparesWithReference: Bool

  public struct Column: Sendable, Equatable {
    public enum Kind: Sendable, Equatable { case challenge, property }

    public var kind: Kind
    /// The challenge's name for the first seed, or the property's claim.
    public var name: String
  }

  public struct Row: Sendable, Equatable {
    public var name: String
    public var explanation: String
    /// One for each column.
    public var cells: [Cell]
    public var naming: Naming
  }

  /// What one check says of one misconception.
  public struct Cell: Sendable, Equatable {
    /// Where it was seen, seed by seed: a tensor, perhaps with its time step; `nil` where it lived.
    public var places: [String?]

    /// In how many seeds it was killed.
    public var kills: Int { places.count { $0 != nil } }
    /// In all of them: no luck is needed.
    public var isReliable: Bool { kills == places.count && !places.isEmpty }
    /// The first place where it was seen.
    public var place: String? { places.lazy.compactMap(\.self).first }
  }

  /// What the diagnosis makes of it, for the first seed.
  public enum Naming: Sendable, Equatable {
    case named
    case silent
    /// Another name: the two cannot be told apart, or the catalogue is wrong.
    case takenFor(String)
    /// No check failed it, so that there was nothing to explain.
    case nothingFailed
  }
}

// MARK: - What an author reads off it

extension MutantMatrix {
  /// How many checks kill it for every seed.
  ///
  /// Where any result with the properties is right, each kill is seen twice, by the challenge and by the
  /// property, and is counted once.
  public func killers(of row: Row) -> Int { killingColumns(row).count }

  /// In how many seeds some check kills it.
  public func deaths(of row: Row) -> Int {
    seeds.indices.count { seed in row.cells.contains { $0.places[seed] != nil } }
  }

  /// What some seed lets through: holes in the checks.
  public var survivors: [Row] { rows.filter { deaths(of: $0) < seeds.count } }

  /// Killed for every seed, and by no more than one check in all of them.
  public func isWeaklyKilled(_ row: Row) -> Bool {
    deaths(of: row) == seeds.count && killers(of: row) <= 1
  }

  /// How many misconceptions this check kills, in at least one seed.
  public func kills(ofColumn column: Int) -> Int { rows.count { $0.cells[column].kills > 0 } }

  /// How many it alone kills for every seed: what would be missed without it.
  public func killsAlone(ofColumn column: Int) -> Int {
    rows.count { killingColumns($0) == [column] }
  }

  /// Checks that kill nothing for any seed.
  public var idleColumns: [Int] { columns.indices.filter { kills(ofColumn: $0) == 0 } }

  private func killingColumns(_ row: Row) -> [Int] {
    columns.indices.filter {
      row.cells[$0].isReliable && (comparesWithReference || columns[$0].kind == .challenge)
    }
  }

  /// "C1", "P2": challenges and properties by their numbers.
  public func label(ofColumn column: Int) -> String {
    let kind = columns[column].kind
    let number = columns[...column].count { $0.kind == kind }
    return kind == .challenge ? "C\(number)" : "P\(number)"
  }
}
