import Recurrent
import Reference
import Testing
import Trainers

@Suite("GRUTrainer")
struct GRUTrainerTests {
  let composed = ComposedTraining<GRUParameters> { example, parameters in
    let trace = try gruForward(
      example.inputs, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
    return (
      try crossEntropy(trace.logits, targets: example.targets, reduction: .sum),
      try gruBackward(trace, targets: example.targets, parameters: parameters).gradients
    )
  }

  @Test("the trainer's logits are those of the forward pass, for sizes around a register")
  func logits() throws {
    var random = SeededRandom(seed: 9)
    for hiddenSize in [1, 7, 8, 9] {
      let start = try initialGRUParameters(
        hiddenSize: hiddenSize, vocabularySize: 5, using: &random)
      let trainer = GRUTrainer(start)
      let inputs = [0, 3, 1, 1, 4, 2]
      let expected = try gruForward(
        inputs, initialHidden: Vector(zeros: hiddenSize), parameters: start
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
      drawn: { try initialGRUParameters(hiddenSize: $0, vocabularySize: $1, using: &$2) },
      train: { parameters, examples, maximumNorm, log in
        try train(
          &parameters, on: examples, validation: examples, epochs: 5, learningRate: 0.05,
          maximumNorm: maximumNorm, log: &log)
      })
  }

  @Test("training in place loses no digits where gates are saturated")
  func saturated() throws {
    var random = SeededRandom(seed: 3)
    var start = try initialGRUParameters(hiddenSize: 9, vocabularySize: 4, using: &random)
    start.tensors = start.tensors.map { 30 * $0 }
    start.bhz = Vector((0..<9).map { $0 % 2 == 0 ? 800 : -800 })
    let examples = [Example(inputs: [0, 1, 2, 3, 0], targets: [1, 2, 3, 0, 1])]
    let expected = try composed.run(start, examples, epochs: 3, learningRate: 0.1, maximumNorm: 1)
    let trainer = GRUTrainer(start)
    for epoch in 0..<3 {
      let loss = trainer.epoch(on: examples, learningRate: 0.1, maximumNorm: 1)
      #expect(abs(loss - expected.losses[epoch]) <= 1e-11 * expected.losses[epoch])
    }
  }
}

@Suite("gruBackward")
struct GRUBackwardTests {
  @Test("every parameter's gradient is the central difference of the loss, to 1e-7")
  func finiteDifferences() throws {
    for seed in 1...5 as ClosedRange<UInt32> {
      var random = SeededRandom(seed: seed)
      var parameters = try initialGRUParameters(
        hiddenSize: 5, vocabularySize: 4, using: &random)
      parameters.tensors = parameters.tensors.map {
        $0 + 0.3 * random.normal($0.rows, $0.columns)
      }
      let initial = random.normal(5, 1).column(0)
      let inputs = (0..<7).map { _ in random.integer(in: 0...3) }
      let targets = (0..<7).map { _ in random.integer(in: 0...3) }
      func loss(_ parameters: GRUParameters, _ initial: Vector) throws -> Double {
        let trace = try gruForward(inputs, initialHidden: initial, parameters: parameters)
        return try crossEntropy(trace.logits, targets: targets, reduction: .sum)
      }
      let trace = try gruForward(inputs, initialHidden: initial, parameters: parameters)
      let (gradients, dInitial) = try gruBackward(
        trace, targets: targets, parameters: parameters)
      let numerical = try numericalGradient(
        of: { try loss($0, initial) }, at: parameters, step: 1e-5)
      // Relative, down to where the rounding of two losses over the step takes over.
      func check(_ slope: Double, _ gradient: Double) {
        #expect(abs(slope - gradient) <= 1e-7 * abs(slope) + 1e-9)
      }
      for (a, n) in zip(gradients.tensors, numerical.tensors) {
        for (gradient, slope) in zip(a.elements, n.elements) { check(slope, gradient) }
      }
      for i in initial.indices {
        var above = initial, below = initial
        above[i] += 1e-5
        below[i] -= 1e-5
        check((try loss(parameters, above) - loss(parameters, below)) / 2e-5, dInitial[i])
      }
    }
  }
}
