import Recurrent
import Reference
import Testing
import Trainers

// T steps, H hidden size, V vocabulary size, C classes.

private func farthest<P: ParameterSet>(_ a: P, _ b: P) -> Double {
  zip(a.tensors, b.tensors).map { ($0 - $1).elements.map { abs($0) }.max() ?? 0 }.max() ?? 0
}

/// Biases that are not zero, unlike those that training begins with.
private func stack(
  depth: Int, isBidirectional: Bool, hidden: Int, vocabulary: Int, classes: Int,
  _ random: inout SeededRandom
) -> StackParameters {
  var result = StackParameters.initial(
    depth: depth, isBidirectional: isBidirectional, hiddenSize: hidden,
    vocabularySize: vocabulary, classes: classes, using: &random)
  result.tensors = result.tensors.map { $0 + 0.3 * random.normal($0.rows, $0.columns) }
  return result
}

private func summedLoss(_ example: Example, _ p: StackParameters) throws -> Double {
  let logits = try stackForward(example.inputs, parameters: p).logits
  return try crossEntropy(logits, targets: example.targets, reduction: .sum)
}

private func gradient(_ example: Example, _ p: StackParameters) throws -> StackParameters {
  let trace = try stackForward(example.inputs, parameters: p)
  let dLogits = try zip(trace.logits, example.targets).map { logits, target in
    var d = try softmax(logits)
    d[target] -= 1
    return d
  }
  return try stackBackward(trace, dLogits: dLogits, parameters: p).gradients
}

@Suite("stackBackward")
struct StackBackwardTests {
  @Test(
    "every gradient is the central difference of the loss, to 1e-7", arguments: 1...3,
    [true, false])
  func finiteDifferences(depth: Int, isBidirectional: Bool) throws {
    var random = SeededRandom(seed: UInt32(depth))
    let p = stack(
      depth: depth, isBidirectional: isBidirectional, hidden: 3, vocabulary: 4, classes: 2, &random)
    let example = Example(inputs: [3, 0, 1, 1, 2], targets: [0, 1, 1, 0, 1])
    let analytic = try gradient(example, p)
    let slopes = try numericalGradient(of: { try summedLoss(example, $0) }, at: p, step: 1e-5)
    for (a, n) in zip(analytic.tensors, slopes.tensors) {
      for (gradient, slope) in zip(a.elements, n.elements) {
        #expect(abs(slope - gradient) <= 1e-7 * abs(slope) + 1e-9)
      }
    }
  }

  @Test("a network of one direction sends no gradient to inputs that are still to come")
  func causality() throws {
    var random = SeededRandom(seed: 5)
    for isBidirectional in [false, true] {
      let p = stack(
        depth: 2, isBidirectional: isBidirectional, hidden: 4, vocabulary: 3, classes: 2, &random)
      let trace = try stackForward([0, 1, 2, 1, 0], parameters: p)
      let dLogits = (0..<5).map { $0 == 2 ? Vector([1, 0]) : Vector(zeros: 2) }
      let d = try stackBackward(trace, dLogits: dLogits, parameters: p).dInputs
      for t in 0..<5 { #expect((d[t].norm > 0) == (isBidirectional || t <= 2)) }
    }
  }

  @Test("a bidirectional network reads the turned sequence as the mirrored one reads it forwards")
  func mirror() throws {
    var random = SeededRandom(seed: 6)
    let level = stack(
      depth: 1, isBidirectional: true, hidden: 3, vocabulary: 4, classes: 2, &random
    ).levels[0]
    let reverse = try #require(level.reverse)
    let x = (0..<6).map { _ in random.normal(4, 1).column(0) }
    let there = try levelForward(x, parameters: level)
    let back = try levelForward(
      x.reversed(), parameters: Level(forward: reverse, reverse: level.forward))
    for t in 0..<6 {
      let (a, b) = (Array(there.outputs[t]), Array(back.outputs[5 - t]))
      #expect(a == Array(b[3...]) + Array(b[..<3]))
    }
  }

  @Test("vectors that do not fit throw and say so")
  func errors() throws {
    var random = SeededRandom(seed: 1)
    let p = stack(
      depth: 2, isBidirectional: true, hidden: 3, vocabulary: 4, classes: 2, &random)
    func expectError(_ message: String, _ body: () throws -> Void) {
      do {
        try body()
        Issue.record("nothing is thrown: \(message)")
      } catch {
        #expect("\(error)".contains(message), "\(error)")
      }
    }
    expectError("a vector of 3 came where vectors of 4 are read") {
      _ = try layerForward([[1, 2, 3]], parameters: p.levels[0].forward)
    }
    expectError("a vector of 2 came where vectors of 6 are read") {
      let trace = try levelForward([[1, 2, 3, 4]], parameters: p.levels[0])
      _ = try levelBackward(trace, dOutputs: [[1, 2]], parameters: p.levels[0])
    }
    expectError("1 inputs need as many steps and gradients") {
      let trace = try layerForward([[1, 2, 3, 4]], parameters: p.levels[0].forward)
      _ = try layerBackward(trace, dOutputs: [], parameters: p.levels[0].forward)
    }
    expectError("a stack of 2 levels needs a trace and gradients that fit it") {
      let trace = try stackForward([1], parameters: p)
      _ = try stackBackward(trace, dLogits: [], parameters: p)
    }
  }
}

@Suite("BatchTrainer of a stack")
struct StackTrainerTests {
  @Test(
    "a padded batch gives the mean loss and gradient of its sequences, whatever the sizes",
    arguments: [(1, true, 3), (2, true, 5), (3, true, 8), (2, false, 7), (2, true, 9)])
  func asSingles(depth: Int, isBidirectional: Bool, hidden: Int) throws {
    var random = SeededRandom(seed: 11)
    let p = stack(
      depth: depth, isBidirectional: isBidirectional, hidden: hidden, vocabulary: 5, classes: 3,
      &random)
    let examples = [4, 1, 7].map { length in
      Example(
        inputs: (0..<length).map { _ in random.integer(in: 0...4) },
        targets: (0..<length).map { _ in random.integer(in: 0...2) })
    }
    let trainer = BatchTrainer(p)
    #expect(farthest(trainer.parameters, p) == 0)
    let batch = try pad(examples)
    let loss = try trainer.forward(batch)
    trainer.backward(batch)
    let sum = try examples.reduce(0) { $0 + (try summedLoss($1, p)) }
    #expect(abs(loss - sum / 12) < 1e-14)
    var mean = p.zeros
    for example in examples {
      mean.tensors = zip(mean.tensors, try gradient(example, p).tensors)
        .map { $0 + (1.0 / 12) * $1 }
    }
    #expect(farthest(trainer.gradients, mean) < 1e-14)
    let logits = trainer.logits(of: batch)
    let single = try stackForward(examples[2].inputs, parameters: p).logits
    for t in 0..<7 { #expect((logits[t].column(2) - single[t]).norm < 1e-14) }
  }

  @Test("tags beyond the classes are refused, though there are as many words")
  func classes() throws {
    var random = SeededRandom(seed: 1)
    let trainer = BatchTrainer(
      stack(depth: 1, isBidirectional: true, hidden: 3, vocabulary: 5, classes: 2, &random))
    let batch = try pad([Example(inputs: [4], targets: [2])])
    #expect(throws: BatchError.self) { try trainer.forward(batch) }
  }
}

@Suite("BracketTask")
struct BracketTaskTests {
  /// Training on all sequences of one to eight fillers, 32 of 208 tokens.
  private func lowest(
    _ question: BracketTask.Question, depth: Int, isBidirectional: Bool, seed: UInt32
  ) throws -> Double {
    var random = SeededRandom(seed: seed)
    let trainer = BatchTrainer(
      StackParameters.initial(
        depth: depth, isBidirectional: isBidirectional, hiddenSize: 8, vocabularySize: 5,
        classes: 2, gain: 3, using: &random))
    let batch = try pad(BracketTask.examples(1...8, asking: question))
    #expect(batch.size == 32)
    #expect(batch.tokens == 208)
    var lowest = Double.infinity
    for _ in 0..<400 {
      lowest = min(lowest, try trainer.step(on: batch, learningRate: 3, maximumNorm: 1))
    }
    return lowest
  }

  @Test("no network of one direction gets below log 2 at all places but the last", arguments: 1...3)
  func readerOfBeginnings(seed: UInt32) throws {
    let floor = 176.0 / 208 * log(2.0)
    for question in BracketTask.Question.allCases {
      for depth in 1...2 {
        let loss = try lowest(question, depth: depth, isBidirectional: false, seed: seed)
        #expect(loss > floor)
        #expect(loss < floor + 0.06)
      }
    }
  }

  @Test(
    "one level of both directions solves the one question, and gets to log 2 at the fillers of the other",
    arguments: 1...3)
  func oneLevel(seed: UInt32) throws {
    let solved = try lowest(.howItEnds, depth: 1, isBidirectional: true, seed: seed)
    #expect(solved < 0.01)
    let loss = try lowest(.whetherTheyMatch, depth: 1, isBidirectional: true, seed: seed)
    let floor = 144.0 / 208 * log(2.0)
    #expect(loss > floor)
    #expect(loss < floor + 0.03)
  }

  @Test("two levels of both directions answer whether the brackets match", arguments: 1...4)
  func twoLevels(seed: UInt32) throws {
    #expect(
      try lowest(.whetherTheyMatch, depth: 2, isBidirectional: true, seed: seed) < 0.01)
  }
}
