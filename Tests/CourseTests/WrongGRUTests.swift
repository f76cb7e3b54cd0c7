import Contracts
import Course
import Recurrent
import Reference
import Testing
import Transcripts

@Suite struct WrongGRUTests {
  @Test("07.1: almost orthogonal, one matrix for two gates, a seed that matters to one alone")
  func initialParameters() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (InitialParametersInput, inout GRUParameters) throws -> Void
    ) {
      expectWrong("07.1", what) { (input: InitialParametersInput) in
        var p = try drawn(input, input.seed)
        try edit(input, &p)
        return p
      }
    }
    edited("rows of length 1 + 1e-9") { $1.Whz *= 1 + 1e-9 }
    edited("a candidate that is the same for every seed") { $1.Whn = try drawn($0, 7).Whn }
    edited("two gates that share what meets x") { $1.Wxz = $1.Wxr }
    edited("two gates that share what meets h′") { $1.Whz = $1.Whr.transposed }
    edited("a tiny bias of the update gate") { $1.bhz[0] = 1e-300 }
    edited("a bias of one for the reset gate") { $1.bxr = $1.bxr + 1 }
    edited("a NaN") { $1.Wv[0, 0] = .nan }
    edited("identities for h′") {
      $1.Whn = Matrix.identity($0.hiddenSize)
    }
    edited("one bias too long") { $1.bxn = $1.bxn.concatenated(with: [0]) }
    edited("an update gate that is too small") { $1.Wxz = 0.1 * $1.Wxz }
  }

  @Test("07.2: two mistakes at once, other tokens, single biases, float32")
  func step() {
    func edited(
      _ what: String, _ edit: @escaping @Sendable (GRUStepInput, inout GRUStep) throws -> Void
    ) {
      expectWrong("07.2", what) { (input: GRUStepInput) in
        var step = try right(input)
        try edit(input, &step)
        return step
      }
    }
    func other(_ what: String, _ change: @escaping @Sendable (inout GRUStepInput) -> Void) {
      expectWrong("07.2", what) { (input: GRUStepInput) in
        var input = input
        change(&input)
        return try right(input)
      }
    }
    edited("float32") { $1.hidden = $1.hidden.map { Double(Float($0)) } }
    edited("the mean of old state and candidate") { $1.hidden = 0.5 * ($0.hidden + $1.candidate) }
    edited("a mixture by z²") {
      let z = $1.updateGate * $1.updateGate
      $1.hidden = (1 - z) * $1.candidate + z * $0.hidden
    }
    edited("the other sign of z, and the gates exchanged in the result") {
      $1.hidden = $1.updateGate * $1.candidate + (1 - $1.updateGate) * $0.hidden
      swap(&$1.resetGate, &$1.updateGate)
    }
    edited("no reset gate, and no tanh") {
      let p = $0.parameters
      $1.candidate = p.Wxn.column($0.token) + p.bxn + $1.recurrentTerm
      $1.hidden = (1 - $1.updateGate) * $1.candidate + $1.updateGate * $0.hidden
    }
    edited("1 − z handed back as the update gate") { $1.updateGate = 1 - $1.updateGate }
    edited("a recurrent term without its bias, handed back") {
      $1.recurrentTerm = $1.recurrentTerm - $0.parameters.bhn
    }
    other("the next token") { $0.token = ($0.token + 1) % $0.parameters.vocabularySize }
    other("the first token for an unknown one") {
      if $0.token == $0.parameters.vocabularySize - 1 { $0.token = 0 }
    }
    other("one bias left out") { $0.parameters.bxn *= 0 }
    other("the biases beside x twice") {
      for bias in [\GRUParameters.bxr, \.bxz, \.bxn] { $0.parameters[keyPath: bias] *= 2 }
    }
    other("the biases of reset and update gate exchanged") {
      ($0.parameters.bhr, $0.parameters.bhz) = ($0.parameters.bhz, $0.parameters.bhr)
    }
    other("one matrix transposed") { $0.parameters.Whz = $0.parameters.Whz.transposed }
  }

  @Test("07.3: two mistakes at once, a state that is forgotten now and then, float32")
  func forward() {
    func edited(
      _ what: String, _ edit: @escaping @Sendable (GRUForwardInput, inout GRUTrace) throws -> Void
    ) {
      expectWrong("07.3", what) { (input: GRUForwardInput) in
        var trace = try Reference.gruForward(
          input.inputs, initialHidden: input.initialHidden, parameters: input.parameters)
        try edit(input, &trace)
        return trace
      }
    }
    edited("float32 logits") { $1.logits = $1.logits.map { $0.map { Double(Float($0)) } } }
    edited("float32 states") {
      for t in $1.steps.indices {
        $1.steps[t].hidden = $1.steps[t].hidden.map { Double(Float($0)) }
      }
    }
    edited("no bias and a softmax") { input, trace in
      trace.logits = try trace.steps.map { try softmax(input.parameters.Wv * $0.hidden) }
    }
    edited("Wv transposed where it fits") { input, trace in
      let p = input.parameters
      if p.hiddenSize == p.vocabularySize {
        trace.logits = trace.steps.map { p.Wv.transposed * $0.hidden + p.bv }
      }
    }
    edited("steps in reverse order") { $1.steps.reverse() }
    edited("logits in reverse order") { $1.logits.reverse() }
    edited("the last step twice") { _, trace in
      if let last = trace.steps.last { trace.steps.append(last) }
    }
    edited("inputs without the last") { $1.inputs = Array($1.inputs.dropLast()) }
    edited("the last logits forgotten") { $1.logits[$1.logits.count - 1] *= 0 }
    expectWrong("07.3", "a state that is emptied before every second step") {
      (input: GRUForwardInput) in
      var trace = GRUTrace(inputs: input.inputs, initialHidden: input.initialHidden)
      for (t, token) in input.inputs.enumerated() {
        var hidden = trace.steps.last?.hidden ?? input.initialHidden
        if t % 2 == 1 { hidden *= 0 }
        let step = try Reference.gruStep(token, hidden: hidden, parameters: input.parameters)
        trace.steps.append(step)
        trace.logits.append(input.parameters.Wv * step.hidden + input.parameters.bv)
      }
      return trace
    }
  }

  @Test("07.4: single tensors, shapes, a way back that is cut off, float32")
  func backward() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (GRUBackwardInput, inout GRUBackwardOutput) throws -> Void
    ) {
      expectWrong("07.4", what, over: seeds.prefix(8)) { (input: GRUBackwardInput) in
        var output = try right(input)
        try edit(input, &output)
        return output
      }
    }
    edited("one element by its sixth digit") { $1.gradients.Whr[0, 0] *= 1 + 1e-6 }
    edited("float32") { _, output in
      output.gradients.tensors = output.gradients.tensors.map { $0.map { Double(Float($0)) } }
    }
    edited("1/T and the opposite sign") { input, output in
      output.gradients.tensors = output.gradients.tensors.map {
        -1 / Double(input.targets.count) * $0
      }
    }
    edited("dbxz twice") { $1.gradients.bxz *= 2 }
    edited("dWxn forgotten") { $1.gradients.Wxn *= 0 }
    edited("dWhn with the wrong sign") { $1.gradients.Whn *= -1 }
    edited("a shape of one column more") {
      $1.gradients.Whz = Matrix(zeros: $1.gradients.Whz.rows, $1.gradients.Whz.columns + 1)
    }
    edited("dInitialHidden with the wrong sign") { $1.dInitialHidden *= -1 }
    edited("dInitialHidden from the last step") { input, output in
      let last = input.targets.count - 1
      var dLogits = try softmax(input.trace.logits[last])
      dLogits[input.targets[last]] -= 1
      output.dInitialHidden = input.parameters.Wv.transposedProduct(dLogits)
    }
    edited("clipping to a norm of 1 inside") {
      $1.gradients = try clip($1.gradients, maximumNorm: 1)
    }
    edited("dWhr and dWhz exchanged, their biases not") {
      ($1.gradients.Whr, $1.gradients.Whz) = ($1.gradients.Whz, $1.gradients.Whr)
    }
    expectWrong("07.4", "a way back that is cut off after two steps") { (input: GRUBackwardInput) in
      let p = input.parameters
      var output = GRUBackwardOutput(
        gradients: p.zeros, dInitialHidden: Vector(zeros: p.hiddenSize))
      for end in input.targets.indices {
        let start = max(0, end - 1)
        let before = start > 0 ? input.trace.steps[start - 1].hidden : input.trace.initialHidden
        let trace = try Reference.gruForward(
          Array(input.trace.inputs[start...end]), initialHidden: before, parameters: p)
        let part = try lastLossGradient(trace, target: input.targets[end], p)
        output.gradients.tensors = zip(output.gradients.tensors, part.gradients.tensors)
          .map { $0 + $1 }
        output.dInitialHidden += part.dInitialHidden
      }
      return output
    }
  }

  @Test("07.5: two mistakes at once, parameters that stand still, curves that hardly differ")
  func training() {
    typealias Input = TrainingInput<GRUParameters>
    typealias Output = TrainingOutput<GRUParameters>
    @Sendable func right(_ input: Input) throws -> Output {
      var parameters = input.parameters
      var log = TrainingLog(epochs: input.epochs)
      try train(
        &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
        learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
      return Output(
        trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
    }
    func edited(_ what: String, _ edit: @escaping @Sendable (Input, inout Output) -> Void) {
      expectWrong("07.5", what, over: seeds.prefix(8)) { (input: Input) in
        var output = try right(input)
        edit(input, &output)
        return output
      }
    }
    func other(_ what: String, _ change: @escaping @Sendable (inout Input) -> Void) {
      expectWrong("07.5", what, over: seeds.prefix(8)) { (input: Input) in
        var input = input
        change(&input)
        return try right(input)
      }
    }
    edited("a loss in bits") { _, output in
      output.trainingLoss = output.trainingLoss.map { $0 / log(2.0) }
      output.validationLoss = output.validationLoss.map { $0 / log(2.0) }
    }
    edited("float32 curves") { $1.trainingLoss = $1.trainingLoss.map { Double(Float($0)) } }
    edited("one epoch too few") { $1.trainingLoss = $1.trainingLoss.dropLast() }
    edited("biases beside h′ that are not trained") {
      for bias in [\GRUParameters.bhr, \.bhz, \.bhn] {
        $1.parameters[keyPath: bias] = $0.parameters[keyPath: bias]
      }
    }
    edited("curves that are right and no parameters") { $1.parameters = $1.parameters.zeros }
    edited("the validation curve twice") { $1.trainingLoss = $1.validationLoss }
    other("half the learning rate") { $0.learningRate /= 2 }
    other("twice the limit") { $0.maximumNorm *= 2 }
    other("weights that begin with an update gate's bias of one") {
      $0.parameters.bxz = $0.parameters.bxz + 1
    }
    expectWrong("07.5", "reverse order and no mean", over: seeds.prefix(8)) { (input: Input) in
      var reversed = input
      reversed.training.reverse()
      var output = try right(reversed)
      output.trainingLoss = output.trainingLoss.map { $0 * Double(input.training.count) }
      return output
    }
  }
}

private func drawn(_ input: InitialParametersInput, _ seed: UInt32) throws -> GRUParameters {
  var input = input
  input.seed = seed
  return try input.last {
    try initialGRUParameters(
      hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
  }
}

private func right(_ input: GRUStepInput) throws -> GRUStep {
  try Reference.gruStep(input.token, hidden: input.hidden, parameters: input.parameters)
}

private func right(_ input: GRUBackwardInput) throws -> GRUBackwardOutput {
  let result = try Reference.gruBackward(
    input.trace, targets: input.targets, parameters: input.parameters)
  return GRUBackwardOutput(gradients: result.gradients, dInitialHidden: result.dInitialHidden)
}

/// The gradient of the last step's loss alone: that of all steps, less that of all but the last.
private func lastLossGradient(
  _ trace: GRUTrace, target: Int, _ p: GRUParameters
) throws -> GRUBackwardOutput {
  // Targets do not matter where they cancel.
  let targets = Array(repeating: target, count: trace.inputs.count)
  var output = try right(GRUBackwardInput(trace: trace, targets: targets, parameters: p))
  guard trace.inputs.count > 1 else { return output }
  var shorter = trace
  shorter.inputs.removeLast()
  shorter.steps.removeLast()
  shorter.logits.removeLast()
  let rest = try right(
    GRUBackwardInput(trace: shorter, targets: targets.dropLast(), parameters: p))
  output.gradients.tensors = zip(output.gradients.tensors, rest.gradients.tensors).map { $0 - $1 }
  output.dInitialHidden -= rest.dInitialHidden
  return output
}
