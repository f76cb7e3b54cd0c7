import Checking
import Contracts
import Recurrent

/// What comes from above, and which gates have a share in what goes down and back.
let layerDownMisconceptions: [Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>>] =
  gates.indices.flatMap { shares(of: $0) } + layerAboveMisconceptions

private let layerAboveMisconceptions: [WrongPass] =
  [
    wrongLayerBackward(
      "dOutputs from the last step to the first",
      "Each step gets from above what belongs to the opposite end of the sequence.",
      "Which dOutputs belong to step t?"
    ) { $0.above = { $0.reversed() } },
    wrongLayerBackward(
      "the dOutputs of the next step",
      "Each step gets from above what belongs to the step after it, and the last one nothing.",
      "Which dOutputs belong to step t?"
    ) { $0.above = { d in d.dropFirst() + d.suffix(1).map { 0 * $0 } } },
    wrongLayerBackward(
      "the dOutputs of the step before",
      "Each step gets from above what belongs to the step before it, and the first one nothing.",
      "Which dOutputs belong to step t?"
    ) { $0.above = { d in d.prefix(1).map { 0 * $0 } + d.dropLast() } },
    wrongLayerBackward(
      "a gradient from above at the first step alone",
      "What the layer above says to all later steps is lost.",
      "At how many steps does the layer above read this one?"
    ) { $0.fromAbove = { d, t, _ in t == 0 ? d : 0 * d } },
    wrongLayerBackward(
      "dOutputs with the slope of tanh",
      "What comes from above is multiplied by 1 − h², though h_t is handed up as it is.",
      "What lies between h_t and the layer above?"
    ) { $0.aboveTakesSlope = true },
    wrongLayerBackward(
      "dOutputs left out", "The layer hears nothing from above, so every gradient is zero.",
      "Where does your loop use `dOutputs[t]`?"
    ) { $0.above = { d in d.map { 0 * $0 } } },
    wrongLayerBackward(
      "dOutputs that pile up from step to step",
      "Each step gets from above the sum of all later steps' dOutputs.",
      "What do earlier steps hear of later ones, besides the carry?"
    ) {
      $0.above = { d in
        var sum = 0 * d[0]
        return d.reversed().map { one in
          sum = sum + one
          return sum
        }
        .reversed()
      }
    },
    wrongLayerBackward(
      "the whole of dz as dInputs",
      "H + D numbers are handed down, those of the hidden state, too.",
      "How many numbers has x_t?"
    ) { $0.input = { dz, _, _ in dz } },
    wrongLayerBackward(
      "a dInputs that holds the last step's numbers everywhere",
      "All steps hand down what belongs to the step that the loop does last.",
      "Does each step get a vector of its own?"
    ) {
      $0.finish = { output in
        let first = output.dInputs[0]
        output.dInputs = output.dInputs.map { _ in first }
      }
    },
    wrongLayerBackward(
      "a dInputs that piles up from step to step",
      "What each step hands down holds what all later steps handed down, too.",
      "Is x_t read at more than one step?"
    ) {
      $0.finish = { output in
        for t in output.dInputs.indices.dropLast().reversed() {
          output.dInputs[t] += output.dInputs[t + 1]
        }
      }
    },
  ]

private typealias WrongPass = Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>>

private let gates = ["the forget gate", "the input gate", "the candidate", "the output gate"]

/// One gate's share left out, or left alone; what has an entry of its own is not made again.
private func shares(of place: Int) -> [WrongPass] {
  let gate = gates[place]
  let others = gates.indices.filter { $0 != place }
  var result = [
    wrongLayerBackward(
      "a carry of dh without the share of \(gate)",
      "What h_{t−1} did to \(gate) of step t is left out.",
      "In how many of the four sums does h_{t−1} occur?"
    ) { $0.stateSources = others },
    wrongLayerBackward(
      "a dz without the share of \(gate)",
      "What z did to \(gate) is left out, in dInputs and in the carry.",
      "In how many of the four sums does z occur?"
    ) {
      $0.inputSources = others
      $0.stateSources = others
    },
    wrongLayerBackward(
      "a dz of \(gate) alone", "What z did to the three others is left out.",
      "In how many of the four sums does z occur?"
    ) {
      $0.inputSources = [place]
      $0.stateSources = [place]
    },
  ]
  if place != 3 {
    result.append(
      wrongLayerBackward(
        "dInputs without the share of \(gate)", "What x_t did to \(gate) is left out.",
        "In how many of the four sums does x_t occur?"
      ) { $0.inputSources = others })
  }
  if place != 2 {
    result.append(
      wrongLayerBackward(
        "dInputs from \(gate) alone", "What x_t did to the three others is left out.",
        "In how many of the four sums does x_t occur?"
      ) { $0.inputSources = [place] })
  }
  if place != 0 {
    result.append(
      wrongLayerBackward(
        "a carry of dh from \(gate) alone",
        "Three of the four ways from h_{t−1} into step t are left out.",
        "In how many of the four sums does h_{t−1} occur?"
      ) { $0.stateSources = [place] })
  }
  return result
}
