import Recurrent
import Reference
import Testing
import Trainers

@Suite("LSTMTrainer")
struct LSTMTrainerTests {
  let composed = ComposedTraining<LSTMParameters> { example, parameters in
    let zero = Vector(zeros: parameters.hiddenSize)
    let trace = try lstmForward(
      example.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
    return (
      try crossEntropy(trace.logits, targets: example.targets, reduction: .sum),
      try lstmBackward(trace, targets: example.targets, parameters: parameters).gradients
    )
  }

  @Test("the trainer's logits are those of the forward pass, for sizes around a register")
  func logits() throws {
    var random = SeededRandom(seed: 9)
    for hiddenSize in [1, 7, 8, 9] {
      let start = try initialLSTMParameters(
        hiddenSize: hiddenSize, vocabularySize: 5, using: &random)
      let trainer = LSTMTrainer(start)
      let inputs = [0, 3, 1, 1, 4, 2]
      let expected = try lstmForward(
        inputs, initialHidden: Vector(zeros: hiddenSize), initialCell: Vector(zeros: hiddenSize),
        parameters: start
      ).logits
      let given = trainer.logits(after: inputs)
      #expect(given.count == inputs.count)
      for (a, b) in zip(given, expected) { #expect((a - b).norm <= 1e-14) }
      #expect(trainer.parameters == start)
    }
  }

  @Test(
    "training in place equals training with the exercises' functions, for sizes around a register")
  func equalsComposed() throws {
    try composed.expectEqual(
      drawn: { try initialLSTMParameters(hiddenSize: $0, vocabularySize: $1, using: &$2) },
      train: { parameters, examples, maximumNorm, log in
        try train(
          &parameters, on: examples, validation: examples, epochs: 5, learningRate: 0.05,
          maximumNorm: maximumNorm, log: &log)
      })
  }

  @Test("training in place loses no digits where gates are saturated")
  func saturated() throws {
    var random = SeededRandom(seed: 3)
    var start = try initialLSTMParameters(hiddenSize: 9, vocabularySize: 4, using: &random)
    start.tensors = start.tensors.map { 30 * $0 }
    start.bf = Vector((0..<9).map { $0 % 2 == 0 ? 800 : -800 })
    let examples = [Example(inputs: [0, 1, 2, 3, 0], targets: [1, 2, 3, 0, 1])]
    let expected = try composed.run(start, examples, epochs: 3, learningRate: 0.1, maximumNorm: 1)
    let trainer = LSTMTrainer(start)
    for epoch in 0..<3 {
      let loss = trainer.epoch(on: examples, learningRate: 0.1, maximumNorm: 1)
      #expect(abs(loss - expected.losses[epoch]) <= 1e-11 * expected.losses[epoch])
    }
  }

  @Test("the published network learns as PyTorch's does: 200 epochs end at 2.7404 and 3.3467")
  func published() throws {
    var random = SeededRandom(seed: 42)
    let sequences = CountingTask.sequences(256, using: &random)
    for _ in 0..<2 { _ = try initialParameters(hiddenSize: 50, vocabularySize: 4, using: &random) }
    _ = try initialLSTMParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    var parameters = try initialLSTMParameters(
      hiddenSize: 50, vocabularySize: 4, using: &random)
    let vocabulary = try buildVocabulary(from: sequences)
    let sets = try partition(
      try sequences.map { try example(from: try encode($0, with: vocabulary)) })
    var log = TrainingLog(epochs: 200)
    try train(
      &parameters, on: sets.training, validation: sets.validation, epochs: 200, learningRate: 0.1,
      maximumNorm: 0.25, log: &log)
    #expect(abs((log.trainingLoss.first ?? 0) - 9.792064607149957) < 1e-11)
    #expect(abs((log.trainingLoss.last ?? 0) - 2.7404290694240467) < 1e-11)
    #expect(abs((log.validationLoss.last ?? 0) - 3.346679081388321) < 1e-11)
    // Nobody gets below the entropy of the lengths.
    #expect(log.trainingLoss.allSatisfy { $0 > 2.382522 })
  }
}

@Suite("lstmBackward")
struct LSTMBackwardTests {
  @Test("every parameter's gradient is the central difference of the loss, to 1e-7")
  func finiteDifferences() throws {
    for seed in 1...5 as ClosedRange<UInt32> {
      var random = SeededRandom(seed: seed)
      var parameters = try initialLSTMParameters(
        hiddenSize: 5, vocabularySize: 4, using: &random)
      parameters.tensors = parameters.tensors.map {
        $0 + 0.3 * random.normal($0.rows, $0.columns)
      }
      let hidden = random.normal(5, 1).column(0)
      let cell = random.normal(5, 1).column(0)
      let inputs = (0..<7).map { _ in random.integer(in: 0...3) }
      let targets = (0..<7).map { _ in random.integer(in: 0...3) }
      func loss(_ parameters: LSTMParameters, _ hidden: Vector, _ cell: Vector) throws -> Double {
        let trace = try lstmForward(
          inputs, initialHidden: hidden, initialCell: cell, parameters: parameters)
        return try crossEntropy(trace.logits, targets: targets, reduction: .sum)
      }
      let trace = try lstmForward(
        inputs, initialHidden: hidden, initialCell: cell, parameters: parameters)
      let (gradients, dHidden, dCell) = try lstmBackward(
        trace, targets: targets, parameters: parameters)
      let numerical = try numericalGradient(
        of: { try loss($0, hidden, cell) }, at: parameters, step: 1e-5)
      // Relative, down to where the rounding of two losses over the step takes over.
      func check(_ slope: Double, _ gradient: Double) {
        #expect(abs(slope - gradient) <= 1e-7 * abs(slope) + 1e-9)
      }
      for (a, n) in zip(gradients.tensors, numerical.tensors) {
        for (gradient, slope) in zip(a.elements, n.elements) { check(slope, gradient) }
      }
      for i in hidden.indices {
        func moved(_ vector: Vector, by step: Double) -> Vector {
          var vector = vector
          vector[i] += step
          return vector
        }
        check(
          (try loss(parameters, moved(hidden, by: 1e-5), cell)
            - loss(parameters, moved(hidden, by: -1e-5), cell)) / 2e-5, dHidden[i])
        check(
          (try loss(parameters, hidden, moved(cell, by: 1e-5))
            - loss(parameters, hidden, moved(cell, by: -1e-5))) / 2e-5, dCell[i])
      }
    }
  }
}
