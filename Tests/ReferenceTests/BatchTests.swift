import Recurrent
import Reference
import Testing
import Trainers

// T steps, B sequences, H hidden size, V vocabulary size.

/// Sequences of these lengths with random tokens and targets.
private func examples(
  _ lengths: [Int], below vocabulary: Int, _ random: inout SeededRandom
) -> [Example] {
  lengths.map { length in
    func ids() -> [Int] { (0..<length).map { _ in random.integer(in: 0...vocabulary - 1) } }
    return Example(inputs: ids(), targets: ids())
  }
}

private func farthest<P: ParameterSet>(_ a: P, _ b: P) -> Double {
  zip(a.tensors, b.tensors).map { ($0 - $1).elements.map { abs($0) }.max() ?? 0 }.max() ?? 0
}

@Suite("batchedBackward")
struct BatchedBackwardTests {
  @Test("every gradient is the central difference of the mean loss, to 1e-7")
  func finiteDifferences() throws {
    for seed in 1...4 as ClosedRange<UInt32> {
      var random = SeededRandom(seed: seed)
      var parameters = try initialParameters(hiddenSize: 5, vocabularySize: 4, using: &random)
      parameters.tensors = parameters.tensors.map {
        $0 + 0.3 * random.normal($0.rows, $0.columns)
      }
      let batch = try pad(examples([4, 1, 6], below: 4, &random))
      let start = random.normal(5, 3)
      func loss(_ p: RNNParameters, _ start: Matrix) throws -> Double {
        let trace = try batchedForward(batch, initialHidden: start, parameters: p)
        return try maskedCrossEntropy(trace.logits, batch: batch).loss
      }
      let trace = try batchedForward(batch, initialHidden: start, parameters: parameters)
      let dLogits = try maskedCrossEntropy(trace.logits, batch: batch).dLogits
      let (gradients, dStart) = try batchedBackward(
        trace, dLogits: dLogits, parameters: parameters)
      let slopes = try numericalGradient(
        of: { try loss($0, start) }, at: parameters, step: 1e-5)
      let startSlopes = try numericalGradient(
        of: { try loss(parameters, $0.tensors[0]) }, at: TensorList([start]), step: 1e-5)
      for (a, n) in zip(gradients.tensors + [dStart], slopes.tensors + startSlopes.tensors) {
        for (gradient, slope) in zip(a.elements, n.elements) {
          #expect(abs(slope - gradient) <= 1e-7 * abs(slope) + 1e-9)
        }
      }
    }
  }

  @Test("a loss of the last row alone is a loss of everybody's last state")
  func lastStates() throws {
    var random = SeededRandom(seed: 3)
    let parameters = try initialParameters(hiddenSize: 4, vocabularySize: 3, using: &random)
    let sequences = examples([2, 5, 3], below: 3, &random)
    let batch = try pad(sequences)
    let trace = try batchedForward(
      batch, initialHidden: Matrix(zeros: 4, 3), parameters: parameters)
    var dLogits = trace.logits.map { Matrix(zeros: $0.rows, $0.columns) }
    for (b, sequence) in sequences.enumerated() {
      let target = sequence.targets[sequence.targets.count - 1]
      let p = try softmax(trace.logits[4].column(b))
      for v in 0..<3 { dLogits[4][v, b] = p[v] - (v == target ? 1 : 0) }
    }
    let gradients = try batchedBackward(trace, dLogits: dLogits, parameters: parameters).gradients
    let slopes = try numericalGradient(
      of: { (p: RNNParameters) in
        try sequences.reduce(0) { sum, sequence in
          let single = try rnnForward(
            sequence.inputs, initialHidden: Vector(zeros: 4), parameters: p)
          return sum
            + (try crossEntropy(
              single.logits.suffix(1), targets: sequence.targets.suffix(1), reduction: .sum))
        }
      }, at: parameters, step: 1e-5)
    #expect(farthest(gradients, slopes) < 1e-9)
  }

  @Test("what does not fit throws and says what")
  func errors() throws {
    var random = SeededRandom(seed: 1)
    let p = try initialParameters(hiddenSize: 3, vocabularySize: 4, using: &random)
    let batch = try pad(examples([2, 3], below: 4, &random))
    let start = Matrix(zeros: 3, 2)
    let trace = try batchedForward(batch, initialHidden: start, parameters: p)
    func expectError(_ message: String, _ body: () throws -> Void) {
      do {
        try body()
        Issue.record("nothing is thrown: \(message)")
      } catch {
        #expect("\(error)".contains(message), "\(error)")
      }
    }
    expectError("a target for every input") { _ = try pad([]) }
    expectError("a target for every input") { _ = try pad([Example(inputs: [], targets: [])]) }
    expectError("a target for every input") { _ = try pad([Example(inputs: [1], targets: [])]) }
    expectError("as many logits") { _ = try maskedCrossEntropy([], batch: batch) }
    expectError("outside a vocabulary of 4") {
      var broken = batch
      broken.inputs[1][0] = 4
      _ = try batchedForward(broken, initialHidden: start, parameters: p)
    }
    expectError("other shapes") {
      var broken = batch
      broken.targets[0] = [1]
      _ = try maskedCrossEntropy(trace.logits, batch: broken)
    }
    expectError("zeros and ones") {
      var broken = batch
      broken.mask *= 0
      _ = try batchedForward(broken, initialHidden: start, parameters: p)
    }
    expectError("the states of 2 sequences are 3 × 2, not 2 × 3") {
      _ = try batchedForward(batch, initialHidden: start.transposed, parameters: p)
    }
    expectError("as many states and gradients") {
      _ = try batchedBackward(trace, dLogits: [], parameters: p)
    }
    expectError("at least one sequence") { _ = try buckets([], size: 0) }
    expectError("outside a vocabulary of 4") {
      var broken = batch
      broken.targets[0][1] = -1
      _ = try BatchTrainer(p).step(on: broken, learningRate: 0.1, maximumNorm: 1)
    }
  }
}

@Suite("BatchTrainer")
struct BatchTrainerTests {
  private static let shapes: [(hidden: Int, vocabulary: Int, lengths: [Int])] = [
    (1, 3, [1]), (3, 4, [2, 5, 1]), (7, 4, [6, 6]),
    (8, 5, [3, 9, 1, 4]), (9, 4, [2, 2, 7, 5, 1]), (17, 9, [4, 8, 3, 3, 1, 2, 6]),
    (50, 4, [12, 3, 22, 8, 1, 15, 9, 4, 18]),
  ]

  @Test("an Elman network trained in place is the exercises' functions, step by step")
  func elman() throws {
    for shape in Self.shapes {
      var random = SeededRandom(seed: UInt32(shape.hidden))
      var composed = try initialParameters(
        hiddenSize: shape.hidden, vocabularySize: shape.vocabulary, using: &random)
      let trainer = BatchTrainer(composed)
      for limit in [0.25, 1e9, 0.25] {
        let batch = try pad(examples(shape.lengths, below: shape.vocabulary, &random))
        let expected = try trainingStep(
          &composed, on: batch, learningRate: 0.2, maximumNorm: limit)
        let loss = try trainer.step(on: batch, learningRate: 0.2, maximumNorm: limit)
        #expect(abs(loss - expected) < 1e-12)
        #expect(farthest(trainer.parameters, composed) < 1e-12)
      }
    }
  }

  @Test("an LSTM's batch is the mean of its single sequences, and its update theirs")
  func lstm() throws {
    for shape in Self.shapes {
      var random = SeededRandom(seed: UInt32(shape.hidden))
      var parameters = try initialLSTMParameters(
        hiddenSize: shape.hidden, vocabularySize: shape.vocabulary, using: &random)
      parameters.tensors = parameters.tensors.map {
        $0 + 0.1 * random.normal($0.rows, $0.columns)
      }
      let sequences = examples(shape.lengths, below: shape.vocabulary, &random)
      let batch = try pad(sequences)
      let zero = Vector(zeros: shape.hidden)
      var (loss, gradients) = (0.0, parameters.zeros)
      for sequence in sequences {
        let trace = try lstmForward(
          sequence.inputs, initialHidden: zero, initialCell: zero, parameters: parameters)
        loss += try crossEntropy(trace.logits, targets: sequence.targets, reduction: .sum)
        let single = try lstmBackward(trace, targets: sequence.targets, parameters: parameters)
        gradients.tensors = zip(gradients.tensors, single.gradients.tensors).map { $0 + $1 }
      }
      let share = 1 / Double(batch.tokens)
      gradients.tensors = gradients.tensors.map { share * $0 }

      let trainer = BatchTrainer(parameters)
      #expect(trainer.parameters == parameters)
      #expect(abs(try trainer.forward(batch) - share * loss) < 1e-12)
      trainer.backward(batch)
      #expect(farthest(trainer.gradients, gradients) < 1e-12)
      trainer.update(learningRate: 0.3, maximumNorm: 0.25)
      try sgdStep(
        &parameters, gradients: try clip(gradients, maximumNorm: 0.25), learningRate: 0.3)
      #expect(farthest(trainer.parameters, parameters) < 1e-12)
    }
  }

  @Test("what stands at padding changes nothing, to the last bit")
  func padding() throws {
    var random = SeededRandom(seed: 5)
    let parameters = try initialLSTMParameters(hiddenSize: 9, vocabularySize: 4, using: &random)
    let batch = try pad(examples([2, 7, 1, 4], below: 4, &random))
    var poked = batch
    for t in 0..<batch.steps {
      for b in 0..<batch.size where batch.mask[t, b] == 0 {
        poked.inputs[t][b] = random.integer(in: 0...3)
        poked.targets[t][b] = random.integer(in: 0...3)
      }
    }
    let (a, b) = (BatchTrainer(parameters), BatchTrainer(parameters))
    let losses = (try a.forward(batch), try b.forward(poked))
    #expect(losses.0 == losses.1)
    a.backward(batch)
    b.backward(poked)
    #expect(a.gradients == b.gradients)
  }

  @Test("a trainer is as good for a small batch after a large one")
  func reuse() throws {
    var random = SeededRandom(seed: 6)
    let parameters = try initialLSTMParameters(hiddenSize: 5, vocabularySize: 4, using: &random)
    let large = try pad(examples([9, 3, 7, 2, 5], below: 4, &random))
    let small = try pad(examples([2, 4], below: 4, &random))
    let (used, fresh) = (BatchTrainer(parameters), BatchTrainer(parameters))
    _ = try used.forward(large)
    used.backward(large)
    let losses = (try used.forward(small), try fresh.forward(small))
    #expect(losses.0 == losses.1)
    used.backward(small)
    fresh.backward(small)
    #expect(used.gradients == fresh.gradients)
  }
}
