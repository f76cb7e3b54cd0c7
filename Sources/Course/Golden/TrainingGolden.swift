import Contracts
import Recurrent

/// `train_rnn`, `train_lstm`, `train_gru`: thirty epochs on twenty sequences, then greedy generation.
struct TrainingGolden<Network: GoldenNetwork>: Decodable {
  var config: Config
  var initial: [String: GoldenTensor]
  var loss_per_epoch: [Double]
  var max_grad_norm_per_epoch: [Double]
  var final: [String: GoldenTensor]
  var greedy: [Greedy]

  struct Config: Decodable {
    var hidden: Int
    var vocab: Int
    var epochs: Int
    var lr: Double
    var clip: Double
    var n_per_sequence: [Int]
  }

  struct Greedy: Decodable {
    var prompt: [Int]
    var generated: [Int]
    var min_margin: Double
  }

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    let start = try Network(golden: initial)
    report.compare("config.hidden", config.hidden, start.hiddenSize)
    report.compare("config.vocab", config.vocab, start.vocabularySize)
    report.compare("config.epochs", config.epochs, loss_per_epoch.count)
    let examples = try countingExamples(config.n_per_sequence)
    for example in examples {
      try checkTokens(example.inputs, example.targets, start.vocabularySize)
    }

    // The training loop as a whole …
    let run = try answers.train(
      TrainingInput(
        parameters: start, training: examples, validation: examples, epochs: config.epochs,
        learningRate: config.lr, maximumNorm: config.clip))
    report.compare(
      "loss_per_epoch", loss_per_epoch, run.trainingLoss, shape: [loss_per_epoch.count])
    try compare("final", final, run.parameters, &report)

    // … and step by step from its parts, which also shows the norms before clipping.
    var parameters = start
    var losses: [Double] = []
    var norms: [Double] = []
    for _ in 0..<config.epochs {
      var sum = 0.0
      var largest = 0.0
      for example in examples {
        let (loss, gradients) = try parameters.lossAndGradient(example, answers)
        sum += loss
        largest = max(largest, gradients.norm)
        let clipped = try answers.clip(gradients.tensors, config.clip)
        parameters.tensors = try answers.sgd(parameters.tensors, clipped, config.lr)
      }
      losses.append(sum / Double(examples.count))
      norms.append(largest)
    }
    report.compare("loss_per_epoch", loss_per_epoch, losses, shape: [loss_per_epoch.count])
    report.compare(
      "max_grad_norm_per_epoch", max_grad_norm_per_epoch, norms, shape: [norms.count])
    try compare("final", final, parameters, &report)

    for (k, golden) in greedy.enumerated() {
      try checkTokens(golden.prompt, golden.prompt, start.vocabularySize)
      let generated = try continuation(of: golden.prompt, parameters, answers)
      report.compare("greedy[\(k)].generated", golden.generated, generated)
      report.compare(
        "greedy[\(k)].min_margin", golden.min_margin,
        try margin(golden.prompt, generated, parameters, answers))
    }
  }

  /// Greedy generation, the whole prefix read again for every token, as the file was made.
  private func continuation(
    of prompt: [Int], _ parameters: Network, _ answers: Answers
  ) throws -> [Int] {
    if let rnn = parameters as? RNNParameters {
      return try answers.generate(
        GenerationInput(
          prompt: prompt, parameters: rnn, endOfSequence: CountingTask.endOfSequence, limit: 15))
    }
    var generated: [Int] = []
    while generated.count < 15,
      let next = try parameters.logits(prompt + generated, answers).last?.indexOfMaximum
    {
      generated.append(next)
      if next == CountingTask.endOfSequence { break }
    }
    return generated
  }

  /// The smallest distance between the two likeliest tokens on the way.
  private func margin(
    _ prompt: [Int], _ generated: [Int], _ parameters: Network, _ answers: Answers
  ) throws -> Double {
    let logits = try parameters.logits(prompt + generated.dropLast(), answers)
    return try logits.suffix(generated.count).map { logits in
      let probabilities = try answers.softmax(logits).sorted(by: >)
      return probabilities[0] - probabilities[1]
    }.min() ?? 0
  }
}

/// Sequences aⁿ bⁿ EOS with the ids the golden files use.
func countingExamples(_ lengths: [Int]) throws -> [Example] {
  guard lengths.allSatisfy({ (1...10_000).contains($0) }) else {
    throw DecodingError.dataCorrupted(
      .init(codingPath: [], debugDescription: "n_per_sequence has a length outside 1…10000"))
  }
  return lengths.map { n in
    let ids =
      Array(repeating: CountingTask.a, count: n) + Array(repeating: CountingTask.b, count: n)
      + [CountingTask.endOfSequence]
    return Example(inputs: Array(ids.dropLast()), targets: Array(ids.dropFirst()))
  }
}
