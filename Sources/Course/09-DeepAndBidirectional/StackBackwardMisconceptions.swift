import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways back through a stack.
let stackWayBackMisconceptions:
  [Misconception<StackBackwardInput, LayerGradients<StackParameters>>] = [
    // From level to level.
    wrongStackBackward(
      "a gradient for the highest level alone",
      "All levels below the highest keep the gradient 0 and would never be trained.",
      "Does the loss depend on the levels below?"
    ) { $0.lowest = { levels in levels - 1 } },
    wrongStackBackward(
      "the top's gradient for every level",
      "Each level is judged as if the logits were made of its own outputs.",
      "What are the dOutputs of the level below?"
    ) { $0.handDown = { _, _, top, _ in top } },
    wrongStackBackward(
      "dInputs added to the gradient that came from above",
      "Each lower level gets the gradient of the one above a second time.",
      "Do the outputs of a level reach the logits past the levels above it?"
    ) {
      $0.handDown = { dInputs, d, _, _ in
        zip(dInputs, d).map { $0.count == $1.count ? $0 + $1 : $0 }
      }
    },
    wrongStackBackward(
      "a gradient handed down in reverse order",
      "What level k says about step t arrives at the opposite end of the sequence.",
      "To which step does dInputs[t] belong?"
    ) {
      $0.handDown = { dInputs, _, _, _ in dInputs.reversed() }
    },
    wrongStackBackward(
      "a gradient that is handed down at the last step alone",
      "All steps but the last get no gradient below the highest level.",
      "At how many steps does a level read the one below?"
    ) {
      $0.handDown = { dInputs, _, _, _ in
        dInputs.enumerated().map { t, d in t == dInputs.count - 1 ? d : 0 * d }
      }
    },
    // The top.
    wrongStackBackward(
      "dWv with the lowest level's outputs", "dWv is built from outputs that the logits never saw.",
      "Which outputs did Wv meet?"
    ) {
      $0.met = { trace in trace.levels[0].outputs }
    },
    wrongStackBackward(
      "dWv with the final state at every step",
      "dWv is built as if every step had seen the end of the sequence.",
      "Which outputs did Wv meet at step t?"
    ) {
      $0.met = { trace in
        let top = trace.levels[trace.levels.count - 1]
        return top.outputs.map { _ in top.finalHidden }
      }
    },
    wrongStackBackward(
      "logits' gradients of the first step alone", "All tags but the first leave no gradient.",
      "At how many steps is there a tag?"
    ) {
      $0.dLogits = { d in d.enumerated().map { t, d in t == 0 ? d : 0 * d } }
    },
    wrongStackBackward(
      "a forgotten dbv", "b_v keeps the gradient 0 and would never be trained; all else is right.",
      "What is the gradient of W_v u + b_v by b_v?"
    ) {
      $0.finish = { output, _ in output.gradients.bv *= 0 }
    },
    wrongStackBackward(
      "a forgotten dWv", "W_v keeps the gradient 0 and would never be trained; all else is right.",
      "What is the gradient of W_v u + b_v by W_v?"
    ) {
      $0.finish = { output, _ in output.gradients.Wv *= 0 }
    },
    wrongStackBackward(
      "a softmax over dLogits",
      "The gradients that you are given are turned into shares, all of them positive.",
      "Is `dLogits` a gradient already, or are these logits?"
    ) { $0.dLogits = { d in try d.map { try softmax($0) } } },
    // What is given.
    wrongStackBackward(
      "dInputs of the highest level",
      "You return what the highest level hands to the one below it.",
      "Which level reads the tokens?"
    ) { $0.givesTop = true },
    wrongStackBackward(
      "dInputs of the tokens that were read, zero elsewhere",
      "What other words would have done at each step is wiped out.",
      "Would another token at step t change the loss?"
    ) {
      $0.finish = { output, trace in
        output.dInputs = zip(output.dInputs, trace.inputs).map { d, token in
          var kept = Vector(zeros: d.count)
          if token < d.count { kept[token] = d[token] }
          return kept
        }
      }
    },
    wrongStackBackward(
      "dInputs in reverse order",
      "The first step's gradient stands last, and each one at another's place.",
      "To which step does dInputs[t] belong?"
    ) {
      $0.finish = { output, _ in output.dInputs.reverse() }
    },
    wrongStackBackward(
      "gradients of the levels in reverse order",
      "Each level's gradients are right, and stand under another level's number.",
      "Which level does `levels[0]` stand for?"
    ) {
      $0.finish = { output, _ in output.gradients.levels.reverse() }
    },
    wrongStackBackward(
      "means over the steps",
      "All gradients are T times too small, so that long sequences count for less.",
      "Does the contract ask for a sum or a mean?"
    ) {
      $0.dLogits = { d in d.map { (1 / Double(d.count)) * $0 } }
    },
    wrongStackBackward(
      "the opposite sign",
      "Every gradient points downhill, so that a step against it makes the loss grow.",
      "Is it the gradient that is asked for, or the step down?"
    ) {
      $0.dLogits = { d in d.map { -1 * $0 } }
    },
    wrongStackBackward(
      "clipping inside the backward pass",
      "Long gradients come out shortened, and no finite difference can agree with them.",
      "Is a clipped gradient still the gradient of the loss?"
    ) {
      $0.finish = { output, _ in
        output.gradients = try clip(output.gradients, maximumNorm: 0.25)
      }
    },
  ]
