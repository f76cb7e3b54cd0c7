import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size.

/// Right solutions of this lesson, written in other ways than the reference.
enum RightGRU {
  static let initialParameters = RightVariant(
    "07.1", "parameters drawn by two local functions"
  ) { (input: InitialParametersInput) in
    input.last { random in
      let (H, V) = (input.hiddenSize, input.vocabularySize)
      func fromHidden() -> Matrix { orthogonal(random.normal(H, H)) }
      func fromInput() -> Matrix { orthogonal(random.normal(H, V)) }
      let zero = Vector(zeros: H)
      return GRUParameters(
        Wxr: fromInput(), Wxz: fromInput(), Wxn: fromInput(), Whr: fromHidden(), Whz: fromHidden(),
        Whn: fromHidden(), Wv: orthogonal(random.normal(V, H)), bxr: zero, bxz: zero, bxn: zero,
        bhr: zero, bhz: zero, bhn: zero,
        bv: Vector(zeros: V))
    }
  }

  static let step = GRUStepVariant.all.map { variant in
    RightVariant("07.2", "a step: \(variant.testDescription)") {
      (input: GRUStepInput) in
      try variant.step(input.token, input.hidden, input.parameters)
    }
  }

  static let forward = GRUStepVariant.all.map { variant in
    RightVariant(
      "07.3", "a pass over the sequence on a step: \(variant.testDescription)"
    ) { (input: GRUForwardInput) in
      let p = input.parameters
      var trace = GRUTrace(inputs: input.inputs, initialHidden: input.initialHidden)
      for token in input.inputs {
        trace.steps.append(
          try variant.step(token, trace.steps.last?.hidden ?? input.initialHidden, p))
      }
      // All logits at once, in the end.
      let logits = Matrix(rows: trace.steps.map(\.hidden)) * p.Wv.transposed
      trace.logits = (0..<logits.rows).map { p.bv + logits.row($0) }
      return trace
    }
  }

  static let forwardByRecursion = RightVariant(
    "07.3", "a pass over the sequence by recursion on its last token"
  ) { (input: GRUForwardInput) in
    let p = input.parameters
    func pass(_ inputs: [Int]) throws -> GRUTrace {
      guard let token = inputs.last else {
        return GRUTrace(inputs: [], initialHidden: input.initialHidden)
      }
      var trace = try pass(inputs.dropLast())
      let step = try Reference.gruStep(
        token, hidden: trace.steps.last?.hidden ?? trace.initialHidden, parameters: p)
      trace.inputs.append(token)
      trace.steps.append(step)
      trace.logits.append(p.Wv * step.hidden + p.bv)
      return trace
    }
    return try pass(input.inputs)
  }

  static let backward = GRUBackwardVariant.all.map { variant in
    RightVariant(
      "07.4", "a backward pass: \(variant.testDescription)",
      over: seeds.prefix(5)
    ) { (input: GRUBackwardInput) in
      try variant.backward(input)
    }
  }

  static let training = GRUBackwardVariant.all.map { variant in
    RightVariant(
      "07.5", "a training loop on a backward pass: \(variant.testDescription)",
      over: seeds.prefix(5)
    ) { (input: TrainingInput<GRUParameters>) in
      func trace(_ example: Example, _ p: GRUParameters) throws -> GRUTrace {
        try Reference.gruForward(
          example.inputs, initialHidden: Vector(zeros: p.hiddenSize), parameters: p)
      }
      return try plainTraining(
        input, logits: { try trace($0, $1).logits },
        gradients: { example, p in
          try variant.backward(
            GRUBackwardInput(
              trace: try trace(example, p), targets: example.targets, parameters: p)
          ).gradients
        })
    }
  }

  static let all: [RightVariant] =
    [initialParameters, forwardByRecursion] + step + forward + backward + training
}
