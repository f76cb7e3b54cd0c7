import Recurrent
import Reference
import Testing
import Trainers

@Suite("RNNTrainer")
struct RNNTrainerTests {
  let composed = ComposedTraining<RNNParameters> { example, parameters in
    let trace = try rnnForward(
      example.inputs, initialHidden: Vector(zeros: parameters.hiddenSize), parameters: parameters)
    return (
      try crossEntropy(trace.logits, targets: example.targets, reduction: .sum),
      try rnnBackward(trace, targets: example.targets, parameters: parameters).gradients
    )
  }

  @Test("the trainer's logits are those of the forward pass, for sizes around a register")
  func logits() throws {
    var random = SeededRandom(seed: 9)
    for hiddenSize in [1, 7, 8, 9] {
      let start = try initialParameters(
        hiddenSize: hiddenSize, vocabularySize: 5, using: &random)
      let trainer = RNNTrainer(start)
      let inputs = [0, 3, 1, 1, 4, 2]
      let expected = try rnnForward(
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
      drawn: { try initialParameters(hiddenSize: $0, vocabularySize: $1, using: &$2) },
      train: { parameters, examples, maximumNorm, log in
        try train(
          &parameters, on: examples, validation: examples, epochs: 5, learningRate: 0.05,
          maximumNorm: maximumNorm, log: &log)
      })
  }

  @Test("the published lab's data and weights follow from seed 42, and its floor is never undercut")
  func floor() throws {
    var random = SeededRandom(seed: 42)
    let sequences = CountingTask.sequences(256, using: &random)
    let lengths = sequences.map { $0.count / 2 }
    #expect(lengths.prefix(8) == [7, 4, 11, 8, 5, 7, 10, 3])
    // Given aᵏ, the only open question is whether another a follows: no predictor can lose less than
    // the entropy of that over the training set's own lengths.
    let training = lengths.prefix(204)
    var nats = 0.0
    for k in 1...11 {
      let reached = Double(training.count { $0 >= k })
      let stops = Double(training.count { $0 == k })
      for share in [stops / reached, 1 - stops / reached] where share > 0 {
        nats -= reached * share * log(share)
      }
    }
    #expect(abs(nats / 204 - 2.382522) < 1e-6)
  }
}

@Suite("rnnBackward")
struct RNNBackwardTests {
  @Test("every parameter's gradient is the central difference of the loss, to 1e-7")
  func finiteDifferences() throws {
    for seed in 1...5 as ClosedRange<UInt32> {
      var random = SeededRandom(seed: seed)
      let parameters = RNNParameters(
        U: random.normal(5, 4), V: 0.4 * random.normal(5, 5), W: random.normal(4, 5),
        bHidden: random.normal(5, 1).column(0), bOutput: random.normal(4, 1).column(0))
      let initial = random.normal(5, 1).column(0)
      let inputs = (0..<7).map { _ in random.integer(in: 0...3) }
      let targets = (0..<7).map { _ in random.integer(in: 0...3) }
      func loss(_ parameters: RNNParameters, _ initial: Vector) throws -> Double {
        let trace = try rnnForward(inputs, initialHidden: initial, parameters: parameters)
        return try crossEntropy(trace.logits, targets: targets, reduction: .sum)
      }
      let trace = try rnnForward(inputs, initialHidden: initial, parameters: parameters)
      let (gradients, dInitial) = try rnnBackward(
        trace, targets: targets, parameters: parameters)
      let numerical = try numericalGradient(
        of: { try loss($0, initial) }, at: parameters, step: 1e-5)
      #expect(try relativeError(gradients, numerical) < 1e-6)
      for i in initial.indices {
        var above = initial, below = initial
        above[i] += 1e-5
        below[i] -= 1e-5
        let slope = (try loss(parameters, above) - loss(parameters, below)) / 2e-5
        #expect(abs(slope - dInitial[i]) <= 1e-7 * max(1, abs(slope)))
      }
    }
  }
}
