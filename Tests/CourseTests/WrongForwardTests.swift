import Contracts
import Course
import Recurrent
import Reference
import Testing

@Suite struct WrongForwardTests {
  @Test("02.1: almost orthogonal, one matrix for two, a seed that matters to one matrix alone")
  func initialParameters() {
    @Sendable func right(_ input: InitialParametersInput, _ seed: UInt32? = nil) throws
      -> RNNParameters
    {
      var input = input
      input.seed = seed ?? input.seed
      return try input.last {
        try Reference.initialParameters(
          hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
      }
    }
    expectWrong("02.1", "orthogonal weights with other signs") { (input: InitialParametersInput) in
      var p = try right(input)
      p.V *= -1
      return p
    }
    expectWrong("02.1", "columns of length 1 + 1e-9") { (input: InitialParametersInput) in
      var p = try right(input)
      p.V *= 1 + 1e-9
      return p
    }
    expectWrong("02.1", "a permutation that never changes for V") {
      (input: InitialParametersInput) in
      var p = try right(input)
      p.V = try right(input, 7).V
      return p
    }
    expectWrong("02.1", "V used for U where it fits") { (input: InitialParametersInput) in
      var p = try right(input)
      if input.hiddenSize == input.vocabularySize { p.U = p.V }
      return p
    }
    expectWrong("02.1", "tiny biases") { (input: InitialParametersInput) in
      var p = try right(input)
      p.bHidden[0] = 1e-300
      return p
    }
    expectWrong("02.1", "NaN weights") { (input: InitialParametersInput) in
      var p = try right(input)
      p.W[0, 0] = .nan
      return p
    }
  }

  @Test("02.2: too few digits, a wrong base, a clipped argument")
  func activations() {
    @Sendable func right(_ x: Vector) throws -> ActivationsOutput {
      ActivationsOutput(
        sigmoid: try Reference.sigmoid(x), tanh: try Reference.tanh(x),
        softmax: try Reference.softmax(x))
    }
    expectWrong("02.2", "float32") { (x: Vector) in
      let y = try right(x)
      return ActivationsOutput(
        sigmoid: y.sigmoid.map { Double(Float($0)) }, tanh: y.tanh.map { Double(Float($0)) },
        softmax: y.softmax.map { Double(Float($0)) })
    }
    expectWrong("02.2", "a softmax to the base 2") { (x: Vector) in
      var y = try right(x)
      y.softmax = try Reference.softmax(log(2.0) * x)
      return y
    }
    expectWrong("02.2", "arguments clipped to ±20") { (x: Vector) in
      try right(x.map { Swift.min(20, Swift.max(-20, $0)) })
    }
    expectWrong("02.2", "overflowing softmax and shifted sigmoid") { (x: Vector) in
      var y = try right(x)
      y.softmax = x.map { exp($0) } / x.map { exp($0) }.sum
      y.sigmoid = y.sigmoid - 0.5
      return y
    }
  }

  @Test("02.3: two mistakes at once, U by rows in the square case, float32")
  func step() {
    expectWrong("02.3", "V transposed and no bias") { (input: RNNStepInput) in
      let p = input.parameters
      return try Reference.tanh(p.U.column(input.token) + p.V.transposed * input.hidden)
    }
    expectWrong("02.3", "a row of U where it fits") { (input: RNNStepInput) in
      let p = input.parameters
      let u = p.hiddenSize == p.vocabularySize ? p.U.row(input.token) : p.U.column(input.token)
      return try Reference.tanh(u + p.V * input.hidden + p.bHidden)
    }
    expectWrong("02.3", "float32") { (input: RNNStepInput) in
      try Reference.rnnStep(input.token, hidden: input.hidden, parameters: input.parameters)
        .map { Double(Float($0)) }
    }
    expectWrong("02.3", "the next token") { (input: RNNStepInput) in
      let token = (input.token + 1) % input.parameters.vocabularySize
      return try Reference.rnnStep(token, hidden: input.hidden, parameters: input.parameters)
    }
  }

  @Test("02.4: float32 states, two mistakes at once, W by rows in the square case")
  func forward() {
    @Sendable func right(_ input: RNNForwardInput) throws -> RNNTrace {
      try Reference.rnnForward(
        input.inputs, initialHidden: input.initialHidden, parameters: input.parameters)
    }
    expectWrong("02.4", "float32 states") { (input: RNNForwardInput) in
      var trace = try right(input)
      trace.hidden = trace.hidden.map { $0.map { Double(Float($0)) } }
      return trace
    }
    expectWrong("02.4", "float32 logits") { (input: RNNForwardInput) in
      var trace = try right(input)
      trace.logits = trace.logits.map { $0.map { Double(Float($0)) } }
      return trace
    }
    expectWrong("02.4", "no bias and a softmax") { (input: RNNForwardInput) in
      var trace = try right(input)
      trace.logits = try trace.hidden.map { try Reference.softmax(input.parameters.W * $0) }
      return trace
    }
    expectWrong("02.4", "W transposed where it fits") { (input: RNNForwardInput) in
      let p = input.parameters
      var trace = try right(input)
      if p.hiddenSize == p.vocabularySize {
        trace.logits = trace.hidden.map { p.W.transposed * $0 + p.bOutput }
      }
      return trace
    }
    expectWrong("02.4", "the biases exchanged where they fit") { (input: RNNForwardInput) in
      var p = input.parameters
      if p.hiddenSize == p.vocabularySize { swap(&p.bHidden, &p.bOutput) }
      return try Reference.rnnForward(
        input.inputs, initialHidden: input.initialHidden, parameters: p)
    }
    expectWrong("02.4", "targets instead of inputs in the trace") { (input: RNNForwardInput) in
      var trace = try right(input)
      trace.inputs = Array(trace.inputs.dropFirst())
      return trace
    }
  }

  @Test("02.5: two mistakes at once, a clamped probability, float32")
  func crossEntropy() {
    @Sendable func right(_ input: CrossEntropyInput, _ reduction: Reduction) throws -> Double {
      try Reference.crossEntropy(input.logits, targets: input.targets, reduction: reduction)
    }
    expectWrong("02.5", "no minus and exchanged") { (input: CrossEntropyInput) in
      CrossEntropyOutput(sum: -(try right(input, .mean)), mean: -(try right(input, .sum)))
    }
    expectWrong("02.5", "a probability clamped at 1e-300") { (input: CrossEntropyInput) in
      let sum = try zip(input.logits, input.targets).reduce(0.0) {
        $0 - log(Swift.max(1e-300, try Reference.softmax($1.0)[$1.1]))
      }
      return CrossEntropyOutput(sum: sum, mean: sum / Double(input.targets.count))
    }
    expectWrong("02.5", "float32") { (input: CrossEntropyInput) in
      CrossEntropyOutput(
        sum: Double(Float(try right(input, .sum))), mean: Double(Float(try right(input, .mean))))
    }
    expectWrong("02.5", "a mean over T − 1") { (input: CrossEntropyInput) in
      let sum = try right(input, .sum)
      return CrossEntropyOutput(sum: sum, mean: sum / Double(Swift.max(1, input.targets.count - 1)))
    }
    expectWrong("02.5", "targets one step late") { (input: CrossEntropyInput) in
      var input = input
      input.targets = input.targets.suffix(1) + input.targets.dropLast()
      return CrossEntropyOutput(sum: try right(input, .sum), mean: try right(input, .mean))
    }
  }
}
