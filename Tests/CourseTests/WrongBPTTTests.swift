import Contracts
import Course
import Recurrent
import Reference
import Testing

@Suite struct WrongBPTTTests {
  @Test(
    "03.1: two mistakes at once, single tensors assigned, transposes in the square case, float32")
  func backward() {
    @Sendable func right(_ input: RNNBackwardInput) throws -> RNNBackwardOutput {
      let (gradients, dInitialHidden) = try Reference.rnnBackward(
        input.trace, targets: input.targets, parameters: input.parameters)
      return RNNBackwardOutput(gradients: gradients, dInitialHidden: dInitialHidden)
    }
    func edited(
      _ what: String,
      _ edit: @escaping @Sendable (RNNBackwardInput, inout RNNBackwardOutput) -> Void
    ) {
      expectWrong("03.1", what) { (input: RNNBackwardInput) in
        var output = try right(input)
        edit(input, &output)
        return output
      }
    }
    edited("dbHidden from the first step alone, by its last element") {
      $1.gradients.bHidden[0] += 1e-6
    }
    edited("the biases' signs") {
      $1.gradients.bHidden *= -1
      $1.gradients.bOutput *= -1
    }
    edited("float32") { _, output in
      output.gradients.tensors = output.gradients.tensors.map { $0.map { Double(Float($0)) } }
    }
    edited("dU and dW exchanged where they fit") {
      if $0.parameters.hiddenSize == $0.parameters.vocabularySize {
        swap(&$1.gradients.U, &$1.gradients.W)
      }
    }
    edited("dW transposed where it fits") {
      if $0.parameters.hiddenSize == $0.parameters.vocabularySize {
        $1.gradients.W = $1.gradients.W.transposed
      }
    }
    edited("1/T and the opposite sign") { input, output in
      let factor = -1 / Double(input.targets.count)
      output.gradients.tensors = output.gradients.tensors.map { factor * $0 }
      output.dInitialHidden *= factor
    }
    edited("dV doubled") { $1.gradients.V *= 2 }
    edited("dInitialHidden doubled") { $1.dInitialHidden *= 2 }
    edited("a shape of one row more") {
      $1.gradients.U = Matrix(zeros: $1.gradients.U.rows + 1, $1.gradients.U.columns)
    }
    expectWrong("03.1", "no carry, and h instead of h² in the derivative") {
      (input: RNNBackwardInput) in
      let p = input.parameters
      var g = p.zeros
      for t in input.trace.inputs.indices {
        var dz = try Reference.softmax(input.trace.logits[t])
        dz[input.targets[t]] -= 1
        let h = input.trace.hidden[t]
        let da = p.W.transposedProduct(dz) * (1 - h)
        g.W.addOuter(dz, h)
        g.bOutput += dz
        g.bHidden += da
        g.V.addOuter(da, t > 0 ? input.trace.hidden[t - 1] : input.trace.initialHidden)
        for i in da.indices { g.U[i, input.trace.inputs[t]] += da[i] }
      }
      return RNNBackwardOutput(gradients: g, dInitialHidden: Vector(zeros: p.hiddenSize))
    }
  }

  @Test("03.2: a one-sided step in one tensor, an error of the gradient's norms squared")
  func gradientCheck() {
    @Sendable func right(_ input: GradientCheckInput) throws -> GradientCheckOutput {
      GradientCheckOutput(
        gradient: try numericalGradient(
          of: { input.function($0) }, at: input.point, step: input.step),
        relativeError: try relativeError(input.analytic, input.numerical))
    }
    expectWrong("03.2", "one element forgotten") { (input: GradientCheckInput) in
      var output = try right(input)
      let last = output.gradient.tensors.count - 1
      output.gradient.tensors[last][0, 0] = 0
      return output
    }
    expectWrong("03.2", "forward differences and an absolute error") {
      (input: GradientCheckInput) in
      var output = try right(input)
      let here = input.function(input.point)
      for k in input.point.tensors.indices {
        for i in 0..<input.point.tensors[k].rows {
          for j in 0..<input.point.tensors[k].columns {
            var above = input.point
            above.tensors[k][i, j] += input.step
            output.gradient.tensors[k][i, j] = (input.function(above) - here) / input.step
          }
        }
      }
      output.relativeError =
        zip(
          input.analytic.tensors.flatMap(\.elements), input.numerical.tensors.flatMap(\.elements)
        ).map { abs($0 - $1) }.max() ?? 0
      return output
    }
    expectWrong("03.2", "the square of the error") { (input: GradientCheckInput) in
      var output = try right(input)
      output.relativeError *= output.relativeError
      return output
    }
    expectWrong("03.2", "shapes laid flat") { (input: GradientCheckInput) in
      var output = try right(input)
      output.gradient.tensors = output.gradient.tensors.map {
        Matrix(1, $0.elements.count, $0.elements)
      }
      return output
    }
  }

  @Test("03.3 and 03.4: another 10⁻⁶, two mistakes at once, tensors in another order")
  func clipAndStep() {
    expectWrong("03.3", "10⁻⁸ in place of 10⁻⁶") { (input: ClipInput) in
      let norm = input.gradients.tensors.map(\.sumOfSquares).reduce(0, +).squareRoot()
      let factor = Swift.min(1, input.maximumNorm / (norm + 1e-8))
      return TensorList(input.gradients.tensors.map { factor * $0 })
    }
    expectWrong("03.3", "per tensor and always to the limit") { (input: ClipInput) in
      TensorList(
        input.gradients.tensors.map {
          input.maximumNorm / ($0.sumOfSquares.squareRoot() + 1e-6) * $0
        })
    }
    expectWrong("03.3", "half the limit") { (input: ClipInput) in
      try clip(input.gradients, maximumNorm: input.maximumNorm / 2)
    }
    expectWrong("03.3", "everything as it was") { (input: ClipInput) in input.gradients }
    expectWrong("03.4", "up the gradient and without a rate") { (input: SGDInput) in
      input.gradients.reduce(input.parameters) {
        TensorList(zip($0.tensors, $1.tensors).map { $0 + $1 })
      }
    }
    expectWrong("03.4", "momentum") { (input: SGDInput) in
      var parameters = input.parameters
      var velocity = parameters.zeros
      for gradients in input.gradients {
        velocity.tensors = zip(velocity.tensors, gradients.tensors).map { 0.9 * $0 + $1 }
        try sgdStep(&parameters, gradients: velocity, learningRate: input.learningRate)
      }
      return parameters
    }
    expectWrong("03.4", "the last gradient alone") { (input: SGDInput) in
      var parameters = input.parameters
      if let last = input.gradients.last {
        try sgdStep(&parameters, gradients: last, learningRate: input.learningRate)
      }
      return parameters
    }
  }

  @Test("03.5: two mistakes at once, a first epoch left out, a loss that hardly differs")
  func training() {
    @Sendable func right(_ input: TrainingInput<RNNParameters>) throws -> TrainingOutput<
      RNNParameters
    > {
      var parameters = input.parameters
      var log = TrainingLog(epochs: input.epochs)
      try train(
        &parameters, on: input.training, validation: input.validation, epochs: input.epochs,
        learningRate: input.learningRate, maximumNorm: input.maximumNorm, log: &log)
      return TrainingOutput<RNNParameters>(
        trainingLoss: log.trainingLoss, validationLoss: log.validationLoss, parameters: parameters)
    }
    expectWrong("03.5", "reverse order and no mean") { (input: TrainingInput<RNNParameters>) in
      var reversed = input
      reversed.training.reverse()
      var output = try right(reversed)
      output.trainingLoss = output.trainingLoss.map { $0 * Double(input.training.count) }
      return output
    }
    expectWrong("03.5", "a loss in bits") { (input: TrainingInput<RNNParameters>) in
      var output = try right(input)
      output.trainingLoss = output.trainingLoss.map { $0 / log(2.0) }
      output.validationLoss = output.validationLoss.map { $0 / log(2.0) }
      return output
    }
    expectWrong("03.5", "half the learning rate") { (input: TrainingInput<RNNParameters>) in
      var halved = input
      halved.learningRate /= 2
      return try right(halved)
    }
    expectWrong("03.5", "a bias that is not trained") { (input: TrainingInput<RNNParameters>) in
      var output = try right(input)
      output.parameters.bHidden = input.parameters.bHidden
      return output
    }
    expectWrong("03.5", "curves that are right and no parameters") {
      (input: TrainingInput<RNNParameters>) in
      var output = try right(input)
      output.parameters = output.parameters.zeros
      return output
    }
    expectWrong("03.5", "one epoch too few") { (input: TrainingInput<RNNParameters>) in
      var output = try right(input)
      output.trainingLoss = output.trainingLoss.dropLast()
      return output
    }
    expectWrong("03.5", "float32 curves") { (input: TrainingInput<RNNParameters>) in
      var output = try right(input)
      output.trainingLoss = output.trainingLoss.map { Double(Float($0)) }
      return output
    }
  }

  @Test("03.6: a canned answer, the last prompt token in the result, EOS in the prompt obeyed")
  func generation() {
    @Sendable func right(_ input: GenerationInput) throws -> [Int] {
      try generate(
        from: input.prompt, parameters: input.parameters, endOfSequence: input.endOfSequence,
        limit: input.limit)
    }
    expectWrong("03.6", "always b EOS") { (_: GenerationInput) in [1, 2] }
    expectWrong("03.6", "nothing") { (_: GenerationInput) in [Int]() }
    expectWrong("03.6", "the last prompt token first") { (input: GenerationInput) in
      try input.prompt.suffix(1) + right(input)
    }
    expectWrong("03.6", "EOS at the end in any case") { (input: GenerationInput) in
      let tokens = try right(input)
      return tokens.last == input.endOfSequence ? tokens : tokens + [input.endOfSequence]
    }
    expectWrong("03.6", "the arg max of the hidden state") { (input: GenerationInput) in
      var p = input.parameters
      for i in 0..<p.vocabularySize {
        for j in 0..<p.hiddenSize { p.W[i, j] = i == j ? 1 : 0 }
        p.bOutput[i] = 0
      }
      var other = input
      other.parameters = p
      return try right(other)
    }
  }
}
