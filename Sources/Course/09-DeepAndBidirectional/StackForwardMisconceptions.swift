import Checking
import Contracts
import Recurrent
import Reference

/// Wrong stacks that people really build.
let stackPassMisconceptions: [Misconception<StackForwardInput, StackTrace>] = [
  // From level to level.
  wrongStack(
    "cells handed up instead of hidden states",
    "The level above reads the whole memory, not what the output gates show of it.",
    "Which of its two states does a layer show?"
  ) { $0.handUp = { trace, _ in cells(of: trace) } },
  wrongStack(
    "a tanh between the levels",
    "What the level below shows is squeezed once more before it is read.",
    "What lies between a level's outputs and the next one's inputs?"
  ) {
    $0.handUp = { trace, _ in trace.outputs.map { $0.map { Recurrent.tanh($0) } } }
  },
  wrongStack(
    "the inputs of a level added to its outputs",
    "Each level also reads, by a second and straight way, what the level below has read.",
    "Does a level of this stack see what the level below read?"
  ) {
    $0.handUp = { trace, inputs in
      zip(trace.outputs, inputs).map { $0.count == $1.count ? $0 + $1 : $0 }
    }
  },
  wrongStack(
    "the inputs of every level added to its outputs, the highest one's, too",
    "Residual connections: where the sizes agree, each level adds its outputs to what it has read, "
      + "up to the logits.",
    "Does a level of this stack see what the level below read?"
  ) {
    $0.handUp = { trace, inputs in
      zip(trace.outputs, inputs).map { $0.count == $1.count ? $0 + $1 : $0 }
    }
    $0.readsHandedUp = true
  },
  wrongStack(
    "outputs handed up in reverse order", "Each level reads the sequence from the opposite end.",
    "Which output of the level below belongs to step t?"
  ) {
    $0.handUp = { trace, _ in trace.outputs.reversed() }
  },
  wrongStack(
    "only the final state handed up, at every step",
    "Each level reads one and the same vector at all steps, and cannot tell the tokens apart.",
    "What does the level above read at step t?"
  ) { $0.handUp = { trace, _ in trace.outputs.map { _ in trace.finalHidden } } },
  wrongStack(
    "the second level's weights for all above it",
    "Levels above the second run with weights that were not made for them.",
    "Has level 2 weights of its own?"
  ) {
    $0.level = { p, k in p.levels[Swift.min(k, 1)] }
  },
  wrongStack(
    "a highest level that is left out",
    "The highest level has no effect, and no trace of it is left.",
    "How many levels should leave a trace?"
  ) {
    $0.depth = { Swift.max(1, $0 - 1) }
  },
  // The way out.
  wrongStack(
    "logits from the lowest level",
    "What the higher levels have made of the sequence has no effect on the logits.",
    "Which level is nearest to the logits?"
  ) {
    $0.read = { trace in trace.levels[0].outputs }
  },
  wrongStack(
    "logits from the sum of all levels",
    "The logits see all levels at once, though they should see the highest alone.",
    "From which level's outputs are the logits made?"
  ) {
    $0.read = { trace in
      trace.levels.dropFirst().reduce(trace.levels[0].outputs) { sum, level in
        zip(sum, level.outputs).map { $0 + $1 }
      }
    }
  },
  wrongStack(
    "the same logits at every step, from the final state", "All steps get the same tag.",
    "Is there one tag per sequence or per step?"
  ) {
    $0.read = { trace in
      let top = trace.levels[trace.levels.count - 1]
      return top.outputs.map { _ in top.finalHidden }
    }
  },
  wrongStack(
    "logits in reverse order", "Each tag stands at the opposite end of the sequence.",
    "Which output do the logits of step t belong to?"
  ) {
    $0.read = { trace in trace.levels[trace.levels.count - 1].outputs.reversed() }
  },
  wrongStack(
    "logits without their bias", "b_v is left out, and frequent tags lose their lead.",
    "What is added to W_v h?"
  ) {
    $0.logits = { p, h in p.Wv * h }
  },
  wrongStack(
    "probabilities in place of logits",
    "What is kept are probabilities, and the loss will take a softmax of them again.",
    "Does the contract ask for numbers that sum to 1?"
  ) {
    $0.logits = { p, h in try softmax(p.Wv * h + p.bv) }
  },
  wrongStack(
    "the logits of the cells",
    "The logits see the whole memory, though the output gates should choose what is shown.",
    "Which of its two states does a layer show?"
  ) {
    $0.read = { trace in cells(of: trace.levels[trace.levels.count - 1]) }
  },
  // The trace.
  wrongStack(
    "a trace from the highest level down",
    "Each level's trace is right, and stands under another level's number.",
    "Which level does `levels[0]` stand for?"
  ) {
    $0.finish = { $0.levels.reverse() }
  },
]
