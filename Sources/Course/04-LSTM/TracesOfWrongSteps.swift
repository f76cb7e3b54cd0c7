import Checking
import Contracts
import Recurrent
import Reference

/// Networks with a mistake out of the catalogues of 04.2 and 04.3 that shows in what they compute.
///
/// Most mistakes do not: their numbers are wrong and none is impossible. That is what such a check
/// cannot see, and nobody is asked to.
func tracesOfWrongSteps(
  beside known: [String], using random: inout SeededRandom
) -> [Candidate<TraceOnTrial>] {
  let wide = TraceCase(hidden: 3, vocabulary: 4, steps: 5, scale: 2, cell: 3, using: &random)
  let steps = lstmStepMisconceptions.map { mistake in
    (
      mistake.name, mistake.question,
      { try trace(of: wide.input, stepping: mistake.implementation) }
    )
  }
  let passes = lstmForwardMisconceptions.map { mistake in
    (mistake.name, mistake.question, { try mistake.implementation(wide.input) })
  }
  var result: [Candidate<TraceOnTrial>] = []
  var (fromSteps, fromPasses) = (0, 0)
  for (isStep, (name, question, make)) in random.shuffled(
    steps.map { (true, $0) } + passes.map { (false, $0) })
  {
    guard isStep ? fromSteps < 4 : fromPasses < 2, !known.contains(name), let trace = try? make(),
      isPlainlyImpossible(wide.onTrial(trace))
    else { continue }
    if isStep { fromSteps += 1 } else { fromPasses += 1 }
    result.append(
      Candidate(
        name: name, question: question, input: wide.onTrial(trace), truth: .wrong([])))
  }
  return result
}

/// A forward pass with another step; its logits are those of W_v h + b_v.
private func trace(
  of input: LSTMForwardInput, stepping step: (LSTMStepInput) throws -> LSTMStep
) throws -> LSTMTrace {
  var trace = LSTMTrace(
    inputs: input.inputs, initialHidden: input.initialHidden, initialCell: input.initialCell)
  var (hidden, cell) = (input.initialHidden, input.initialCell)
  for token in input.inputs {
    let next = try step(
      LSTMStepInput(token: token, hidden: hidden, cell: cell, parameters: input.parameters))
    trace.steps.append(next)
    trace.logits.append(input.parameters.Wv * next.hidden + input.parameters.bv)
    (hidden, cell) = (next.hidden, next.cell)
  }
  return trace
}

/// Whether a rule of the contract is broken by more than any rounding.
///
/// The model answer then still complains when all numbers are drawn a hundredth nearer to zero and
/// gates a hundredth into their range.
private func isPlainlyImpossible(_ candidate: TraceOnTrial) -> Bool {
  var mild = candidate
  for t in mild.trace.steps.indices {
    for gate in [\LSTMStep.forgetGate, \.inputGate, \.outputGate] {
      mild.trace.steps[t][keyPath: gate] = mild.trace.steps[t][keyPath: gate].map {
        0.5 + ($0 - 0.5) * 0.98
      }
    }
    for part in [\LSTMStep.candidate, \.hidden] { mild.trace.steps[t][keyPath: part] *= 0.98 }
    mild.trace.steps[t].cell = mild.trace.steps[t].cell.map { $0 - ($0 < 0 ? -1 : 1) * 0.01 }
  }
  func complains(_ input: TraceOnTrial) -> Bool {
    let said = try? complaint(
      about: input.trace, hiddenSize: input.hiddenSize, vocabularySize: input.vocabularySize)
    return said != nil
  }
  return complains(candidate) && complains(mild)
}
