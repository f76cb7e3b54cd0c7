import Contracts
import Course
import PublishedFaults
import Recurrent
import Reference
import Testing
import Transcripts

@Suite struct WrongLSTMTests {
  @Test("04.1: almost orthogonal, one matrix for two gates, a seed that matters to one alone")
  func initialParameters() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (InitialParametersInput, inout LSTMParameters) throws -> Void
    ) {
      expectWrong("04.1", what) { (input: InitialParametersInput) in
        var p = try drawn(input, input.seed)
        try edit(input, &p)
        return p
      }
    }
    edited("rows of length 1 + 1e-9") { $1.Wi *= 1 + 1e-9 }
    edited("an output gate that is the same for every seed") { $1.Wo = try drawn($0, 7).Wo }
    edited("two gates that share their matrix") { $1.Wo = $1.Wg }
    edited("a candidate that is minus the input gate in its first row") {
      for j in 0..<$1.Wg.columns { $1.Wg[0, j] = -2 * $1.Wg[0, j] }
    }
    edited("a tiny bias of the forget gate") { $1.bf[0] = 1e-300 }
    edited("a bias of one for the input gate") { $1.bi = $1.bi + 1 }
    edited("a NaN") { $1.Wv[0, 0] = .nan }
    edited("a Wv of squares") { $1.Wv = orthogonal(Matrix.identity($0.hiddenSize)) }
    edited("one bias too long") { $1.bo = $1.bo.concatenated(with: [0]) }
    edited("a forget gate times a tenth") { $1.Wf = 0.1 * $1.Wf }
  }

  @Test("04.2: two mistakes at once, other cells than the lesson's, float32")
  func step() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (LSTMStepInput, inout LSTMStep) throws -> Void
    ) {
      expectWrong("04.2", what) { (input: LSTMStepInput) in
        var step = try Reference.lstmStep(
          input.token, hidden: input.hidden, cell: input.cell, parameters: input.parameters)
        try edit(input, &step)
        return step
      }
    }
    func other(_ what: String, _ change: @escaping @Sendable (inout LSTMStepInput) -> Void) {
      expectWrong("04.2", what) { (input: LSTMStepInput) in
        var input = input
        change(&input)
        return try Reference.lstmStep(
          input.token, hidden: input.hidden, cell: input.cell, parameters: input.parameters)
      }
    }
    edited("float32") { $1.hidden = $1.hidden.map { Double(Float($0)) } }
    edited("a cell clipped to ±1") { $1.cell = $1.cell.map { Swift.min(1, Swift.max(-1, $0)) } }
    edited("a hidden state 1 − o") { $1.hidden = (1 - $1.outputGate) * $1.cell.map { tanh($0) } }
    edited("a candidate handed back before tanh") {
      let z = $0.hidden.concatenated(with: try oneHot($0.token, size: $0.parameters.vocabularySize))
      $1.candidate = $0.parameters.Wg * z + $0.parameters.bg
    }
    edited("h = o ⊙ c without tanh, of a cell without its forget gate") {
      $1.cell = $0.cell + $1.inputGate * $1.candidate
      $1.hidden = $1.outputGate * $1.cell
    }
    edited("an output gate that looks at the new cell") {
      $1.outputGate = try sigmoid($1.outputGate + $1.cell)
      $1.hidden = $1.outputGate * $1.cell.map { tanh($0) }
    }
    edited("the mean of old and new cell") { $1.cell = 0.5 * ($0.cell + $1.cell) }
    other("the next token") { $0.token = ($0.token + 1) % $0.parameters.vocabularySize }
    other("the first token for an unknown one") {
      if $0.token == $0.parameters.vocabularySize - 1 { $0.token = 0 }
    }
    other("one bias left out") { $0.parameters.bg *= 0 }
    other("two biases of every gate") {
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { $0.parameters[keyPath: bias] *= 2 }
    }
    other("the biases of forget and output gate exchanged") {
      ($0.parameters.bf, $0.parameters.bo) = ($0.parameters.bo, $0.parameters.bf)
    }
  }

  @Test("04.3: two mistakes at once, a cell that is forgotten now and then, float32")
  func forward() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (LSTMForwardInput, inout LSTMTrace) throws -> Void
    ) {
      expectWrong("04.3", what) { (input: LSTMForwardInput) in
        var trace = try Reference.lstmForward(
          input.inputs, initialHidden: input.initialHidden, initialCell: input.initialCell,
          parameters: input.parameters)
        try edit(input, &trace)
        return trace
      }
    }
    edited("float32 logits") { $1.logits = $1.logits.map { $0.map { Double(Float($0)) } } }
    edited("float32 cells") {
      for t in $1.steps.indices { $1.steps[t].cell = $1.steps[t].cell.map { Double(Float($0)) } }
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
    edited("bv from a gate where it fits") { input, trace in
      let p = input.parameters
      if p.hiddenSize == p.vocabularySize {
        trace.logits = trace.steps.map { p.Wv * $0.hidden + p.bf }
      }
    }
    edited("steps in reverse order") { $1.steps.reverse() }
    edited("logits in reverse order") { $1.logits.reverse() }
    edited("the last step twice") { _, trace in
      if let last = trace.steps.last { trace.steps.append(last) }
    }
    edited("inputs without the last") { $1.inputs = Array($1.inputs.dropLast()) }
    edited("the last logits forgotten") { $1.logits[$1.logits.count - 1] *= 0 }
    expectWrong("04.3", "a cell that is emptied before every third step") {
      (input: LSTMForwardInput) in
      var trace = LSTMTrace(
        inputs: input.inputs, initialHidden: input.initialHidden, initialCell: input.initialCell)
      for (t, token) in input.inputs.enumerated() {
        var cell = trace.steps.last?.cell ?? input.initialCell
        if t % 3 == 2 { cell *= 0 }
        let step = try Reference.lstmStep(
          token, hidden: trace.steps.last?.hidden ?? input.initialHidden, cell: cell,
          parameters: input.parameters)
        trace.steps.append(step)
        trace.logits.append(input.parameters.Wv * step.hidden + input.parameters.bv)
      }
      return trace
    }
  }

  @Test("04.4: single tensors, shapes, a way back that is cut off, float32")
  func backward() {
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (LSTMBackwardInput, inout LSTMBackwardOutput) throws -> Void
    ) {
      expectWrong("04.4", what, over: seeds.prefix(8)) { (input: LSTMBackwardInput) in
        var output = try gradient(FaultyGradient([]), input)
        try edit(input, &output)
        return output
      }
    }
    edited("one element by its sixth digit") { $1.gradients.Wf[0, 0] *= 1 + 1e-6 }
    edited("float32") { _, output in
      output.gradients.tensors = output.gradients.tensors.map { $0.map { Double(Float($0)) } }
    }
    edited("the biases' signs") { _, output in
      for bias in [\LSTMParameters.bf, \.bi, \.bg, \.bo] { output.gradients[keyPath: bias] *= -1 }
    }
    edited("1/T and the opposite sign") { input, output in
      output.gradients.tensors = output.gradients.tensors.map {
        -1 / Double(input.targets.count) * $0
      }
    }
    edited("dbf twice, as in a gate of two biases") { $1.gradients.bf *= 2 }
    edited("dWg forgotten") { $1.gradients.Wg *= 0 }
    edited("dWv transposed where it fits") {
      if $0.parameters.hiddenSize == $0.parameters.vocabularySize {
        $1.gradients.Wv = $1.gradients.Wv.transposed
      }
    }
    edited("a shape of one column more") {
      $1.gradients.Wi = Matrix(zeros: $1.gradients.Wi.rows, $1.gradients.Wi.columns + 1)
    }
    edited("dInitialCell with the wrong sign") { $1.dInitialCell *= -1 }
    edited("dInitialHidden from the last step") { input, output in
      let trace = input.trace
      var dLogits = try softmax(trace.logits[trace.logits.count - 1])
      dLogits[input.targets[input.targets.count - 1]] -= 1
      output.dInitialHidden = input.parameters.Wv.transposedProduct(dLogits)
    }
    edited("clipping to a norm of 1 inside") {
      $1.gradients = try clip($1.gradients, maximumNorm: 1)
    }
    edited("weights and bias of the input gate with df") {
      $1.gradients.Wi = $1.gradients.Wf
      $1.gradients.bi = $1.gradients.bf
    }
    edited("dWf and dWi exchanged, their biases not") {
      ($1.gradients.Wf, $1.gradients.Wi) = ($1.gradients.Wi, $1.gradients.Wf)
    }
    expectWrong("04.4", "a way back that is cut off after three steps") {
      (input: LSTMBackwardInput) in
      let p = input.parameters
      var output = LSTMBackwardOutput(
        gradients: p.zeros, dInitialHidden: Vector(zeros: p.hiddenSize),
        dInitialCell: Vector(zeros: p.hiddenSize))
      for start in stride(from: 0, to: input.targets.count, by: 3) {
        let end = Swift.min(start + 3, input.targets.count)
        let before = start == 0 ? nil : input.trace.steps[start - 1]
        let part = LSTMTrace(
          inputs: Array(input.trace.inputs[start..<end]),
          initialHidden: before?.hidden ?? input.trace.initialHidden,
          initialCell: before?.cell ?? input.trace.initialCell,
          steps: Array(input.trace.steps[start..<end]),
          logits: Array(input.trace.logits[start..<end]))
        let result = try lstmBackward(
          part, targets: Array(input.targets[start..<end]), parameters: p)
        output.gradients.tensors = zip(output.gradients.tensors, result.gradients.tensors)
          .map { $0 + $1 }
        if start == 0 {
          output.dInitialHidden = result.dInitialHidden
          output.dInitialCell = result.dInitialCell
        }
      }
      return output
    }
  }

  @Test("04.4: two of the published faults at once are both named")
  func pairs() async {
    let faults = Fault.allCases
    await withTaskGroup(of: Void.self) { group in
      for (k, first) in faults.enumerated() {
        for second in faults[(k + 1)...] where Set([first, second]) != Fault.carries {
          group.addTask {
            let wrong = FaultyGradient([first, second])
            let program = Program("04.4") { (input: LSTMBackwardInput) in
              try gradient(wrong, input)
            }
            for seed in seeds.prefix(2) {
              let failure = program.verdict("04.4", seed: seed).failure
              #expect(failure != nil, "\(first) and \(second), seed \(seed)")
              #expect(
                failure?.diagnosis?.causes.map(\.name) == [first.title, second.title],
                "\(first) and \(second), seed \(seed)")
            }
          }
        }
      }
    }
  }

  @Test("04.4: ten of the eleven faults are not the published lab's gradient")
  func tenOfEleven() {
    for fault in Fault.allCases {
      let wrong = FaultyGradient(Set(Fault.allCases).subtracting([fault]))
      let program = Program("04.4") { (input: LSTMBackwardInput) in try gradient(wrong, input) }
      for seed in seeds.prefix(3) {
        let verdict = program.verdict("04.4", seed: seed)
        #expect(verdict.failure != nil, "all but \(fault)")
        #expect(verdict.diagnosis == nil, "all but \(fault)")
      }
    }
  }

  @Test("04.5: two mistakes at once, parameters that stand still, curves that hardly differ")
  func training() {
    @Sendable func right(_ input: TrainingInput<LSTMParameters>) throws -> TrainingOutput<
      LSTMParameters
    > {
      var parameters = input.parameters
      var log = TrainingLog(epochs: input.epochs)
      try train(
        &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
        learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
      return TrainingOutput<LSTMParameters>(
        trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
    }
    func edited(
      _ what: String,
      _ edit:
        @escaping @Sendable (TrainingInput<LSTMParameters>, inout TrainingOutput<LSTMParameters>) ->
        Void
    ) {
      expectWrong("04.5", what, over: seeds.prefix(8)) { (input: TrainingInput<LSTMParameters>) in
        var output = try right(input)
        edit(input, &output)
        return output
      }
    }
    func other(
      _ what: String, _ change: @escaping @Sendable (inout TrainingInput<LSTMParameters>) -> Void
    ) {
      expectWrong("04.5", what, over: seeds.prefix(8)) { (input: TrainingInput<LSTMParameters>) in
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
    edited("a forget gate's bias that is not trained") { $1.parameters.bf = $0.parameters.bf }
    edited("an output gate that is not trained") {
      $1.parameters.Wo = $0.parameters.Wo
      $1.parameters.bo = $0.parameters.bo
    }
    edited("curves that are right and no parameters") { $1.parameters = $1.parameters.zeros }
    edited("the validation curve twice") { $1.trainingLoss = $1.validationLoss }
    edited("losses of the next epoch") { _, output in
      output.validationLoss = Array(output.validationLoss.dropFirst()) + [0]
    }
    other("half the learning rate") { $0.learningRate /= 2 }
    other("twice the limit") { $0.maximumNorm *= 2 }
    other("weights that begin with a forget gate's bias of one") {
      $0.parameters.bf = $0.parameters.bf + 1
    }
    expectWrong("04.5", "reverse order and no mean") { (input: TrainingInput<LSTMParameters>) in
      var reversed = input
      reversed.training.reverse()
      var output = try right(reversed)
      output.trainingLoss = output.trainingLoss.map { $0 * Double(input.training.count) }
      return output
    }
    expectWrong("04.5", "the published lab's gradient inside of a right loop") {
      (input: TrainingInput<LSTMParameters>) in
      var output = try right(input)
      output.trainingLoss = try trainingLosses(
        with: Set(Fault.allCases), from: input.parameters, on: input.training,
        epochs: input.epochs, learningRate: input.learningRate, maximumNorm: input.maximumNorm)
      return output
    }
  }
}

private func drawn(_ input: InitialParametersInput, _ seed: UInt32) throws -> LSTMParameters {
  var input = input
  input.seed = seed
  return try input.last {
    try initialLSTMParameters(
      hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize, using: &$0)
  }
}

private func gradient(
  _ faulty: FaultyGradient, _ input: LSTMBackwardInput
) throws -> LSTMBackwardOutput {
  let result = try faulty(input.trace, targets: input.targets, parameters: input.parameters)
  return LSTMBackwardOutput(
    gradients: result.gradients, dInitialHidden: result.dInitialHidden,
    dInitialCell: result.dInitialCell)
}
