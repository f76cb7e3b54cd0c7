import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

/// Right solutions of this lesson, written in other ways than the reference.
enum RightBPTT {
  static let backwardWithMatrices = RightVariant(
    "03.1",
    "a backward pass that lists all gradients of time first and multiplies matrices in the end"
  ) { (input: RNNBackwardInput) in
    let p = input.parameters, trace = input.trace, steps = trace.inputs.count
    let targets = try Reference.oneHot(input.targets, size: p.vocabularySize)
    let dLogits = Matrix(rows: try trace.logits.map { try Reference.softmax($0) }) - targets
    var dActivations = [Vector](repeating: Vector(zeros: p.hiddenSize), count: steps)
    var carry = Vector(zeros: p.hiddenSize)
    for t in stride(from: steps - 1, through: 0, by: -1) {
      let h = trace.hidden[t]
      let slope: Vector = (1 - h) * (h + 1)
      let dHidden: Vector = carry + p.W.transposed * dLogits.row(t)
      dActivations[t] = dHidden * slope
      carry = p.V.transposed * dActivations[t]
    }
    let d = Matrix(rows: dActivations).transposed
    let before = Matrix(rows: Array(([trace.initialHidden] + trace.hidden).dropLast()))
    let ones = Vector((0..<steps).map { _ in 1.0 })
    let inputs = try Reference.oneHot(trace.inputs, size: p.vocabularySize)
    return RNNBackwardOutput(
      gradients: RNNParameters(
        U: d * inputs, V: d * before, W: dLogits.transposed * Matrix(rows: trace.hidden),
        bHidden: d * ones, bOutput: dLogits.transposed * ones),
      dInitialHidden: carry)
  }

  static let backwardFromScratch = RightVariant(
    "03.1", "a backward pass that runs the forward pass again and uses one-hot outer products"
  ) { (input: RNNBackwardInput) in
    let p = input.parameters, inputs = input.trace.inputs
    let initial = input.trace.initialHidden
    let trace = try Reference.rnnForward(inputs, initialHidden: initial, parameters: p)
    let states = [initial] + trace.hidden
    var g = p.zeros
    var dh = Vector(zeros: p.hiddenSize)
    for t in (1...inputs.count).reversed() {
      var dz = try Reference.softmax(trace.logits[t - 1])
      dz = dz - (try Reference.oneHot(input.targets[t - 1], size: p.vocabularySize))
      dh += p.W.transposed * dz
      let da: Vector = dh - dh * states[t] * states[t]
      g.W += dz.outer(states[t])
      g.bOutput += dz
      g.U += da.outer(try Reference.oneHot(inputs[t - 1], size: p.vocabularySize))
      g.V += da.outer(states[t - 1])
      g.bHidden += da
      dh = p.V.transposed * da
    }
    return RNNBackwardOutput(gradients: g, dInitialHidden: dh)
  }

  static let backwardByRecursion = RightVariant(
    "03.1", "a backward pass by recursion from the first step"
  ) { (input: RNNBackwardInput) in
    let p = input.parameters, trace = input.trace
    var g = p.zeros
    /// The gradient by the state before step t.
    func gradient(before t: Int) throws -> Vector {
      guard t < trace.inputs.count else { return Vector(zeros: p.hiddenSize) }
      let later = try gradient(before: t + 1)
      let oneHot = try Reference.oneHot(input.targets[t], size: p.vocabularySize)
      let dz: Vector = try Reference.softmax(trace.logits[t]) - oneHot
      let da: Vector =
        (later + p.W.transposedProduct(dz)) * (1 - trace.hidden[t] * trace.hidden[t])
      g.bOutput += dz
      g.bHidden += da
      g.W.addOuter(dz, trace.hidden[t])
      g.V.addOuter(da, t == 0 ? trace.initialHidden : trace.hidden[t - 1])
      g.U.addOuter(da, try Reference.oneHot(trace.inputs[t], size: p.vocabularySize))
      return p.V.transposedProduct(da)
    }
    let dInitialHidden = try gradient(before: 0)
    return RNNBackwardOutput(gradients: g, dInitialHidden: dInitialHidden)
  }

  static let gradientCheck = RightVariant(
    "03.2", "a gradient check that moves one copy forth and back, and an error by sorting"
  ) { (input: GradientCheckInput) in
    var moving = input.point
    var gradient = input.point
    for k in moving.tensors.indices {
      for i in 0..<moving.tensors[k].rows {
        for j in 0..<moving.tensors[k].columns {
          moving.tensors[k][i, j] += input.step
          let above = input.function(moving)
          moving.tensors[k][i, j] -= 2 * input.step
          let below = input.function(moving)
          moving.tensors[k][i, j] += input.step
          gradient.tensors[k][i, j] = above / (2 * input.step) - below / (2 * input.step)
        }
      }
    }
    let a = input.analytic.tensors.flatMap(\.elements),
      n = input.numerical.tensors.flatMap(\.elements)
    let errors = zip(a, n).map {
      abs($0 - $1) / Swift.max(abs($0), abs($1), .leastNormalMagnitude)
    }
    return GradientCheckOutput(
      gradient: gradient,
      relativeError: errors.contains(where: \.isNaN) ? .nan : errors.sorted().last ?? 0)
  }

  static let clipping = RightVariant("03.3", "clipping by an if, with the factor as the condition")
  { (input: ClipInput) in
    let all = Vector(input.gradients.tensors.flatMap(\.elements))
    let factor = input.maximumNorm / (all.norm + 1e-6)
    guard factor < 1 else { return input.gradients }
    return TensorList(input.gradients.tensors.map { $0.map { $0 * factor } })
  }

  static let sgd = RightVariant("03.4", "a step added with a negative rate, element by element") {
    (input: SGDInput) in
    var result = input.parameters
    for gradients in input.gradients {
      for k in result.tensors.indices {
        for i in 0..<result.tensors[k].rows {
          for j in 0..<result.tensors[k].columns {
            result.tensors[k][i, j] += -input.learningRate * gradients.tensors[k][i, j]
          }
        }
      }
    }
    return result
  }

  static let training = RightVariant(
    "03.5", "a training loop of plain functions, sequence by sequence"
  ) { (input: TrainingInput<RNNParameters>) in
    var p = input.parameters
    var output = TrainingOutput<RNNParameters>(
      trainingLoss: [], validationLoss: [], parameters: p)
    func forward(_ example: Example) throws -> (RNNTrace, Double) {
      let trace = try Reference.rnnForward(
        example.inputs, initialHidden: Vector(zeros: p.hiddenSize), parameters: p)
      return (
        trace, try Reference.crossEntropy(trace.logits, targets: example.targets, reduction: .sum)
      )
    }
    for _ in 0..<input.epochs {
      var validation = 0.0
      for example in input.validation {
        validation += try forward(example).1 / Double(input.validation.count)
      }
      output.validationLoss.append(validation)
      var training = 0.0
      for example in input.training {
        let (trace, loss) = try forward(example)
        training += loss
        let gradients = try Reference.rnnBackward(trace, targets: example.targets, parameters: p)
          .gradients
        try Reference.sgdStep(
          &p, gradients: try Reference.clip(gradients, maximumNorm: input.maximumNorm),
          learningRate: input.learningRate)
      }
      output.trainingLoss.append(training / Double(input.training.count))
    }
    output.parameters = p
    return output
  }

  static let generation = RightVariant(
    "03.6", "generation that runs the whole forward pass again for every token"
  ) { (input: GenerationInput) in
    var tokens = input.prompt
    if tokens.isEmpty { return [Int]() }
    while tokens.count - input.prompt.count < input.limit {
      let trace = try Reference.rnnForward(
        tokens, initialHidden: Vector(zeros: input.parameters.hiddenSize),
        parameters: input.parameters)
      let probabilities = try Reference.softmax(trace.logits[trace.logits.count - 1])
      tokens.append(probabilities.firstIndex(of: probabilities.max() ?? 0) ?? 0)
      if tokens[tokens.count - 1] == input.endOfSequence { break }
    }
    return Array(tokens.dropFirst(input.prompt.count))
  }

  static let all: [RightVariant] =
    [
      backwardWithMatrices, backwardFromScratch, backwardByRecursion, gradientCheck, clipping, sgd,
      training, generation,
    ]
}
