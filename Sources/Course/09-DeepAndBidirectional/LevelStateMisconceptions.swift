import Checking
import Contracts
import Recurrent

/// How the two halves are joined, and what the level holds in the end.
let levelStateMisconceptions: [Misconception<LevelForwardInput, LevelTrace>] = [
  wrongLevel(
    "cells joined in the outputs, hidden states in the final state",
    "The outputs tell the whole memory, not what the output gates show of it.",
    "Which of its two states does a layer show?"
  ) { $0.shown = { $0.steps.map(\.cell) } },
  wrongLevel(
    "a product where the two are joined",
    "What both layers know is mixed, and the level above gets half as many numbers.",
    "How many numbers are in `outputs[t]`?"
  ) { $0.join = { $0 * $1 } },
  wrongLevel(
    "a difference where the two are joined",
    "What both layers know is mixed, and the level above gets half as many numbers.",
    "How many numbers are in `outputs[t]`?"
  ) { $0.join = { $0 - $1 } },
  wrongLevel(
    "the larger of the two where they are joined",
    "Of each unit only the larger state is kept, and half of the numbers are lost.",
    "How many numbers are in `outputs[t]`?"
  ) { $0.join = { a, b in Vector(zip(a, b).map { Swift.max($0, $1) }) } },
  wrongLevel(
    "the forward half twice", "The second half of each output repeats the first.",
    "Whose state is the second half of `outputs[t]`?"
  ) { $0.join = { forward, _ in forward.concatenated(with: forward) } },
  wrongLevel(
    "the reverse half twice", "The first half of each output repeats the second.",
    "Whose state is the first half of `outputs[t]`?"
  ) { $0.join = { _, reverse in reverse.concatenated(with: reverse) } },
  wrongLevel(
    "the forward layer left out of the outputs",
    "The level above never hears of the past.", "How many numbers are in `outputs[t]`?"
  ) { $0.join = { _, reverse in reverse } },
  wrongLevel(
    "the outputs of one layer behind those of the other: 2T of them",
    "The two lists are joined in time, where the vectors of each step should be joined.",
    "How many outputs are there for T inputs?"
  ) {
    $0.finish = { trace, _ in
      guard let reverse = trace.reverse else { return }
      trace.outputs = trace.forward.outputs + reverse.outputs.reversed()
    }
  },
  // The last state.
  wrongFinal(
    "the forward layer's final state alone",
    "The reverse layer is left out of `finalHidden`.",
    "How many numbers are in `finalHidden`?"
  ) { forward, _ in forward },
  wrongFinal(
    "the reverse layer's final state alone",
    "The forward layer is left out of `finalHidden`.",
    "How many numbers are in `finalHidden`?"
  ) { _, reverse in reverse },
  wrongFinal(
    "a sum of the two final states",
    "What both layers hold in the end is mixed, and half as many numbers are left.",
    "How many numbers are in `finalHidden`?"
  ) { $0 + $1 },
  wrongFinal(
    "a mean of the two final states",
    "What both layers hold in the end is mixed, and half as many numbers are left.",
    "How many numbers are in `finalHidden`?"
  ) { 0.5 * ($0 + $1) },
  wrongLevel(
    "a final state that is the mean of the outputs over time",
    "The states of all steps are averaged, where each layer's last one is asked for.",
    "After which step has each layer read everything?"
  ) {
    $0.finish = { trace, _ in
      let sum = trace.outputs.dropFirst().reduce(trace.outputs[0]) { $0 + $1 }
      trace.finalHidden = (1 / Double(trace.outputs.count)) * sum
    }
  },
  wrongLevel(
    "cells in the final state of the reverse layer",
    "The reverse half of `finalHidden` tells the memory, not what is shown of it.",
    "Which of its two states does a layer show?"
  ) {
    $0.finish = { trace, size in
      guard let cell = trace.reverse?.steps.last?.cell else { return }
      trace.finalHidden = Vector(trace.finalHidden.prefix(size)).concatenated(with: cell)
    }
  },
]

/// Another `finalHidden` of both layers' last states.
private func wrongFinal(
  _ name: String, _ explanation: String, _ question: String,
  _ join: @escaping @Sendable (_ forward: Vector, _ reverse: Vector) -> Vector
) -> Misconception<LevelForwardInput, LevelTrace> {
  wrongLevel(name, explanation, question) {
    $0.finish = { trace, _ in
      guard let forward = trace.forward.outputs.last, let reverse = trace.reverse?.outputs.last
      else { return }
      trace.finalHidden = join(forward, reverse)
    }
  }
}
