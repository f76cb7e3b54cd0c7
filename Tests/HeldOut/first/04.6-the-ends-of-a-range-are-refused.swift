// exercise: 04.6
// is: wrong
// cause: The ends 0, 1 and −1 of the ranges are not allowed, so that a right trace with a saturated gate is complained about.
// named: end|saturat|exactly|bound|limit|closed|\b1\b
// named: gate|range|refus|complain|reject|right trace|included
// swift-format-ignore-file

func complaint(
  about trace: LSTMTrace, hiddenSize: Int, vocabularySize: Int
) throws -> String? {
  let T = trace.inputs.count
  guard T >= 1 else { return "The trace has no tokens." }
  guard trace.steps.count == T, trace.logits.count == T else { return "The lengths differ from \(T)." }
  for token in trace.inputs where token < 0 || token >= vocabularySize {
    return "Token \(token) is not in the vocabulary."
  }
  for start in [trace.initialHidden, trace.initialCell] {
    guard start.count == hiddenSize else { return "An initial vector has \(start.count) numbers." }
    for v in start where !v.isFinite { return "An initial vector has \(v)." }
  }
  func isGate(_ v: Vector) -> Bool { v.allSatisfy { $0 > 0 && $0 < 1 } }
  func isTanh(_ v: Vector) -> Bool { v.allSatisfy { $0 > -1 && $0 < 1 } }

  var cBefore = trace.initialCell
  for t in 0..<T {
    let s = trace.steps[t]
    let all = [s.forgetGate, s.inputGate, s.candidate, s.outputGate, s.cell, s.hidden]
    guard all.allSatisfy({ $0.count == hiddenSize }) else { return "Step \(t): a vector is not of H." }
    guard isGate(s.forgetGate), isGate(s.inputGate), isGate(s.outputGate) else {
      return "Step \(t): no sigmoid gives such a gate."
    }
    guard isTanh(s.candidate), isTanh(s.hidden) else {
      return "Step \(t): candidate or hidden state beyond one."
    }
    for k in 0..<hiddenSize {
      guard abs(s.cell[k]) <= abs(cBefore[k]) + 1 + 1e-9 else { return "Step \(t): the cell jumps." }
    }
    guard trace.logits[t].count == vocabularySize else { return "Step \(t): wrong number of logits." }
    guard trace.logits[t].allSatisfy({ $0.isFinite }) else { return "Step \(t): a logit is not finite." }
    cBefore = s.cell
  }
  return nil
}
