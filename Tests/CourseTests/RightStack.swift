import Contracts
import Recurrent
import Reference

// T steps, D numbers of an input, H hidden size, C classes.

/// Right solutions of this lesson, written in other ways than the reference.
enum RightStack {
  static let layer = RightVariant(
    "09.1", "a layer with its weights cut in two, and a sigmoid by exponentials"
  ) { (input: LayerForwardInput) in
    let p = input.parameters
    func sums(_ W: Matrix, _ b: Vector, _ h: Vector, _ x: Vector) -> Vector {
      let onState = W.selecting(columns: Array(0..<p.hiddenSize))
      let onInput = W.selecting(columns: Array(p.hiddenSize..<W.columns))
      return b + onInput * x + onState * h
    }
    func sigmoid(_ v: Vector) -> Vector {
      v.map { $0 >= 0 ? 1 / (1 + exp(-$0)) : exp($0) / (1 + exp($0)) }
    }
    var (h, c) = (Vector(zeros: p.hiddenSize), Vector(zeros: p.hiddenSize))
    return LayerTrace(
      inputs: input.inputs,
      steps: input.inputs.map { x in
        let f = sigmoid(sums(p.Wf, p.bf, h, x))
        let i = sigmoid(sums(p.Wi, p.bi, h, x))
        let g = sums(p.Wg, p.bg, h, x).map { tanh($0) }
        let o = sigmoid(sums(p.Wo, p.bo, h, x))
        c = i * g + f * c
        h = c.map { tanh($0) } * o
        return LSTMStep(
          forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: c, hidden: h)
      })
  }

  static let level = RightVariant(
    "09.2", "both directions, the reverse one by an index that runs down"
  ) { (input: LevelForwardInput) in
    let steps = input.inputs.count
    let forward = try Reference.layerForward(input.inputs, parameters: input.parameters.forward)
    guard let layer = input.parameters.reverse else {
      let last = forward.steps[steps - 1].hidden
      return LevelTrace(forward: forward, outputs: forward.outputs, finalHidden: last)
    }
    var turned: [Vector] = []
    for t in stride(from: steps - 1, through: 0, by: -1) { turned.append(input.inputs[t]) }
    let reverse = try Reference.layerForward(turned, parameters: layer)
    return LevelTrace(
      forward: forward, reverse: reverse,
      outputs: (0..<steps).map { t in
        Vector(Array(forward.steps[t].hidden) + Array(reverse.steps[steps - 1 - t].hidden))
      },
      finalHidden: Vector(
        Array(forward.steps[steps - 1].hidden) + Array(reverse.steps[steps - 1].hidden)))
  }

  static let stack = RightVariant(
    "09.3", "a stack by recursion, columns of the identity for one-hot vectors"
  ) { (input: StackForwardInput) in
    let p = input.parameters
    func run(_ x: [Vector], _ levels: ArraySlice<Level>) throws -> [LevelTrace] {
      guard let level = levels.first else { return [] }
      let trace = try Reference.levelForward(x, parameters: level)
      return [trace] + (try run(trace.outputs, levels.dropFirst()))
    }
    let identity = Matrix.identity(p.vocabularySize)
    let levels = try run(input.inputs.map { identity.column($0) }, p.levels[...])
    return StackTrace(
      inputs: input.inputs, levels: levels,
      logits: levels[levels.count - 1].outputs.map { y in
        Vector((0..<p.classes).map { p.Wv.row($0).dot(y) + p.bv[$0] })
      })
  }

  static let layerBackward = RightVariant(
    "09.4", "a layer's way back as the sum over the steps at which a gradient comes in"
  ) { (input: LayerBackwardInput) in
    var sum = LayerGradients(
      gradients: input.parameters.zeros, dInputs: input.trace.inputs.map { 0 * $0 })
    for t in input.dOutputs.indices {
      let alone = input.dOutputs.enumerated().map { $0.offset == t ? $0.element : 0 * $0.element }
      let part = try Reference.layerBackward(
        input.trace, dOutputs: alone, parameters: input.parameters)
      sum.gradients.tensors = zip(sum.gradients.tensors, part.gradients.tensors).map { $0 + $1 }
      sum.dInputs = zip(sum.dInputs, part.dInputs).map { $0 + $1 }
    }
    return sum
  }

  static let layerBackwardByProducts = RightVariant(
    "09.4", "a layer's way back on products with transposes, gate after gate"
  ) { (input: LayerBackwardInput) in
    let (trace, p) = (input.trace, input.parameters)
    let size = p.hiddenSize
    let weights = [p.Wf, p.Wi, p.Wg, p.Wo]
    var dW = weights.map { Matrix(zeros: $0.rows, $0.columns) }
    var db = weights.map { _ in Vector(zeros: size) }
    var dInputs: [Vector] = []
    var (dh, dc) = (Vector(zeros: size), Vector(zeros: size))
    for t in stride(from: trace.steps.count - 1, through: 0, by: -1) {
      let s = trace.steps[t]
      let before = t == 0 ? nil : trace.steps[t - 1]
      let z = Vector(Array(before?.hidden ?? Vector(zeros: size)) + Array(trace.inputs[t]))
      let shown = s.cell.map { tanh($0) }
      dh += input.dOutputs[t]
      dc += dh * s.outputGate * shown.map { 1 - $0 * $0 }
      func slope(_ gate: Vector) -> Vector { gate - gate * gate }
      let d = [
        dc * (before?.cell ?? Vector(zeros: size)) * slope(s.forgetGate),
        dc * s.candidate * slope(s.inputGate),
        dc * s.inputGate * s.candidate.map { (1 - $0) * (1 + $0) },
        dh * shown * slope(s.outputGate),
      ]
      var dz = Vector(zeros: z.count)
      for k in 0..<4 {
        dW[k] += d[k].outer(z)
        db[k] += d[k]
        dz += weights[k].transposed * d[k]
      }
      dh = Vector(dz[..<size])
      dInputs.insert(Vector(dz[size...]), at: 0)
      dc = dc * s.forgetGate
    }
    return LayerGradients(
      gradients: LSTMLayer(
        Wf: dW[0], Wi: dW[1], Wg: dW[2], Wo: dW[3], bf: db[0], bi: db[1], bg: db[2], bo: db[3]),
      dInputs: dInputs)
  }

  static let levelBackward = RightVariant(
    "09.5", "a level's way back, its dInputs added up in place from both ends"
  ) { (input: LevelBackwardInput) in
    let (trace, p) = (input.trace, input.parameters)
    let (steps, size) = (input.dOutputs.count, p.hiddenSize)
    func half(_ t: Int, _ range: Range<Int>) -> Vector {
      Vector(Array(input.dOutputs[t])[range])
    }
    let forward = try Reference.layerBackward(
      trace.forward, dOutputs: (0..<steps).map { half($0, 0..<size) }, parameters: p.forward)
    var result = LayerGradients(
      gradients: Level(forward: forward.gradients), dInputs: forward.dInputs)
    if let layer = p.reverse, let read = trace.reverse {
      let reverse = try Reference.layerBackward(
        read, dOutputs: (0..<steps).map { half(steps - 1 - $0, size..<2 * size) },
        parameters: layer)
      result.gradients.reverse = reverse.gradients
      for k in 0..<steps { result.dInputs[steps - 1 - k] += reverse.dInputs[k] }
    }
    return result
  }

  static let stackBackward = RightVariant(
    "09.6", "a stack's way back as the sum over the steps at which a gradient comes in"
  ) { (input: StackBackwardInput) in
    let p = input.parameters
    var sum = LayerGradients(
      gradients: p.zeros,
      dInputs: input.trace.inputs.map { _ in Vector(zeros: p.vocabularySize) })
    for t in input.dLogits.indices {
      let alone = input.dLogits.enumerated().map { $0.offset == t ? $0.element : 0 * $0.element }
      let part = try Reference.stackBackward(input.trace, dLogits: alone, parameters: p)
      sum.gradients.tensors = zip(sum.gradients.tensors, part.gradients.tensors).map { $0 + $1 }
      sum.dInputs = zip(sum.dInputs, part.dInputs).map { $0 + $1 }
    }
    return sum
  }

  static let all: [RightVariant] =
    [layer, level, stack, layerBackward, layerBackwardByProducts, levelBackward, stackBackward]
}
