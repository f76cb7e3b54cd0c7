import Contracts
import PublishedFaults
import Recurrent
import Reference
import Testing

// T steps, H hidden size, V vocabulary size; z = [h′; x], H + V.

@Suite struct RightLSTMTests {
  @Test("parameters drawn in another order, as transposes and with another sign")
  func initialParameters() {
    expectRight("04.1") { (input: InitialParametersInput) in
      var random = SeededRandom(seed: input.seed)
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      func gate() -> Matrix { orthogonal(random.normal(H + V, H)).transposed }
      let Wv = -1 * orthogonal(random.normal(V, H))
      let zero = Vector(zeros: H)
      return LSTMParameters(
        Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(), Wv: Wv, bf: zero, bi: zero, bg: zero,
        bo: zero, bv: Vector(zeros: V))
    }
  }

  @Test("a step written in ten ways", arguments: LSTMStepVariant.all)
  func step(variant: LSTMStepVariant) {
    expectRight("04.2") { (input: LSTMStepInput) in
      try variant.step(input.token, input.hidden, input.cell, input.parameters)
    }
  }

  @Test("a pass over the sequence on any of those steps", arguments: LSTMStepVariant.all)
  func forward(variant: LSTMStepVariant) {
    expectRight("04.3") { (input: LSTMForwardInput) in
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

  @Test("a pass over the sequence by recursion on its last token")
  func forwardByRecursion() {
    expectRight("04.3") { (input: LSTMForwardInput) in
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
  }

  @Test("a backward pass written in nine ways", arguments: LSTMBackwardVariant.all)
  func backward(variant: LSTMBackwardVariant) {
    expectRight("04.4", over: seeds.prefix(5)) { (input: LSTMBackwardInput) in
      try variant.backward(input)
    }
  }

  @Test("a training loop on any of those backward passes", arguments: LSTMBackwardVariant.all)
  func training(variant: LSTMBackwardVariant) {
    expectRight("04.5", over: seeds.prefix(5)) { (input: TrainingInput<LSTMParameters>) in
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

  @Test("a training loop that collects the losses of an epoch in a fold")
  func trainingByFolding() {
    expectRight("04.5", over: seeds.prefix(5)) { (input: TrainingInput<LSTMParameters>) in
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
  }
}
