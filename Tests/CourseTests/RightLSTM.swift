import Contracts
import PublishedFaults
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

/// Right solutions of this lesson, written in other ways than the reference.
enum RightLSTM {
  static let initialParameters = RightVariant(
    "04.1", "gates drawn by a local function, as transposes of transposes"
  ) { (input: InitialParametersInput) in
    input.last { random in
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      func gate() -> Matrix { orthogonal(random.normal(H, H + V)).transposed.transposed }
      let zero = Vector(zeros: H)
      return LSTMParameters(
        Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(), Wv: orthogonal(random.normal(V, H)),
        bf: zero,
        bi: zero, bg: zero,
        bo: zero, bv: Vector(zeros: V))
    }
  }

  static let step = LSTMStepVariant.all.map { variant in
    RightVariant("04.2", "a step: \(variant.testDescription)") {
      (input: LSTMStepInput) in
      try variant.step(input.token, input.hidden, input.cell, input.parameters)
    }
  }

  static let forward = LSTMStepVariant.all.map { variant in
    RightVariant(
      "04.3", "a pass over the sequence on a step: \(variant.testDescription)"
    ) { (input: LSTMForwardInput) in
      let p = input.parameters
      var trace = LSTMTrace(
        inputs: input.inputs, initialHidden: input.initialHidden, initialCell: input.initialCell)
      for token in input.inputs {
        trace.steps.append(
          try variant.step(
            token, trace.steps.last?.hidden ?? input.initialHidden,
            trace.steps.last?.cell ?? input.initialCell, p))
      }
      // All logits at once, in the end.
      let logits = Matrix(rows: trace.steps.map(\.hidden)) * p.Wv.transposed
      trace.logits = (0..<logits.rows).map { p.bv + logits.row($0) }
      return trace
    }
  }

  static let forwardByRecursion = RightVariant(
    "04.3", "a pass over the sequence by recursion on its last token"
  ) { (input: LSTMForwardInput) in
    let p = input.parameters
    func pass(_ inputs: [Int]) throws -> LSTMTrace {
      guard let token = inputs.last else {
        return LSTMTrace(
          inputs: [], initialHidden: input.initialHidden, initialCell: input.initialCell)
      }
      var trace = try pass(inputs.dropLast())
      let step = try Reference.lstmStep(
        token, hidden: trace.steps.last?.hidden ?? trace.initialHidden,
        cell: trace.steps.last?.cell ?? trace.initialCell, parameters: p)
      trace.inputs.append(token)
      trace.steps.append(step)
      trace.logits.append(p.Wv * step.hidden + p.bv)
      return trace
    }
    return try pass(input.inputs)
  }

  static let backward = LSTMBackwardVariant.all.map { variant in
    RightVariant(
      "04.4", "a backward pass: \(variant.testDescription)",
      over: seeds.prefix(5)
    ) { (input: LSTMBackwardInput) in
      try variant.backward(input)
    }
  }

  static let training = LSTMBackwardVariant.all.map { variant in
    RightVariant(
      "04.5", "a training loop on a backward pass: \(variant.testDescription)",
      over: seeds.prefix(5)
    ) { (input: TrainingInput<LSTMParameters>) in
      func trace(_ example: Example, _ p: LSTMParameters) throws -> LSTMTrace {
        let zero = Vector(zeros: p.hiddenSize)
        return try Reference.lstmForward(
          example.inputs, initialHidden: zero, initialCell: zero, parameters: p)
      }
      return try plainTraining(
        input, logits: { try trace($0, $1).logits },
        gradients: { example, p in
          try variant.backward(
            LSTMBackwardInput(
              trace: try trace(example, p), targets: example.targets, parameters: p)
          ).gradients
        })
    }
  }

  static let trainingByFolding = RightVariant(
    "04.5", "a training loop that collects the losses of an epoch in a fold", over: seeds.prefix(5)
  ) { (input: TrainingInput<LSTMParameters>) in
    let zero = Vector(zeros: input.parameters.hiddenSize)
    func mean(_ losses: [Double]) -> Double { losses.reduce(0, +) / Double(losses.count) }
    var log = TrainingLog(epochs: input.epochs)
    let last = try (0..<input.epochs).reduce(input.parameters) { start, _ in
      let validation = try input.validation.map { example in
        try Reference.crossEntropy(
          try Reference.lstmForward(
            example.inputs, initialHidden: zero, initialCell: zero, parameters: start
          ).logits, targets: example.targets, reduction: .mean) * Double(example.targets.count)
      }
      let (trained, losses) = try input.training.reduce((start, [Double]())) { soFar, example in
        var p = soFar.0
        let trace = try Reference.lstmForward(
          example.inputs, initialHidden: zero, initialCell: zero, parameters: p)
        let loss = try Reference.crossEntropy(
          trace.logits, targets: example.targets, reduction: .sum)
        let gradients = try Reference.lstmBackward(
          trace, targets: example.targets, parameters: p
        ).gradients
        try Reference.sgdStep(
          &p, gradients: try Reference.clip(gradients, maximumNorm: input.maximumNorm),
          learningRate: input.learningRate)
        return (p, soFar.1 + [loss])
      }
      log.record(training: mean(losses), validation: mean(validation))
      return trained
    }
    return TrainingOutput<LSTMParameters>(
      trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: last)
  }

  static let all: [RightVariant] =
    [initialParameters, forwardByRecursion, trainingByFolding] + step + forward + backward
    + training
}
