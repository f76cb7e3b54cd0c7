import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways of reading in two directions.
let levelPassMisconceptions: [Misconception<LevelForwardInput, LevelTrace>] = [
  // The order of the reverse layer.
  wrongLevel(
    "outputs of the reverse layer that are not turned back",
    "At step t the reverse half tells what the layer had read by its own t-th step.",
    "Which token has the reverse layer read when it gives its first output?"
  ) { $0.turnBack = { $0 } },
  wrongLevel(
    "inputs that are not turned round, outputs that are",
    "Both layers read forwards, and the second one's states stand at the wrong steps.",
    "Which token should the reverse layer read first?"
  ) { $0.turn = { $0 } },
  wrongLevel(
    "two layers that both read forwards",
    "At no step does the output know anything of what comes later.",
    "Does anything here read from the last token to the first?"
  ) {
    $0.turn = { $0 }
    $0.turnBack = { $0 }
  },
  wrongLevel(
    "the elements of each vector turned round, not the list",
    """
    Each vector is read with its numbers in reverse order, and time runs forwards all the \
    same.
    """,
    "What should be in reverse order: the steps, or the numbers of one step?"
  ) { $0.turn = { $0.map { Vector($0.reversed()) } } },
  wrongLevel(
    "the elements of each output turned round, not the list",
    "Each state comes out with its units in reverse order, at the wrong step.",
    "What should be in reverse order: the steps, or the numbers of one step?"
  ) { $0.turnBack = { $0.map { Vector($0.reversed()) } } },
  wrongLevel(
    "steps and numbers turned round for the reverse layer, outputs in time alone",
    "The list is turned round, and the numbers of each vector with it, as by a flip of all axes.",
    "Which of the two axes is that of time?"
  ) { $0.turn = { $0.reversed().map { Vector($0.reversed()) } } },
  wrongLevel(
    "steps and numbers turned back for the reverse layer's outputs",
    "The list is turned back, and the units of each state with it, as by a flip of all axes.",
    "Which of the two axes is that of time?"
  ) { $0.turnBack = { $0.reversed().map { Vector($0.reversed()) } } },
  wrongLevel(
    "steps and numbers turned round for the reverse layer, and turned back",
    "Each vector is read with its numbers in reverse order, and its state's units are reversed, too.",
    "Which of the two axes is that of time?"
  ) {
    $0.turn = { $0.reversed().map { Vector($0.reversed()) } }
    $0.turnBack = { $0.reversed().map { Vector($0.reversed()) } }
  },
  wrongLevel(
    "reverse states that have not read token t itself",
    "The reverse half of step t knows the future, but not the token of the step itself.",
    "At step t, has the reverse layer seen input t?"
  ) {
    $0.turnBack = { outputs in
      Array(outputs.reversed().dropFirst()) + outputs.prefix(1).map { 0 * $0 }
    }
  },
  wrongLevel(
    "a trace of the reverse layer that is turned round, too",
    """
    The outputs are right, but the backward pass will go through the reverse layer the \
    wrong way.
    """,
    "In which order did the reverse layer read, and what will its backward pass go through?"
  ) {
    $0.finish = { trace, _ in
      trace.reverse?.inputs.reverse()
      trace.reverse?.steps.reverse()
    }
  },
  // Two layers, two sets of weights, two states.
  wrongLevel(
    "the forward layer's weights for both directions",
    """
    The reverse layer reads with weights that were not made for it, and its own have no \
    effect.
    """, "Where is `parameters.reverse` used?"
  ) {
    $0.weights = { $0.forward }
  },
  wrongLevel(
    "a reverse layer that begins in the forward layer's last state",
    "The reverse layer knows the whole sequence before it has read anything.",
    "What does a layer hold before it has read anything?"
  ) { $0.beginsWhereForwardEnded = true },
  // What is given.
  wrongLevel(
    "the reverse half first",
    "All numbers are right, but each half stands where the other one belongs.",
    "Which half of `outputs[t]` is the forward layer's?"
  ) {
    $0.join = { $1.concatenated(with: $0) }
  },
  wrongLevel(
    "a sum where the two are joined",
    "What both layers know is mixed, and the level above gets half as many numbers.",
    "How many numbers are in `outputs[t]`?"
  ) {
    $0.join = { $0 + $1 }
  },
  wrongLevel(
    "a mean where the two are joined",
    "What both layers know is mixed, and the level above gets half as many numbers.",
    "How many numbers are in `outputs[t]`?"
  ) {
    $0.join = { 0.5 * ($0 + $1) }
  },
  wrongLevel(
    "the numbers of both in turn",
    "All numbers are right, but each one's place is that of another unit.",
    "Where in `outputs[t]` does the second layer's state begin?"
  ) { $0.join = { a, b in Vector(zip(a, b).flatMap { [$0, $1] }) } },
  wrongLevel(
    "the reverse layer left out of the outputs", "The level above never hears of the future.",
    "How many numbers are in `outputs[t]`?"
  ) {
    $0.join = { forward, _ in forward }
  },
  // The last state.
  wrongLevel(
    "a final state from the last row of outputs",
    "The reverse half has read one token when it should have read all of them.",
    "How many tokens has the reverse layer read at t = T − 1?"
  ) { $0.finish = { trace, _ in trace.finalHidden = trace.outputs[trace.outputs.count - 1] } },
  wrongLevel(
    "a final state from the first row of outputs",
    "The forward half has read one token when it should have read all of them.",
    "How many tokens has the forward layer read at t = 0?"
  ) { $0.finish = { trace, _ in trace.finalHidden = trace.outputs[0] } },
  wrongLevel(
    "both final states from the wrong end",
    "Both halves have read one token when they should have read all of them.",
    "After which step has each layer read everything?"
  ) {
    $0.finish = { trace, size in
      let (first, last) = (trace.outputs[0], trace.outputs[trace.outputs.count - 1])
      trace.finalHidden = Vector(Array(first.prefix(size)) + Array(last.dropFirst(size)))
    }
  },
  wrongLevel(
    "a final state with the reverse half first",
    "All numbers are right, but each half stands where the other one belongs.",
    "Whose state comes first in `finalHidden`?"
  ) {
    $0.finish = { trace, size in
      let all = trace.finalHidden
      trace.finalHidden = Vector(Array(all.dropFirst(size)) + Array(all.prefix(size)))
    }
  },
  wrongLevel(
    "cells in the final state",
    "The final state tells the whole memory, not what the output gates show of it.",
    "Which of its two states does a layer show?"
  ) {
    $0.finish = { trace, _ in
      let cells = [trace.forward, trace.reverse].compactMap { $0?.steps.last?.cell }
      trace.finalHidden = Vector(cells.flatMap { $0 })
    }
  },
]
