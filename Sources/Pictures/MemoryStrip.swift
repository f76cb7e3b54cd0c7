public import Recurrent
public import Transcripts

// T steps, V vocabulary size, H hidden size.

/// Parameters in which every place of a sequence can have a word of its own.
///
/// Then the gradient of a word's columns says how much the losses depend on what was read at *that*
/// place, and an ordinary backward pass is all it takes to know.
public protocol PlacewiseParameters: ParameterSet {
  /// The same network over T words, word t with the columns of `inputs[t]`: it computes what this one
  /// computes from `inputs` when it reads 0, 1, … T − 1.
  ///
  /// Where T is below V, further words follow that nobody reads; where it is above, further logits
  /// that are never likely.
  func spelledOut(_ inputs: [Int]) -> Self

  /// Of a gradient, the length of what meets the input `word`.
  func inputNorm(_ word: Int) -> Double
}

/// Which earlier tokens each prediction depends on: a square for each pair, by the norm of a gradient.
///
/// Row t belongs to the prediction after token t, column s to the token at s. The value is
/// ‖∂Lₜ/∂(U xₛ)‖, the length of the gradient of the loss at t by what the token at s added before the
/// activations, as a share of the largest of its row: a prediction that is nearly certain has a small
/// gradient, and depends on something all the same.
///
/// - Parameters:
///   - example: inputs and targets of T ≥ 1 steps.
///   - words: what to write beside the squares, T of them, the inputs as words.
///   - parameters: of a trained network.
///   - gradient: your own backward pass: inputs, targets and parameters to the gradient of the summed
///     loss. It is called T times.
/// - Throws: ``PictureError`` if the counts differ; what `gradient` throws.
public func memoryStrip<Parameters: PlacewiseParameters>(
  _ example: Example, words: [String], of parameters: Parameters,
  title: String = "Which token matters for which prediction",
  gradient: (_ inputs: [Int], _ targets: [Int], _ parameters: Parameters) throws -> Parameters
) throws -> HeatMap {
  let count = example.inputs.count
  try PictureError.check(tokens: words, values: count, "inputs")
  let spelled = parameters.spelledOut(example.inputs)
  var before = spelled.zeros
  var rows: [[Double]] = []
  for t in 0..<count {
    // The gradient of the losses up to t, less that up to t − 1, is that of the loss at t.
    let upToHere = try gradient(
      Array(0...t), Array(example.targets.prefix(t + 1)), spelled)
    var own = upToHere
    own.tensors = zip(upToHere.tensors, before.tensors).map { $0 - $1 }
    before = upToHere
    let norms = (0...t).map { own.inputNorm($0) }
    let largest = norms.max() ?? 0
    rows.append(
      norms.map { largest > 0 ? $0 / largest : 0 }
        + [Double](repeating: .nan, count: count - t - 1))
  }
  return HeatMap(
    title: title,
    description: """
      Row by row, from the prediction after the first token to that after the last: the share of each \
      token read so far. Squares of tokens that are still to come are empty.
      """,
    xLabel: "token read", yLabel: "prediction after", columnNames: words, rowNames: words,
    values: rows, range: 0...1, valueLabel: "share of the largest")
}

// MARK: - The three networks

extension RNNParameters: PlacewiseParameters {
  public func spelledOut(_ inputs: [Int]) -> RNNParameters {
    var result = self
    result.U = U.selecting(columns: spelling(inputs, vocabularySize))
    (result.W, result.bOutput) = widened(W, bOutput, to: result.U.columns)
    return result
  }

  public func inputNorm(_ word: Int) -> Double { U.column(word).norm }
}

extension LSTMParameters: PlacewiseParameters {
  public func spelledOut(_ inputs: [Int]) -> LSTMParameters {
    let columns =
      Array(0..<hiddenSize) + spelling(inputs, vocabularySize).map { hiddenSize + $0 }
    var result = self
    for weight in [\LSTMParameters.Wf, \.Wi, \.Wg, \.Wo] {
      result[keyPath: weight] = self[keyPath: weight].selecting(columns: columns)
    }
    (result.Wv, result.bv) = widened(Wv, bv, to: columns.count - hiddenSize)
    return result
  }

  public func inputNorm(_ word: Int) -> Double {
    length([Wf, Wi, Wg, Wo].map { $0.column(hiddenSize + word) })
  }
}

extension GRUParameters: PlacewiseParameters {
  public func spelledOut(_ inputs: [Int]) -> GRUParameters {
    let columns = spelling(inputs, vocabularySize)
    var result = self
    for weight in [\GRUParameters.Wxr, \.Wxz, \.Wxn] {
      result[keyPath: weight] = self[keyPath: weight].selecting(columns: columns)
    }
    (result.Wv, result.bv) = widened(Wv, bv, to: columns.count)
    return result
  }

  public func inputNorm(_ word: Int) -> Double {
    length([Wxr, Wxz, Wxn].map { $0.column(word) })
  }
}

/// The inputs, and behind them words that nobody reads, up to `vocabularySize`.
private func spelling(_ inputs: [Int], _ vocabularySize: Int) -> [Int] {
  inputs + [Int](repeating: 0, count: max(0, vocabularySize - inputs.count))
}

/// Logits for further words whose probability is exactly zero.
private func widened(_ weight: Matrix, _ bias: Vector, to words: Int) -> (Matrix, Vector) {
  let more = words - weight.rows
  guard more > 0 else { return (weight, bias) }
  let rows = (0..<weight.rows).map { weight.row($0) }
  let none = [Vector](repeating: Vector(zeros: weight.columns), count: more)
  return (
    Matrix(rows: rows + none),
    bias.concatenated(with: Vector([Double](repeating: -1e4, count: more)))
  )
}

private func length(_ parts: [Vector]) -> Double {
  parts.reduce(0) { $0 + $1.dot($1) }.squareRoot()
}
