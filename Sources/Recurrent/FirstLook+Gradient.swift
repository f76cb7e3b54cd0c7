// The measurements of a gradient: how far back it reaches, and how far one step along it goes.

extension FirstLook {
  /// Norms of ∂L_last/∂h_t: the gradient of the last step's loss at earlier states.
  ///
  /// It is the difference of two gradients at one state, of the rest of the sequence with and without its
  /// last step.
  func gradientThroughTime() throws -> [Measurement] {
    guard let example = longest, example.inputs.count >= 3 else { return [] }
    let last = example.inputs.count - 1
    let states = try pass(example, nil, parameters).states
    guard states.count == last + 1 else { return [] }
    func pull(at t: Int) throws -> Double {
      let rest = Example(
        inputs: Array(example.inputs[(t + 1)...]), targets: Array(example.targets[(t + 1)...]))
      let whole = try pass(rest, states[t], parameters).dInitialState
      guard rest.inputs.count > 1 else { return whole.norm }
      let but = Example(
        inputs: rest.inputs.dropLast(), targets: rest.targets.dropLast())
      return (whole - (try pass(but, states[t], parameters).dInitialState)).norm
    }
    let near = try pull(at: last - 1)
    let far = try pull(at: 0)
    return [measurement(near: near, far: far, steps: last - 1)]
  }

  private var longest: Example? {
    let some = examples.prefix(16).filter { $0.inputs.count <= 24 }
    return some.max { $0.inputs.count < $1.inputs.count }
  }

  private func measurement(near: Double, far: Double, steps: Int) -> Measurement {
    let left = far / near
    let factor = pow(left, 1 / Double(steps))
    let name = "last loss, \(steps) steps back"
    func measurement(
      _ measured: String, _ standing: BeforeTraining.Standing, _ sentence: String
    ) -> Measurement {
      Measurement(
        name, measured: measured, usual: "× 0.4 to 1.2 a step", standing, sentence)
    }
    guard near > 0, near.isFinite, far.isFinite else {
      let what = near == 0 ? "Nothing" : "A number that is not finite"
      return measurement(
        "norms \(significant(near)) and \(significant(far))", .warning,
        """
        \(what) of the last loss's gradient arrives at the state before it. Which way leads from one \
        step back to the one before?
        """)
    }
    let norms = "× \(significant(factor)) a step"
    let walk = """
      The gradient of the last loss has the norm \(significant(near)) one step back and \
      \(significant(far)) at the first step, \(steps) steps further: a factor of \(significant(factor)) \
      at each
      """
    if factor > 1.2 {
      return measurement(
        norms, .warning,
        """
        \(walk). It explodes. Are the recurrent weights too large? Clipping shortens such a gradient and \
        does not make it right.
        """)
    }
    if factor < 0.4 {
      return measurement(
        norms, .warning,
        """
        \(walk). It vanishes, and what happened early is not learned. Are the recurrent weights too small, \
        the units at the flat ends of their activation, or is a way back missing?
        """)
    }
    return measurement(
      norms, .fine,
      left < 0.01
        ? "\(walk). Little is left, as in most untrained networks of this kind; training changes that."
        : "\(walk).")
  }

  /// ‖update‖ / ‖weights‖ of each matrix, one step of the training's own length.
  func updateRatios() throws -> [Measurement] {
    let some = examples.prefix(4)
    guard !some.isEmpty else { return [] }
    var ratios = parameters.tensors.map { _ in 0.0 }
    for example in some {
      var moved = parameters
      try update(&moved, try pass(example, nil, parameters).gradients, learningRate)
      for (k, pair) in zip(moved.tensors, parameters.tensors).enumerated() {
        let weight = pair.1.sumOfSquares.squareRoot()
        let step = (pair.0 - pair.1).sumOfSquares.squareRoot()
        ratios[k] += weight > 0 ? step / weight / Double(some.count) : 0
      }
    }
    // A bias that begins at zero has no size to compare with.
    let named = zip(parameters.names, ratios).enumerated().filter {
      parameters.tensors[$0.offset].sumOfSquares > 0
    }.map(\.element)
    let largest = named.map(\.1).max() ?? 0
    return named.map { name, ratio in
      let (standing, sentence) = judged(name, ratio, largest)
      return Measurement(
        "update of \(name) / its norm", measured: significant(ratio), usual: "about 0.001",
        // One sentence for all of them, about the one that moves most.
        standing, ratio == largest || largest.isNaN ? sentence : "")
    }
  }

  private func judged(
    _ name: String, _ ratio: Double, _ largest: Double
  ) -> (BeforeTraining.Standing, String) {
    let moves = """
      One step at the rate \(significant(learningRate)) moves \(name) by \(significant(ratio)) of its norm
      """
    // Written so that NaN loses.
    guard ratio <= 5e-3 else {
      return (
        .warning,
        """
        \(moves), and about 0.001 is usual: this is too large, and a few dozen steps forget what was \
        there. Is the learning rate too large, or the gradient not clipped?
        """
      )
    }
    guard largest >= 1e-7 else {
      return (
        .warning,
        """
        \(moves), and about 0.001 is usual: this is too small to arrive anywhere. Is the learning rate \
        too small, or does the step change a copy?
        """
      )
    }
    return (.fine, "\(moves); about 0.001 is usual, and less is only slower.")
  }
}

/// Three significant digits: "1.39", "0.0123", "2.3e-5".
func significant(_ value: Double) -> String {
  guard value.isFinite, value != 0 else { return value == 0 ? "0" : "\(value)" }
  let size = abs(value)
  let power = log10(size).rounded(.down)
  let scale = pow(10, 2 - power)
  let rounded = (value * scale).rounded() / scale
  guard size < 1e-3 || size >= 1e6 else {
    let text = "\(rounded)"
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
  let mantissa = (value / pow(10, power) * 100).rounded() / 100
  let text = "\(mantissa)"
  return (text.hasSuffix(".0") ? String(text.dropLast(2)) : text) + "e\(Int(power))"
}
