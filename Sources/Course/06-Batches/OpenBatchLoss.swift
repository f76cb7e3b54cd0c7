import Checking
import Contracts
import Recurrent
import Reference

/// All wrong losses of a batch.
let maskedCrossEntropyMisconceptions =
  batchLossMisconceptions + batchLossMeanMisconceptions + batchLossMaskMisconceptions
  + batchLossPlaceMisconceptions

// MARK: - The loss with its decisions laid open

struct BatchLoss: Sendable {
  typealias Input = MaskedCrossEntropyInput

  // The defaults are the right ones.
  /// Whether the place counts in the loss, and in the gradient.
  var counts: @Sendable (Input, _ t: Int, _ b: Int) -> Bool = { $0.batch.mask[$1, $2] > 0 }
  var keeps: @Sendable (Input, _ t: Int, _ b: Int) -> Bool = { $0.batch.mask[$1, $2] > 0 }
  /// What the loss is divided by, and the gradient; `nil` for the same.
  var count: @Sendable (Input) -> Double = { Double($0.batch.tokens) }
  var gradientCount: (@Sendable (Input) -> Double)?
  /// The weight of a place in the loss, and in the gradient; `nil` for one over the count.
  var weight: (@Sendable (Input, _ t: Int, _ b: Int) -> Double)?
  var gradientWeight: (@Sendable (Input, _ t: Int, _ b: Int) -> Double)?
  var probabilities: @Sendable (Input, _ t: Int, _ b: Int) throws -> Vector = {
    try softmax($0.logits[$1].column($2))
  }
  var loss: @Sendable (Input, _ t: Int, _ b: Int, _ target: Int) throws -> Double = {
    try crossEntropy([$0.logits[$1].column($2)], targets: [$3], reduction: .sum)
  }
  var target: @Sendable (Batch, _ t: Int, _ b: Int) -> Int = { $0.targets[$1][$2] }
  var dColumn: @Sendable (_ probabilities: Vector, _ target: Int) -> Vector = {
    $0 - hot($1, $0.count)
  }
  /// A place's column of the gradient.
  var share: @Sendable (_ d: Vector, _ weight: Double, _ target: Int) -> Vector = { d, weight, _ in
    weight * d
  }
  /// What stands at padding, before it is weighed; `nil` for zeros.
  var atPadding: (@Sendable (_ probabilities: Vector, _ target: Int) -> Vector)?
  var finish: @Sendable (inout MaskedCrossEntropyOutput) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] output in
        oldValue(&output)
        finish(&output)
      }
    }
  }

  func callAsFunction(_ input: Input) throws -> MaskedCrossEntropyOutput {
    let batch = input.batch
    var output = MaskedCrossEntropyOutput(
      loss: 0, dLogits: input.logits.map { Matrix(zeros: $0.rows, $0.columns) })
    for t in 0..<batch.steps {
      for b in 0..<batch.size {
        let target = target(batch, t, b)
        if counts(input, t, b) {
          let weight = weight?(input, t, b) ?? 1 / count(input)
          output.loss += weight * (try loss(input, t, b, target))
        }
        let isPadding = batch.mask[t, b] == 0
        guard keeps(input, t, b) || isPadding && atPadding != nil else { continue }
        let weight =
          (gradientWeight ?? weight)?(input, t, b) ?? 1 / (gradientCount ?? count)(input)
        let p = try probabilities(input, t, b)
        let d = isPadding ? (atPadding ?? dColumn)(p, target) : dColumn(p, target)
        let column = share(d, weight, target)
        for v in column.indices { output.dLogits[t][v, b] = column[v] }
      }
    }
    finish(&output)
    return output
  }
}

/// How many tokens sequence b has.
func length(of b: Int, in batch: Batch) -> Double { batch.mask.column(b).sum }

/// How many sequences have a token at step t.
func width(at t: Int, in batch: Batch) -> Double { batch.mask.row(t).sum }

func hot(_ target: Int, _ size: Int) -> Vector {
  var result = Vector(zeros: size)
  result[target] = 1
  return result
}

func softmaxOverRows(_ logits: Matrix) throws -> Matrix {
  Matrix(rows: try (0..<logits.rows).map { try softmax(logits.row($0)) })
}

func wrongBatchLoss(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout BatchLoss) -> Void
) -> Misconception<MaskedCrossEntropyInput, MaskedCrossEntropyOutput> {
  Misconception(
    name, explanation: explanation, question: question, in: BatchLoss(), run: { try $0($1) },
    change: change)
}
