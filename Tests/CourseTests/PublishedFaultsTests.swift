import Contracts
import PublishedFaults
import Recurrent
import Reference
import Testing

@Suite("PublishedFaults")
struct PublishedFaultsTests {
  @Test("every fault has a title of its own, and four groups and one fault make the eleven")
  func titles() {
    #expect(Set(Fault.allCases.map(\.title)).count == 11)
    let groups = [
      Fault.doubledDerivatives, Fault.indices, Fault.carries, [.missingForgetDerivative],
    ]
    #expect(groups.reduce(0) { $0 + $1.count } == 11)
    #expect(groups.reduce(Set<Fault>()) { $0.union($1) } == Set(Fault.allCases))
  }

  @Test("without a fault the gradient is the right one, with any it is not")
  func gradients() throws {
    var random = SeededRandom(seed: 3)
    let p = parameters(&random, hiddenSize: 5, vocabularySize: 4, scale: 0.6)
    let trace = try lstmForward(
      [0, 0, 3, 1, 2], initialHidden: normal(&random, 5), initialCell: normal(&random, 5),
      parameters: p)
    let targets = [0, 1, 1, 2, 3]
    let right = try lstmBackward(trace, targets: targets, parameters: p)
    let none = try FaultyGradient([])(trace, targets: targets, parameters: p)
    for (a, b) in zip(right.gradients.tensors, none.gradients.tensors) {
      #expect((a - b).sumOfSquares.squareRoot() <= 1e-13)
    }
    #expect((right.dInitialHidden - none.dInitialHidden).norm <= 1e-13)
    #expect((right.dInitialCell - none.dInitialCell).norm <= 1e-13)
    for fault in Fault.allCases {
      let wrong = try FaultyGradient([fault])(trace, targets: targets, parameters: p)
      let distance = zip(right.gradients.tensors, wrong.gradients.tensors)
        .reduce(0) { $0 + ($1.0 - $1.1).sumOfSquares }
      #expect(distance > 1e-6, "\(fault)")
    }
  }

  @Test("a carry that is dropped hands nothing to the initial state, the other one does")
  func carries() throws {
    var random = SeededRandom(seed: 4)
    let p = parameters(&random, hiddenSize: 3, vocabularySize: 3, scale: 0.6)
    let trace = try lstmForward(
      [0, 1], initialHidden: normal(&random, 3), initialCell: normal(&random, 3), parameters: p)
    func gradient(_ faults: Set<Fault>) throws -> (Double, Double) {
      let result = try FaultyGradient(faults)(trace, targets: [1, 2], parameters: p)
      return (result.dInitialHidden.norm, result.dInitialCell.norm)
    }
    let hidden = try gradient([.droppedHiddenCarry])
    #expect(hidden.0 == 0 && hidden.1 > 0.001)
    let cell = try gradient([.droppedCellCarry])
    #expect(cell.0 > 0.001 && cell.1 == 0)
  }

  @Test(
    "the fast training is the plain one with FaultyGradient",
    arguments: [[], Set(Fault.allCases)] + Fault.allCases.map { [$0] })
  func training(faults: Set<Fault>) throws {
    // Two lanes of hidden units, the second one with five of its eight empty; weights large enough to
    // saturate some of the gates.
    for (scale, hiddenSize) in [(0.3, 11), (2.0, 8)] {
      var random = SeededRandom(seed: 5)
      let start = parameters(&random, hiddenSize: hiddenSize, vocabularySize: 4, scale: scale)
      let examples = [3, 1, 9, 2].map(counting) + [Example(inputs: [3], targets: [2])]
      let fast = try trainingLosses(
        with: faults, from: start, on: examples, epochs: 4, learningRate: 0.05, maximumNorm: 0.5)
      let plain = try plainLosses(
        FaultyGradient(faults), start, examples, epochs: 4, learningRate: 0.05, maximumNorm: 0.5)
      #expect(fast.count == 4)
      for (a, b) in zip(fast, plain) { #expect(abs(a - b) <= 1e-12 * b) }
    }
  }

  /// The published run: hidden size 50, learning rate 0.1, clipped at 0.25; the losses at epoch 39,
  /// where the lab's own plot ends, to the digits of an implementation in NumPy.
  @Test(
    "on the published data, mending some faults of eleven can be worse than mending none",
    arguments: [
      (Set<Fault>(), 2.8403), (Set(Fault.allCases), 2.9278), (Fault.carries, 3.3929),
      (Fault.indices, 3.1120), (Fault.doubledDerivatives, 42.4929),
      (Set(Fault.allCases).subtracting(Fault.carries), 46.6624),
    ])
  func published(remaining: Set<Fault>, loss: Double) throws {
    let losses = try Published.losses(remaining, epochs: 40)
    #expect(abs(losses[39] - loss) <= 0.0001)
  }

  @Test("with the carries and the forget gate mended too the run diverges, if less predictably")
  func chaotic() throws {
    let mended = Fault.carries.union([.missingForgetDerivative])
    let losses = try Published.losses(Set(Fault.allCases).subtracting(mended), epochs: 40)
    // 20.6 to 20.9 for weights that differ in their last place.
    #expect(abs(losses[39] - 20.8) <= 0.5)
  }

  @Test("with all faults the published losses are met: 10.294, 3.962, 2.844 and 2.823")
  func original() throws {
    let losses = try Published.losses(Set(Fault.allCases), epochs: 200)
    for (epoch, loss) in [(0, 10.294), (10, 3.962), (100, 2.844), (199, 2.823)] {
      #expect(abs(losses[epoch] - loss) <= 0.0005, "epoch \(epoch)")
    }
  }

  @Test("what does not belong together is said, not computed")
  func unfit() throws {
    var random = SeededRandom(seed: 6)
    let p = parameters(&random, hiddenSize: 3, vocabularySize: 4, scale: 0.5)
    func says(_ text: String, _ action: () throws -> Void) {
      let error = #expect(throws: UnfitInput.self, performing: action)
      #expect(error?.description == text)
    }
    func train(_ example: Example, _ p: LSTMParameters) throws {
      _ = try trainingLosses(
        with: [], from: p, on: [example], epochs: 1, learningRate: 0.1, maximumNorm: 1)
    }
    says("token 4 is outside a vocabulary of 4") {
      try train(Example(inputs: [0, 4], targets: [1, 2]), p)
    }
    says("token -1 is outside a vocabulary of 4") {
      try train(Example(inputs: [0], targets: [-1]), p)
    }
    says("an example has 2 inputs and 1 targets") {
      try train(Example(inputs: [0, 1], targets: [1]), p)
    }
    var narrow = p
    narrow.Wi = Matrix(zeros: 3, 4)
    says("Wi should be 3 × 7, and is 3 × 4") { try train(counting(1), narrow) }
    var trace = try lstmForward(
      [0, 1], initialHidden: Vector(zeros: 3), initialCell: Vector(zeros: 3), parameters: p)
    trace.logits.removeLast()
    says("a trace of 2 inputs has 2 steps and 1 logits") {
      _ = try FaultyGradient([])(trace, targets: [1, 2], parameters: p)
    }
  }
}

/// The published lab's data and weights, which follow from its seed.
private enum Published {
  static let run: (parameters: LSTMParameters, training: [Example])? = try? {
    var random = SeededRandom(seed: 42)
    let sequences = CountingTask.sequences(256, using: &random)
    let words = try buildVocabulary(from: sequences)
    let examples = try sequences.map { try example(from: try encode($0, with: words)) }
    // The lab draws the weights of both networks twice and trains with the second ones.
    for _ in 0..<2 {
      _ = try initialParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    }
    _ = try initialLSTMParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    let parameters = try initialLSTMParameters(hiddenSize: 50, vocabularySize: 4, using: &random)
    return (parameters, try partition(examples).training)
  }()

  static func losses(_ faults: Set<Fault>, epochs: Int) throws -> [Double] {
    let run = try #require(run)
    return try trainingLosses(
      with: faults, from: run.parameters, on: run.training, epochs: epochs, learningRate: 0.1,
      maximumNorm: 0.25)
  }
}

private func plainLosses(
  _ gradient: FaultyGradient, _ start: LSTMParameters, _ examples: [Example], epochs: Int,
  learningRate: Double, maximumNorm: Double
) throws -> [Double] {
  var p = start
  let zero = Vector(zeros: p.hiddenSize)
  return try (0..<epochs).map { _ in
    var sum = 0.0
    for example in examples {
      let trace = try lstmForward(
        example.inputs, initialHidden: zero, initialCell: zero, parameters: p)
      sum += try crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
      let gradients = try gradient(trace, targets: example.targets, parameters: p).gradients
      try sgdStep(
        &p, gradients: try clip(gradients, maximumNorm: maximumNorm), learningRate: learningRate)
    }
    return sum / Double(examples.count)
  }
}

private func parameters(
  _ random: inout SeededRandom, hiddenSize H: Int, vocabularySize V: Int, scale: Double
) -> LSTMParameters {
  func gate() -> Matrix { scale * random.normal(H, H + V) }
  func bias(_ count: Int) -> Vector { scale * normal(&random, count) }
  return LSTMParameters(
    Wf: gate(), Wi: gate(), Wg: gate(), Wo: gate(), Wv: scale * random.normal(V, H), bf: bias(H),
    bi: bias(H), bg: bias(H), bo: bias(H), bv: bias(V))
}

private func normal(_ random: inout SeededRandom, _ count: Int) -> Vector {
  random.normal(count, 1).column(0)
}

private func counting(_ n: Int) -> Example {
  let ids = Array(repeating: 0, count: n) + Array(repeating: 1, count: n) + [2]
  return Example(inputs: ids.dropLast(), targets: Array(ids.dropFirst()))
}
