import Contracts
import Recurrent
import Reference

/// Checks that accept what is right and catch what is wrong, written in other ways than the reference.
enum RightTrials {
  // MARK: - 03.7

  static func steps(_ step: Double, share: Double, floor: Double) -> RightVariant {
    RightVariant("03.7", "a step of \(step), a share of \(share), a floor of \(floor)") {
      (input: GradientOnTrial) in
      try named(input, slopes: central(step)) { a, n in
        zip(a, n).allSatisfy { abs($0 - $1) <= share * abs($1) + floor }
      }
    }
  }

  static let scaled = RightVariant(
    "03.7", "a distance held against the largest number of its tensor"
  ) { (input: GradientOnTrial) in
    try named(input, slopes: central(1e-5)) { a, n in
      let size = n.map(abs).max() ?? 0
      return zip(a, n).allSatisfy { abs($0 - $1) <= 1e-5 * size + 1e-9 }
    }
  }

  static let norms = RightVariant(
    "03.7", "norms of whole tensors, of the difference and of the numerical gradient"
  ) { (input: GradientOnTrial) in
    try named(input, slopes: central(1e-5)) { a, n in
      (Vector(a) - Vector(n)).norm <= 1e-5 * Vector(n).norm + 1e-8
    }
  }

  static let ratio = RightVariant(
    "03.7", "the relative error of 03.2 with a floor, numbers that are none sorted out before"
  ) { (input: GradientOnTrial) in
    try named(input, slopes: central(1e-5)) { a, n in
      for (a, n) in zip(a, n) {
        if !a.isFinite { return false }
        if abs(a - n) < 1e-8 { continue }
        if abs(a - n) / max(abs(a), abs(n)) > 1e-4 { return false }
      }
      return true
    }
  }

  static let fivePoints = RightVariant(
    "03.7", "five points in place of two, with a step of 1e-3"
  ) { (input: GradientOnTrial) in
    try named(
      input,
      slopes: { loss, _ in
        let s = 1e-3
        return (8 * (try loss(s) - loss(-s)) - (try loss(2 * s) - loss(-2 * s))) / (12 * s)
      }
    ) { a, n in
      zip(a, n).allSatisfy { abs($0 - $1) <= 1e-6 * abs($1) + 1e-9 }
    }
  }

  static let extrapolated = RightVariant(
    "03.7", "a step that grows with the parameter, and two steps extrapolated"
  ) { (input: GradientOnTrial) in
    try named(
      input,
      slopes: { loss, p in
        let s = 1e-4 * max(1, abs(p))
        let wide = (try loss(2 * s) - loss(-2 * s)) / (4 * s)
        let narrow = (try loss(s) - loss(-s)) / (2 * s)
        return (4 * narrow - wide) / 3
      }
    ) { a, n in
      zip(a, n).allSatisfy { abs($0 - $1) <= max(1e-5 * abs($1), 1e-8) }
    }
  }

  static let flat = RightVariant(
    "03.7", "one list of all numbers, each with the name of its tensor"
  ) { (input: GradientOnTrial) -> [String] in
    switch input {
    case .network(let trial):
      return try flatNames(
        in: trial.gradient,
        of: { p in
          let trace = try Reference.rnnForward(
            trial.inputs, initialHidden: trial.initialHidden, parameters: p)
          return try Reference.crossEntropy(trace.logits, targets: trial.targets, reduction: .sum)
        }, at: trial.parameters)
    case .function(let trial):
      return try flatNames(in: trial.gradient, of: { trial.function($0) }, at: trial.point)
    }
  }

  private static func flatNames<P: ParameterSet>(
    in gradient: P, of loss: (P) throws -> Double, at parameters: P
  ) throws -> [String] {
    var wrong = Set<String>()
    let n = try Reference.numericalGradient(of: loss, at: parameters, step: 2e-5)
    for (name, (a, n)) in zip(parameters.names, zip(gradient.tensors, n.tensors)) {
      if (a.rows, a.columns) != (n.rows, n.columns) { wrong.insert(name) }
    }
    let labels = zip(n.names, n.tensors).flatMap { name, tensor in
      tensor.elements.map { (name, $0) }
    }
    let rest = zip(gradient.names, gradient.tensors).filter { !wrong.contains($0.0) }
    let numbers = rest.flatMap { $0.1.elements }
    for ((name, n), a) in zip(labels.filter { !wrong.contains($0.0) }, numbers)
    where !(abs(a - n) < 1e-8 + 1e-5 * abs(n)) {
      wrong.insert(name)
    }
    return Array(wrong)
  }

  // MARK: - 04.6

  static let collected = RightVariant(
    "04.6", "all that is wrong collected, and joined in the end"
  ) { (input: TraceOnTrial) in
    let (trace, size, count) = (input.trace, input.hiddenSize, input.vocabularySize)
    var found: [String] = []
    func expect(_ holds: Bool, _ words: String) { if !holds { found.append(words) } }
    expect(!trace.inputs.isEmpty, "inputs")
    expect(trace.inputs.allSatisfy { $0 >= 0 && $0 < count }, "tokens")
    expect(trace.steps.count == trace.inputs.count, "steps")
    expect(
      trace.logits.count == trace.inputs.count
        && trace.logits.allSatisfy { $0.count == count && $0.sum.isFinite }, "logits")
    expect(trace.initialHidden.count == size && trace.initialHidden.sum.isFinite, "h")
    expect(trace.initialCell.count == size && trace.initialCell.sum.isFinite, "c")
    for (t, step) in trace.steps.enumerated() {
      let old = t > 0 ? trace.steps[t - 1].cell : trace.initialCell
      for gate in [step.forgetGate, step.inputGate, step.outputGate] {
        expect(gate.count == size && gate.allSatisfy { abs($0 - 0.5) <= 0.5 }, "gate \(t)")
      }
      for part in [step.candidate, step.hidden] {
        expect(part.count == size && part.allSatisfy { $0 * $0 <= 1 }, "tanh \(t)")
      }
      expect(
        step.cell.count == size
          && zip(step.cell, old).allSatisfy { abs($0) - abs($1) < 1.000001 }, "cell \(t)")
    }
    return TraceComplaint(found.isEmpty ? nil : found.joined(separator: "; "))
  }

  static let recomputed = RightVariant(
    "04.6", "stricter than asked: the cell and the hidden state are computed again from the gates"
  ) { (input: TraceOnTrial) in
    let first = try Reference.complaint(
      about: input.trace, hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize)
    if let first { return TraceComplaint(first) }
    var old = input.trace.initialCell
    for step in input.trace.steps {
      let cell = step.forgetGate * old + step.inputGate * step.candidate
      let hidden = step.outputGate * cell.map { tanh($0) }
      let isNear = zip(cell, step.cell).allSatisfy { abs($0 - $1) <= 1e-9 * max(1, abs($0)) }
      if !isNear || (hidden - step.hidden).norm > 1e-6 { return TraceComplaint("another cell") }
      old = step.cell
    }
    return TraceComplaint(nil)
  }

  static let thrown = RightVariant(
    "04.6", "an error thrown at the first thing that is wrong, and caught"
  ) { (input: TraceOnTrial) in
    struct Impossible: Error { var words: String }
    func demand(_ vector: Vector, _ count: Int, _ range: ClosedRange<Double>?) throws {
      guard vector.count == count else { throw Impossible(words: "size") }
      for x in vector {
        guard x.isFinite else { throw Impossible(words: "not finite") }
        if let range, !(range ~= x) { throw Impossible(words: "\(x)") }
      }
    }
    let (trace, size, words) = (input.trace, input.hiddenSize, input.vocabularySize)
    do {
      guard (1...).contains(trace.inputs.count), trace.inputs.count == trace.steps.count,
        trace.steps.count == trace.logits.count
      else { throw Impossible(words: "T") }
      for token in trace.inputs where token < 0 || token >= words {
        throw Impossible(words: "token")
      }
      try demand(trace.initialHidden, size, nil)
      try demand(trace.initialCell, size, nil)
      var bound = trace.initialCell.map { abs($0) + 1 }
      for (step, logits) in zip(trace.steps, trace.logits) {
        for gate in [step.inputGate, step.forgetGate, step.outputGate] {
          try demand(gate, size, 0...1)
        }
        try demand(step.candidate, size, -1...1)
        try demand(step.hidden, size, -1...1)
        try demand(step.cell, size, nil)
        for k in 0..<size where abs(step.cell[k]) > bound[k] * (1 + 1e-12) {
          throw Impossible(words: "cell")
        }
        bound = step.cell.map { abs($0) + 1 }
        try demand(logits, words, nil)
      }
    } catch let error as Impossible {
      return TraceComplaint(error.words)
    }
    return TraceComplaint(nil)
  }

  static let all =
    [
      steps(1e-4, share: 1e-4, floor: 1e-7), steps(1e-5, share: 1e-6, floor: 1e-8),
      steps(1e-6, share: 1e-5, floor: 3e-8),
    ] + [scaled, norms, ratio, fivePoints, extrapolated, flat, collected, recomputed, thrown]
}

// MARK: - Parts of a gradient check

/// From the loss by the distance along a parameter, and where the parameter is.
private typealias Slope = (_ loss: (Double) throws -> Double, _ p: Double) throws -> Double

private func central(_ step: Double) -> Slope {
  { loss, _ in (try loss(step) - loss(-step)) / (2 * step) }
}

private func named(
  _ input: GradientOnTrial, slopes: Slope, agrees: ([Double], [Double]) -> Bool
) throws -> [String] {
  switch input {
  case .network(let trial):
    return try named(
      trial.gradient, at: trial.parameters,
      loss: { p in
        let trace = try Reference.rnnForward(
          trial.inputs, initialHidden: trial.initialHidden, parameters: p)
        return try Reference.crossEntropy(trace.logits, targets: trial.targets, reduction: .sum)
      }, slopes, agrees)
  case .function(let trial):
    return try named(
      trial.gradient, at: trial.point, loss: { trial.function($0) }, slopes, agrees)
  }
}

private func named<P: ParameterSet>(
  _ gradient: P, at point: P, loss: (P) throws -> Double, _ slope: Slope,
  _ agrees: ([Double], [Double]) -> Bool
) throws -> [String] {
  try point.names.indices.filter { k in
    let (shape, a) = (point.tensors[k], gradient.tensors[k])
    guard a.rows == shape.rows, a.columns == shape.columns else { return true }
    let numerical = try (0..<shape.rows).flatMap { i in
      try (0..<shape.columns).map { j in
        let along: (Double) throws -> Double = { change in
          var moved = point
          moved.tensors[k][i, j] += change
          return try loss(moved)
        }
        return try slope(along, shape[i, j])
      }
    }
    return !agrees(a.elements, numerical)
  }.map { point.names[$0] }
}
