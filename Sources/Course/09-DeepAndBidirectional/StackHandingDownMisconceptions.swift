import Checking
import Contracts
import Recurrent
import Reference

/// What Wv and each level hand down.
let stackHandingDownMisconceptions:
  [Misconception<StackBackwardInput, LayerGradients<StackParameters>>] = [
    // A slope that does not belong there.
    wrongStackBackward(
      "a slope of tanh between Wv and the highest level",
      "What Wv hands down is multiplied by 1 − h², although no tanh lies between.",
      "What lies between the highest level's outputs and Wv?"
    ) { $0.top = { d, highest in sloped(d, highest) } },
    wrongStackBackward(
      "a slope of tanh between the levels",
      "What a level hands down is multiplied by 1 − h², although no tanh lies between the two.",
      "What lies between a level's inputs and the outputs of the one below?"
    ) { $0.handDown = { dInputs, _, _, below in sloped(dInputs, below) } },
    wrongStackBackward(
      "a slope of tanh above every level",
      "All that is handed to a level is multiplied by 1 − h², although its outputs go up as they are.",
      "What lies between a level's outputs and what reads them?"
    ) {
      $0.top = { d, highest in sloped(d, highest) }
      $0.handDown = { dInputs, _, _, below in sloped(dInputs, below) }
    },
    wrongStackBackward(
      "a sigmoid's slope between Wv and the highest level",
      "What Wv hands down is multiplied by h(1 − h), although nothing lies between.",
      "What lies between the highest level's outputs and Wv?"
    ) {
      $0.top = { d, highest in zip(d, highest.outputs).map { $0 * $1 * (1 - $1) } }
    },
    wrongStackBackward(
      "the outputs as a factor of what Wv hands down",
      "What Wv hands down is multiplied by the outputs that it met.",
      "What is the gradient of W_v u by u?"
    ) { $0.top = { d, highest in zip(d, highest.outputs).map { $0 * $1 } } },
    // From the top.
    wrongStackBackward(
      "a top that hands down its last step alone",
      "dWv and dbv are right, but the levels hear of the last tag only.",
      "At how many steps do the logits read the highest level?"
    ) {
      $0.seenByLevels = { d in d.enumerated().map { $0 == d.count - 1 ? $1 : 0 * $1 } }
    },
    wrongStackBackward(
      "a top that hands down in reverse order",
      "dWv and dbv are right, but what belongs to the first step arrives at the last.",
      "To which step do the gradients of logits[t] belong?"
    ) { $0.seenByLevels = { $0.reversed() } },
    wrongStackBackward(
      "a top that hands down the same sum at every step",
      "All steps get what belongs to all tags together.",
      "To which step do the gradients of logits[t] belong?"
    ) {
      $0.seenByLevels = { d in
        let sum = d.dropFirst().reduce(d[0]) { $0 + $1 }
        return d.map { _ in sum }
      }
    },
    wrongStackBackward(
      "a top that hands down means over the steps",
      "dWv and dbv are right, but all levels get gradients that are T times too small.",
      "Does the contract ask for a sum or a mean?"
    ) { $0.seenByLevels = { d in d.map { (1 / Double(d.count)) * $0 } } },
    wrongStackBackward(
      "a softmax over dLogits for the levels",
      "dWv and dbv are right, but the levels get shares in place of gradients.",
      "Is `dLogits` a gradient already, or are these logits?"
    ) {
      $0.seenByLevels = { d in
        d.map { one in
          let powers = one.map { exp($0) }
          return powers / powers.sum
        }
      }
    },
    wrongStackBackward(
      "the halves exchanged on the way down from Wv",
      "The forward layer of the highest level gets what belongs to the reverse one.",
      "Which half of `outputs[t]` is the forward layer's?"
    ) { $0.top = { d, highest in exchanged(d, highest) } },
    // Between the levels.
    wrongStackBackward(
      "the halves exchanged between the levels",
      "Each level's forward layer gets what belongs to its reverse one.",
      "Which half of `outputs[t]` is the forward layer's?"
    ) { $0.handDown = { dInputs, _, _, below in exchanged(dInputs, below) } },
    wrongStackBackward(
      "the top's gradient added at every level",
      "Each level gets what the logits say to the highest one a second time.",
      "Do the outputs of a level reach the logits past the levels above it?"
    ) {
      $0.handDown = { dInputs, _, top, _ in
        zip(dInputs, top).map { $0.count == $1.count ? $0 + $1 : $0 }
      }
    },
    wrongStackBackward(
      "nothing handed down between the levels",
      "All levels but the highest get dOutputs of zero.",
      "What are the dOutputs of the level below?"
    ) { $0.handDown = { dInputs, _, _, _ in dInputs.map { 0 * $0 } } },
    wrongStackBackward(
      "a lowest level that is left out",
      "The lowest level keeps the gradient 0, and dInputs is what it should have been given.",
      "At which level does your loop end?"
    ) { $0.lowest = { $0 > 1 ? 1 : 0 } },
    wrongStackBackward(
      "the mean over the steps handed down, at every step",
      "Each level hands down one mean to all steps of the one below.",
      "To which step does dInputs[t] belong?"
    ) {
      $0.handDown = { dInputs, _, _, _ in
        let sum = dInputs.dropFirst().reduce(dInputs[0]) { $0 + $1 }
        return dInputs.map { _ in (1 / Double(dInputs.count)) * sum }
      }
    },
    // dWv.
    met("the cells of the highest level", "The logits were made of what the output gates show.") {
      cells(of: $0)
    },
    met("the outputs in reverse order", "Each tag's gradient meets the opposite end's output.") {
      $0.outputs.reversed()
    },
    met("the outputs one step before", "Each tag's gradient meets an output one step too early.") {
      $0.outputs.prefix(1).map { 0 * $0 } + $0.outputs.dropLast()
    },
    met("the halves of the outputs exchanged", "Each column stands where another one's belongs.") {
      exchanged($0.outputs, $0)
    },
    met("tanh of the outputs", "What Wv met has not been through another tanh.") {
      $0.outputs.map { $0.map { Recurrent.tanh($0) } }
    },
    met("the mean of the outputs, at every step", "Each tag was made of its own step's output.") {
      let outputs = $0.outputs
      let sum = outputs.dropFirst().reduce(outputs[0]) { $0 + $1 }
      return outputs.map { _ in (1 / Double(outputs.count)) * sum }
    },
    // What is given.
    wrongStackBackward(
      "both gradients of the output layer forgotten",
      "W_v and b_v keep the gradient 0 and would never be trained; the levels' are right.",
      "What is the gradient of W_v u + b_v by W_v?"
    ) {
      $0.finish = { output, _ in
        output.gradients.Wv *= 0
        output.gradients.bv *= 0
      }
    },
    wrongStackBackward(
      "reverse layers without a gradient",
      "All reverse layers keep the gradient 0 and would never be trained.",
      "Does the loss depend on the reverse layers?"
    ) {
      $0.finish = { output, _ in
        for k in output.gradients.levels.indices {
          output.gradients.levels[k].reverse = output.gradients.levels[k].reverse?.zeros
        }
      }
    },
  ]

/// dWv with other vectors than the highest level's outputs.
private func met(
  _ what: String, _ explanation: String,
  _ outputs: @escaping @Sendable (_ highest: LevelTrace) -> [Vector]
) -> Misconception<StackBackwardInput, LayerGradients<StackParameters>> {
  wrongStackBackward(
    "dWv with \(what)", explanation, "Which outputs did Wv meet at step t?"
  ) { $0.met = { outputs($0.levels[$0.levels.count - 1]) } }
}

private func sloped(_ d: [Vector], _ level: LevelTrace) -> [Vector] {
  zip(d, level.outputs).map { $0.count == $1.count ? $0 * (1 - $1 * $1) : $0 }
}

/// Unchanged where there is one direction.
private func exchanged(_ d: [Vector], _ level: LevelTrace) -> [Vector] {
  guard level.reverse != nil else { return d }
  return d.map { Vector(Array($0.suffix($0.count / 2)) + Array($0.prefix($0.count / 2))) }
}
