import Checking
import Testing
import Transcripts

@Suite("MutantMatrix")
struct MutantMatrixTests {
  /// Doubles, judged by three challenges of which one can kill nothing and one depends on the seed.
  static func doubles(
    _ misconceptions: [Misconception<[Double], [Double]>], comparesWithReference: Bool = true
  ) -> Exercise<[Double], [Double]> {
    Exercise(
      "01.1", "Doubles", points: 1, hints: [],
      challenges: { seed in
        [
          Challenge("zero", [0]), Challenge("one and two", [1, 2]),
          Challenge("seeded", seed.isMultiple(of: 2) ? [-1] : [1]),
        ]
      },
      reference: { $0.map { 2 * $0 } },
      observations: {
        [Observation("y", claim: "y = 2x", shape: [$0.count], values: .numbers($0))]
      },
      comparesWithReference: comparesWithReference,
      properties: [
        Property("is as long as the input") { input, output, _ in
          input.count == output.count ? nil : "it is not"
        }
      ],
      misconceptions: misconceptions)
  }

  static let squared = Misconception<[Double], [Double]>(
    "squared", explanation: "Each is a factor twice.", question: "How many factors?"
  ) { $0.map { $0 * $0 } }
  static let positive = Misconception<[Double], [Double]>(
    "without a sign", explanation: "It is.", question: "?"
  ) {
    $0.map { 2 * abs($0) }
  }
  static let late = Misconception<[Double], [Double]>(
    "wrong beyond a hundred", explanation: "It is.", question: "?"
  ) {
    $0.map { $0 > 100 ? 0 : 2 * $0 }
  }
  static let short = Misconception<[Double], [Double]>(
    "without the last", explanation: "It is.", question: "?"
  ) {
    $0.dropLast().map { 2 * $0 }
  }

  func matrix(
    _ misconceptions: [Misconception<[Double], [Double]>], comparesWithReference: Bool = true
  ) -> MutantMatrix {
    Self.doubles(misconceptions, comparesWithReference: comparesWithReference)
      .mutantMatrix(seeds: [1, 2, 3, 4, 5]) { _, _ in .noReply("nobody") }
  }

  @Test("a cell says where a check sees the mistake, seed by seed")
  func cells() throws {
    let matrix = matrix([Self.squared])
    #expect(
      matrix.columns.map(\.name) == ["zero", "one and two", "seeded", "is as long as the input"])
    #expect(matrix.columns.indices.map(matrix.label) == ["C1", "C2", "C3", "P1"])
    let row = try #require(matrix.rows.first)
    #expect(row.cells.map(\.kills) == [0, 5, 5, 0])
    #expect(row.cells[1].place == "y")
    #expect(row.explanation == "Each is a factor twice.")
    #expect(row.naming == .named)
    #expect(matrix.killers(of: row) == 2)
  }

  @Test("a misconception that no check kills is a survivor, and there is nothing to name")
  func survivor() throws {
    let matrix = matrix([Self.squared, Self.late])
    #expect(matrix.survivors.map(\.name) == ["wrong beyond a hundred"])
    let row = matrix.rows[1]
    #expect(matrix.deaths(of: row) == 0)
    #expect(row.naming == .nothingFailed)
    #expect(!matrix.isWeaklyKilled(row))
  }

  @Test("what dies for some seeds only is a survivor of the others: its kill was luck")
  func luck() {
    let matrix = matrix([Self.positive])
    let row = matrix.rows[0]
    #expect(row.cells[2].places == [nil, "y", nil, "y", nil])
    #expect(!row.cells[2].isReliable)
    #expect(matrix.deaths(of: row) == 2)
    #expect(matrix.survivors == [row])
  }

  @Test("what a single check kills is weakly killed, and that check kills it alone")
  func weak() {
    let almost = Misconception<[Double], [Double]>(
      "wrong at two", explanation: "It is.", question: "?"
    ) {
      $0.map { $0 == 2 ? 5 : 2 * $0 }
    }
    let matrix = matrix([Self.squared, almost])
    #expect(matrix.rows.map(matrix.isWeaklyKilled) == [false, true])
    #expect(matrix.columns.indices.map(matrix.killsAlone) == [0, 1, 0, 0])
    #expect(matrix.columns.indices.map(matrix.kills) == [0, 2, 1, 0])
  }

  @Test("a check that kills nothing is told as idle")
  func idle() {
    #expect(matrix([Self.squared]).idleColumns == [0, 3])
    #expect(matrix([Self.squared, Self.short]).idleColumns == [])
  }

  @Test(
    "where anything with the properties is right, a challenge kills by a property, counted once")
  func propertiesOnly() {
    let matrix = matrix([Self.squared, Self.short], comparesWithReference: false)
    #expect(matrix.survivors.map(\.name) == ["squared"])
    #expect(matrix.rows[1].cells.map(\.place) == ["P1", "P1", "P1", "C1"])
    #expect(matrix.killers(of: matrix.rows[1]) == 3)
  }

  @Test("two misconceptions with the same results are told as not named")
  func twins() {
    let matrix = matrix([Self.squared, Self.squared])
    #expect(matrix.rows.map(\.naming) == [.silent, .silent])
  }

  @Test("a misconception that throws is killed, and the cell says so")
  func throwing() {
    let thrower = Misconception<[Double], [Double]>("throws", explanation: "It is.", question: "?")
    { _ in
      throw NotImplemented("01.1")
    }
    #expect(matrix([thrower]).rows[0].cells[0].place == "throws")
  }
}
