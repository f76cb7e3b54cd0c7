import Contracts
import Recurrent

/// `notebook_rnn`, `notebook_lstm`: the published lab's data and weights, losses at listed epochs.
struct NotebookGolden: Decodable {
  var hidden: Int
  var vocab: Int
  var lr: Double
  var clip: Double
  var epochs: Int
  var n_per_sequence: [Int]
  var initial: [String: GoldenTensor]
  var train_loss: [String: Double]
  var validation_loss: [String: Double]

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    if initial["W_f"] != nil {
      try verify(try LSTMParameters(golden: initial), answers, &report)
    } else {
      try verify(try RNNParameters(golden: initial), answers, &report)
    }
  }

  private func verify(
    _ start: some GoldenNetwork, _ answers: Answers, _ report: inout GoldenReport
  ) throws {
    report.compare("hidden", hidden, start.hiddenSize)
    report.compare("vocab", vocab, start.vocabularySize)
    let examples = try countingExamples(n_per_sequence)
    let parts = try answers.partition(Array(examples.indices))
    let run = try answers.train(
      TrainingInput(
        parameters: start, training: parts.training.map { examples[$0] },
        validation: parts.validation.map { examples[$0] }, epochs: epochs, learningRate: lr,
        maximumNorm: clip))
    try compare("train_loss", train_loss, run.trainingLoss, &report)
    try compare("validation_loss", validation_loss, run.validationLoss, &report)
  }

  private func compare(
    _ name: String, _ golden: [String: Double], _ computed: [Double], _ report: inout GoldenReport
  ) throws {
    for (text, loss) in golden.sorted(by: { (Int($0.key) ?? 0) < (Int($1.key) ?? 0) }) {
      guard let epoch = Int(text), computed.indices.contains(epoch) else {
        throw DecodingError.dataCorrupted(
          .init(
            codingPath: [], debugDescription: "\(name) lists epoch \(text) of \(computed.count)"))
      }
      report.compare("\(name)[\(text)]", loss, computed[epoch])
    }
  }
}
