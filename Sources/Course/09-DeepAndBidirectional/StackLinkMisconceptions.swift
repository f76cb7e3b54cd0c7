import Checking
import Contracts
import Recurrent
import Reference

/// What lies between two levels, and between the highest and the logits.
let stackLinkMisconceptions: [Misconception<StackForwardInput, StackTrace>] = [
  between("a sigmoid") { 1 / (1 + exp(-$0)) },
  between("a ReLU") { max(0, $0) },
  wrongStack(
    "a softmax between the levels",
    "Each level reads shares of the level below, which add up to 1.",
    "What lies between a level's outputs and the next one's inputs?"
  ) { $0.handUp = { trace, _ in trace.outputs.map { y in shares(of: y) } } },
  wrongStack(
    "the halves exchanged between the levels",
    "Each level above the first reads the reverse half where the forward half belongs.",
    "Which half of `outputs[t]` is the forward layer's?"
  ) {
    $0.handUp = { trace, _ in trace.outputs.map { y in exchanged(y, trace) } }
  },
  wrongStack(
    "outputs handed up one step late",
    "Each level reads what the level below showed at the step before.",
    "Which output of the level below belongs to step t?"
  ) {
    $0.handUp = { trace, _ in
      trace.outputs.prefix(1).map { 0 * $0 } + trace.outputs.dropLast()
    }
  },
  wrongStack(
    "the forward half alone handed up, zeros for the reverse half",
    "No level above the first hears of the future from below.",
    "How many numbers does a level of two directions give?"
  ) { $0.handUp = { trace, _ in trace.outputs.map { y in forwardHalf(y, trace) } } },
  wrongStack(
    "the mean of the outputs handed up, at every step",
    "Each level reads one and the same vector at all steps, and cannot tell the tokens apart.",
    "What does the level above read at step t?"
  ) { $0.handUp = { trace, _ in trace.outputs.map { _ in mean(of: trace.outputs) } } },
  // The way out.
  wrongStack(
    "the same logits at every step, from the mean over time", "All steps get the same tag.",
    "Is there one tag per sequence or per step?"
  ) {
    $0.read = { trace in
      let top = trace.levels[trace.levels.count - 1].outputs
      return top.map { _ in mean(of: top) }
    }
  },
  wrongStack(
    "the same logits at every step, from the last output", "All steps get the same tag.",
    "Is there one tag per sequence or per step?"
  ) {
    $0.read = { trace in
      let top = trace.levels[trace.levels.count - 1].outputs
      return top.map { _ in top[top.count - 1] }
    }
  },
  wrongStack(
    "logits of the output one step before",
    "Each tag is made before the token of its step has been read forwards.",
    "Which output do the logits of step t belong to?"
  ) {
    $0.read = { trace in
      let top = trace.levels[trace.levels.count - 1].outputs
      return top.prefix(1).map { 0 * $0 } + top.dropLast()
    }
  },
  wrongStack(
    "logits of the forward half alone",
    "The reverse layer of the highest level has no effect on the logits.",
    "How many columns of Wv belong to the reverse half?"
  ) {
    $0.read = { trace in
      let top = trace.levels[trace.levels.count - 1]
      return top.outputs.map { forwardHalf($0, top) }
    }
  },
  wrongStack(
    "the halves exchanged before Wv",
    "Each column of Wv meets a number of the other direction.",
    "Which half of `outputs[t]` is the forward layer's?"
  ) {
    $0.read = { trace in
      let top = trace.levels[trace.levels.count - 1]
      return top.outputs.map { exchanged($0, top) }
    }
  },
  wrongStack(
    "logits from the mean of all levels",
    "The logits see all levels at once, though they should see the highest alone.",
    "From which level's outputs are the logits made?"
  ) {
    $0.read = { trace in
      trace.levels.dropFirst().reduce(trace.levels[0].outputs) { sum, level in
        zip(sum, level.outputs).map { $0 + $1 }
      }
      .map { (1 / Double(trace.levels.count)) * $0 }
    }
  },
  wrongStack(
    "tanh of the outputs in the logits",
    "The states are squeezed once more before Wv sees them.",
    "Is there anything between the highest level and Wv?"
  ) {
    $0.read = { trace in
      trace.levels[trace.levels.count - 1].outputs.map { $0.map { Recurrent.tanh($0) } }
    }
  },
  wrongStack(
    "tanh on the logits",
    "All logits are squeezed between −1 and 1, so no tag can ever be sure.",
    "In which range may a logit lie?"
  ) { $0.logits = { p, h in try tanh(p.Wv * h + p.bv) } },
  wrongStack(
    "a sigmoid on the logits",
    "All logits are squeezed between 0 and 1, so no tag can ever be sure.",
    "In which range may a logit lie?"
  ) { $0.logits = { p, h in try sigmoid(p.Wv * h + p.bv) } },
  wrongStack(
    "a log-softmax on the logits",
    "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
    "Which part of the loss takes the logarithm?"
  ) { $0.logits = { p, h in logSoftmax(p.Wv * h + p.bv) } },
  wrongStack(
    "logits with their maximum subtracted",
    "The largest logit of each step is 0: the softmax is the same, but the logits are not W h + b.",
    "Which part of the loss guards against large logits?"
  ) {
    $0.logits = { p, h in
      let logits = p.Wv * h + p.bv
      return logits.map { $0 - (logits.max() ?? 0) }
    }
  },
  wrongStack(
    "a bias that is added twice", "b_v is counted twice in all logits.",
    "How often do the logits hold b_v?"
  ) { $0.logits = { p, h in p.Wv * h + p.bv + p.bv } },
  // The trace.
  wrongStack(
    "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
    "How many predictions does the network make in T steps?"
  ) { $0.finish = { $0.logits = $0.logits.suffix(1) } },
  wrongStack(
    "a trace of the highest level alone",
    "All levels below are lost, and the backward pass ends at the highest.",
    "How many levels does the backward pass go through?"
  ) { $0.finish = { $0.levels = $0.levels.suffix(1) } },
  wrongStack(
    "a trace of the lowest level alone",
    "All levels above are lost, though the logits came of the highest.",
    "How many levels does the backward pass go through?"
  ) { $0.finish = { $0.levels = Array($0.levels.prefix(1)) } },
  wrongStack(
    "a trace without its tokens", "The backward pass will not know what was read.",
    "Which token did step t read, by your trace?"
  ) { $0.finish = { $0.inputs = [] } },
  wrongStack(
    "tokens in reverse order",
    "The lowest level reads the sequence from its end, and each step's tag is another's.",
    "Which token is read first?"
  ) { $0.tokens = { $0.reversed() } },
  wrongStack(
    "tokens one step late",
    "Each step reads the token before its own, and the last one is never read.",
    "Which token does step t read?"
  ) { $0.tokens = { $0.prefix(1) + $0.dropLast() } },
]

private func between(
  _ what: String, _ activation: @escaping @Sendable (Double) -> Double
) -> Misconception<StackForwardInput, StackTrace> {
  wrongStack(
    "\(what) between the levels",
    "What the level below shows goes through \(what) before it is read.",
    "What lies between a level's outputs and the next one's inputs?"
  ) { $0.handUp = { trace, _ in trace.outputs.map { $0.map(activation) } } }
}

private func shares(of y: Vector) -> Vector {
  let powers = y.map { exp($0) }
  return powers / powers.sum
}

private func mean(of outputs: [Vector]) -> Vector {
  (1 / Double(outputs.count)) * outputs.dropFirst().reduce(outputs[0]) { $0 + $1 }
}

/// Unchanged where there is one direction.
private func exchanged(_ y: Vector, _ trace: LevelTrace) -> Vector {
  guard trace.reverse != nil else { return y }
  return Vector(Array(y.suffix(y.count / 2)) + Array(y.prefix(y.count / 2)))
}

private func forwardHalf(_ y: Vector, _ trace: LevelTrace) -> Vector {
  guard trace.reverse != nil else { return y }
  return Vector(y.prefix(y.count / 2)).concatenated(with: Vector(zeros: y.count / 2))
}
