import Contracts
import Recurrent

/// `batch_*`: padded sequences with a mask.
///
/// Every sequence is run alone, without its padding, and the gradients are added up: what a batch has
/// to equal. Then all are run as one batch. The loss is a mean over the tokens of all sequences.
struct BatchGolden<Network: GoldenNetwork>: Decodable {
  var params: [String: GoldenTensor]
  var lengths: [Int]
  var inputs: [[Int]]
  var targets: [[Int]]
  var mask: [[Int]]
  var hidden_valid: [GoldenTensor]
  var logits_valid: [GoldenTensor]
  var last_hidden: GoldenTensor
  var tokens: Int
  var loss_mean_per_token: Double
  var grads: [String: GoldenTensor]
  var clip: GoldenClip
  var grads_clipped: [String: GoldenTensor]

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    let parameters = try Network(golden: params)
    let examples = try sequences(parameters.vocabularySize)
    report.compare("mask", mask, lengths.map { n in mask[0].indices.map { $0 < n ? 1 : 0 } })
    report.compare("tokens", tokens, lengths.reduce(0, +))

    var loss = 0.0
    var last: [Vector] = []
    var gradients = parameters.zeros
    for (k, example) in examples.enumerated() {
      let (hidden, logits) = try parameters.states(example.inputs, answers)
      report.compare("hidden_valid[\(k)]", hidden_valid[k], hidden.flat)
      report.compare("logits_valid[\(k)]", logits_valid[k], logits.flat)
      last.append(hidden[hidden.count - 1])
      let (sum, gradient) = try parameters.lossAndGradient(example, answers)
      loss += sum
      gradients.tensors = zip(gradients.tensors, gradient.tensors).map { $0 + $1 }
    }
    report.compare("last_hidden", last_hidden, last.flat)
    gradients.tensors = gradients.tensors.map { (1 / Double(tokens)) * $0 }
    report.compare("loss_mean_per_token", loss_mean_per_token, loss / Double(tokens))
    try compare("grads", grads, gradients, &report)
    try clip.compare(gradients, grads_clipped, answers, &report)
    if let together = try parameters.batched(examples, answers) {
      try verify(together, answers, &report)
    }
  }

  private func verify(
    _ answer: BatchAnswer<Network>, _ answers: Answers, _ report: inout GoldenReport
  ) throws {
    report.compare(
      "inputs", (0..<answer.batch.steps).map { t in inputs.map { $0[t] } }, answer.batch.inputs)
    report.compare(
      "targets", (0..<answer.batch.steps).map { t in targets.map { $0[t] } }, answer.batch.targets)
    report.compare(
      "mask", mask.flatMap(\.self).map(Double.init), answer.batch.mask.transposed.elements)
    func valid(_ matrices: [Matrix], _ k: Int) -> [Double] {
      matrices.prefix(lengths[k]).flatMap { Array($0.column(k)) }
    }
    for k in lengths.indices {
      report.compare("hidden_valid[\(k)]", hidden_valid[k], valid(answer.hidden, k))
      report.compare("logits_valid[\(k)]", logits_valid[k], valid(answer.logits, k))
    }
    // A sequence keeps its state where it is padded: the last row holds everybody's last state.
    report.compare(
      "last_hidden", last_hidden, answer.hidden.last.map { $0.transposed.elements } ?? [])
    report.compare("loss_mean_per_token", loss_mean_per_token, answer.loss)
    try compare("grads", grads, answer.gradients, &report)
    try clip.compare(answer.gradients, grads_clipped, answers, &report)
  }

  private func sequences(_ vocabularySize: Int) throws -> [Example] {
    guard tokens > 0, inputs.count == lengths.count, targets.count == lengths.count,
      mask.count == lengths.count, logits_valid.count == lengths.count,
      hidden_valid.count == lengths.count,
      lengths.allSatisfy({ $0 > 0 }),
      (inputs + targets + mask).allSatisfy({ $0.count == lengths.max() })
    else {
      throw DecodingError.dataCorrupted(
        .init(codingPath: [], debugDescription: "lengths, inputs, targets and mask do not agree"))
    }
    return try lengths.indices.map { k in
      let example = Example(
        inputs: Array(inputs[k].prefix(lengths[k])), targets: Array(targets[k].prefix(lengths[k])))
      try checkTokens(example.inputs, example.targets, vocabularySize)
      return example
    }
  }
}
