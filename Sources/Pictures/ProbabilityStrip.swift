public import Recurrent
public import Transcripts

#if canImport(Darwin)
  import Darwin
#else
  import Glibc
#endif

// T steps, V vocabulary size.

/// The probability of each next token, after each token: one column for each step.
///
/// - Parameters:
///   - logits: T vectors of V elements.
///   - tokens: the T words that were read.
///   - vocabulary: V words.
/// - Throws: ``PictureError`` if there is not one vector for each token.
public func probabilityStrip(
  _ logits: [Vector], tokens: [String], vocabulary: [String], title: String = "What comes next?",
  description: String
) throws -> HeatMap {
  try PictureError.check(tokens: tokens, values: logits.count, "vectors of logits")
  let columns = logits.map(softmax)
  return HeatMap(
    title: title, description: description, xLabel: "token read", yLabel: "next",
    columnNames: tokens, rowNames: vocabulary,
    values: vocabulary.indices.map { word in columns.map { $0[word] } }, range: 0...1,
    valueLabel: "probability")
}

/// One row for each unit, one column for each step: states, cells or gates as a heat map.
///
/// - Parameters:
///   - vectors: T vectors of H elements.
///   - tokens: the T words that were read.
///   - order: the units from top to bottom; `nil` for 0, 1, 2, …
///   - range: of the colours; `nil` for ±the largest value.
/// - Throws: ``PictureError`` if there is not one vector for each token.
public func activationMap(
  _ vectors: [Vector], tokens: [String], title: String, description: String,
  order: [Int]? = nil, range: ClosedRange<Double>? = nil, valueLabel: String
) throws -> HeatMap {
  try PictureError.check(tokens: tokens, values: vectors.count, "vectors")
  let units = order ?? Array(0..<(vectors.first?.count ?? 0))
  let largest = vectors.lazy.flatMap { $0 }.map { abs($0) }.max() ?? 1
  return HeatMap(
    title: title, description: description, xLabel: "token read", yLabel: "unit",
    columnNames: tokens, rowNames: order == nil ? [] : units.map(String.init),
    values: units.map { unit in vectors.map { $0[unit] } },
    range: range ?? (-max(largest, 1e-300)...max(largest, 1e-300)), valueLabel: valueLabel)
}

func exponential(_ x: Double) -> Double { exp(x) }
