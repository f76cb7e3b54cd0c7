import Checking
import Contracts
import Recurrent
import Reference

// The training exercises' own functions, network by network.

extension OwnTraining where Network == RNNParameters {
  /// 03.5.
  static let rnn = OwnTraining(
    drawn: "02.1",
    model: { seed in
      var random = SeededRandom(seed: seed)
      return try initialParameters(
        hiddenSize: hiddenSize, vocabularySize: vocabularySize, using: &random)
    },
    pass: { ask, example, start, parameters in
      let start = start ?? Vector(zeros: hiddenSize)
      let trace: RNNTrace = try answer(
        ask, "02.4",
        RNNForwardInput(inputs: example.inputs, initialHidden: start, parameters: parameters))
      let loss: CrossEntropyOutput = try answer(
        ask, "02.5", CrossEntropyInput(logits: trace.logits, targets: example.targets))
      let back: RNNBackwardOutput = try answer(
        ask, "03.1",
        RNNBackwardInput(trace: trace, targets: example.targets, parameters: parameters))
      return SequencePass(
        loss: loss.sum, states: trace.hidden, gradients: back.gradients,
        dInitialState: back.dInitialHidden)
    },
    train: trained(by: "03.5"))

  /// 06.5: batches of one sequence, whose loss is a mean over tokens.
  static let batches = OwnTraining(
    drawn: "02.1", model: rnn.model,
    pass: { ask, example, start, parameters in
      let batch = try pad([example])
      let trace: BatchTrace = try answer(
        ask, "06.3",
        BatchedForwardInput(
          batch: batch, initialHidden: Matrix(column: start ?? Vector(zeros: hiddenSize)),
          parameters: parameters))
      let loss: MaskedCrossEntropyOutput = try answer(
        ask, "06.2", MaskedCrossEntropyInput(logits: trace.logits, batch: batch))
      let back: BatchedBackwardOutput = try answer(
        ask, "06.4",
        BatchedBackwardInput(trace: trace, dLogits: loss.dLogits, parameters: parameters))
      // The gradient of the sum, so that those of a sequence and of a part of it can be subtracted.
      let tokens = Double(example.inputs.count)
      var gradients = back.gradients
      gradients.tensors = gradients.tensors.map { tokens * $0 }
      return SequencePass(
        loss: tokens * loss.loss, states: try trace.hidden.map(onlyColumn), gradients: gradients,
        dInitialState: tokens * (try onlyColumn(back.dInitialHidden)))
    },
    train: { ask, parameters, examples, epochs, learningRate in
      let batches = try examples.map { try pad([$0]) }
      let output: BatchTrainingOutput = try answer(
        ask, "06.5",
        BatchTrainingInput(
          parameters: parameters, batches: (0..<epochs).flatMap { _ in batches },
          learningRate: learningRate, maximumNorm: maximumNorm))
      guard output.losses.count == epochs * examples.count else {
        throw NoAnswer(exercise: "06.5", reason: "gives another number of losses")
      }
      parameters = output.parameters
      return (0..<epochs).map { epoch in
        let losses = output.losses[(epoch * examples.count)...].prefix(examples.count)
        let sums = zip(losses, examples).map { $0 * Double($1.inputs.count) }
        return sums.reduce(0, +) / Double(examples.count)
      }
    })
}

/// The column of a batch of one.
private func onlyColumn(_ matrix: Matrix) throws -> Vector {
  guard matrix.columns == 1 else {
    throw NoAnswer(exercise: "06.3", reason: "gives states for another number of sequences")
  }
  return matrix.column(0)
}

extension OwnTraining where Network == LSTMParameters {
  /// 04.5; hidden state and cell are one state.
  static let lstm = OwnTraining(
    drawn: "04.1",
    model: { seed in
      var random = SeededRandom(seed: seed)
      return try initialLSTMParameters(
        hiddenSize: hiddenSize, vocabularySize: vocabularySize, using: &random)
    },
    pass: { ask, example, start, parameters in
      let start = start ?? Vector(zeros: 2 * hiddenSize)
      let trace: LSTMTrace = try answer(
        ask, "04.3",
        LSTMForwardInput(
          inputs: example.inputs, initialHidden: Vector(start.prefix(hiddenSize)),
          initialCell: Vector(start.suffix(hiddenSize)), parameters: parameters))
      let loss: CrossEntropyOutput = try answer(
        ask, "02.5", CrossEntropyInput(logits: trace.logits, targets: example.targets))
      let back: LSTMBackwardOutput = try answer(
        ask, "04.4",
        LSTMBackwardInput(trace: trace, targets: example.targets, parameters: parameters))
      return SequencePass(
        loss: loss.sum, states: trace.steps.map { $0.hidden.concatenated(with: $0.cell) },
        gradients: back.gradients,
        dInitialState: back.dInitialHidden.concatenated(with: back.dInitialCell))
    },
    train: trained(by: "04.5"))
}

extension OwnTraining where Network == GRUParameters {
  /// 07.5.
  static let gru = OwnTraining(
    drawn: "07.1",
    model: { seed in
      var random = SeededRandom(seed: seed)
      return try initialGRUParameters(
        hiddenSize: hiddenSize, vocabularySize: vocabularySize, using: &random)
    },
    pass: { ask, example, start, parameters in
      let trace: GRUTrace = try answer(
        ask, "07.3",
        GRUForwardInput(
          inputs: example.inputs, initialHidden: start ?? Vector(zeros: hiddenSize),
          parameters: parameters))
      let loss: CrossEntropyOutput = try answer(
        ask, "02.5", CrossEntropyInput(logits: trace.logits, targets: example.targets))
      let back: GRUBackwardOutput = try answer(
        ask, "07.4",
        GRUBackwardInput(trace: trace, targets: example.targets, parameters: parameters))
      return SequencePass(
        loss: loss.sum, states: trace.steps.map(\.hidden), gradients: back.gradients,
        dInitialState: back.dInitialHidden)
    },
    train: trained(by: "07.5"))
}

extension OwnTraining {
  /// The loop of 03.5, 04.5 or 07.5.
  private static func trained(
    by exercise: String
  ) -> @Sendable (Ask, inout Network, [Example], Int, Double) throws -> [Double] {
    { ask, parameters, examples, epochs, learningRate in
      let output: TrainingOutput<Network> = try answer(
        ask, exercise,
        TrainingInput(
          parameters: parameters, training: examples, validation: [examples[0]], epochs: epochs,
          learningRate: learningRate, maximumNorm: maximumNorm))
      parameters = output.parameters
      return output.trainingLoss
    }
  }
}
