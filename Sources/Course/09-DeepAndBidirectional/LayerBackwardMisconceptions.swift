import Checking
import Contracts
import Recurrent
import Reference

/// Wrong backward passes of a layer on vectors.
let layerWayBackMisconceptions: [Misconception<LayerBackwardInput, LayerGradients<LSTMLayer>>] = [
  // From above and down.
  wrongLayerBackward(
    "a gradient from above at the last step alone",
    "What the layer above says to all earlier steps is lost.",
    "At how many steps does the layer above read this one?"
  ) { $0.fromAbove = { d, t, steps in t == steps - 1 ? d : 0 * d } },
  wrongLayerBackward(
    "dInputs from the state's part of dz",
    "The level below gets numbers that belong to the hidden state.",
    "Which of the H + D numbers of dz belong to x_t?"
  ) { $0.input = { dz, _, size in Vector(dz.prefix(size)) } },
  wrongLayerBackward(
    "index −1 at t = 0: the last step in place of zeros",
    "The first step's gradients meet a state and a cell that lie in its future.",
    "What comes before the first step, and what does an index of −1 find?"
  ) {
    $0.wrapsHidden = true
    $0.wrapsCell = true
  },
  wrongLayerBackward(
    "state and input exchanged in dz",
    """
    The level below gets what belongs to the hidden state, and step t − 1 what belongs to \
    the input.
    """, "Which comes first in z, the state or the input?"
  ) {
    $0.input = { dz, _, size in Vector(dz.prefix(size)) }
    $0.state = { dz, size in Vector(dz.suffix(size)) }
  },
  wrongLayerBackward(
    "dInputs from the candidate alone", "What x_t did to the three gates is left out.",
    "In how many of the four sums does x_t occur?"
  ) { $0.inputSources = [2] },
  wrongLayerBackward(
    "dInputs without the output gate's share", "What x_t did to the output gate is left out.",
    "In how many of the four sums does x_t occur?"
  ) { $0.inputSources = [0, 1, 2] },
  wrongLayerBackward(
    "dInputs in the order in which the loop makes them",
    "The first step's gradient stands last, and each one at another's place.",
    "Which step does the loop do first?"
  ) {
    $0.finish = { $0.dInputs.reverse() }
  },
  wrongLayerBackward(
    "dInputs of zero", "Nothing reaches the level below, which would never be trained.",
    "Does the loss depend on what the layer reads?"
  ) {
    $0.finish = { $0.dInputs = $0.dInputs.map { 0 * $0 } }
  },
  wrongLayerBackward(
    "a mean where dInputs is one step's own",
    "The level below gets a gradient that is T times too small.",
    "Is x_t read at more than one step?"
  ) {
    $0.finish = { output in
      let factor = 1 / Double(output.dInputs.count)
      output.dInputs = output.dInputs.map { factor * $0 }
    }
  },
  // The carries.
  wrongLayerBackward(
    "no way back through the hidden state",
    "Each h_t hears of what stands above it only; what it does to later gates is lost.",
    "Through which two ways does h_t act on the loss?"
  ) {
    $0.carriesHidden = false
  },
  wrongLayerBackward(
    "no way back through the cell",
    "Each c_t hears of its own h_t only, so nothing reaches back along the cell.",
    "Through which two ways does c_t act on the loss?"
  ) {
    $0.carriesCell = false
  },
  wrongLayerBackward(
    "a cell's carry without the forget gate",
    "Gradients flow back along the cell undiminished, even where the gate forgot everything.",
    "What did the cell meet between two steps?"
  ) { $0.cellBack = { dCell, _ in dCell } },
  wrongLayerBackward(
    "a carry of dh from the forget gate alone",
    "Three of the four ways from h_{t−1} into step t are left out.",
    "In how many of the four sums does h_{t−1} occur?"
  ) { $0.stateSources = [0] },
  // The gates.
  wrongLayerBackward(
    "a missing tanh′ on the way into the cell",
    "The cell gets as much gradient where tanh is saturated as where it is steep.",
    "What lies between c_t and h_t?"
  ) {
    $0.tanhSlope = { _, tanhCell in tanhCell.map { _ in 1 } }
  },
  wrongLayerBackward(
    "1 − c² in place of 1 − tanh²c",
    "Where a cell is larger than 1 its gradient changes its sign, and grows with the cell.",
    "What is the derivative of tanh(c), in terms of tanh(c)?"
  ) { $0.tanhSlope = { cell, _ in 1 - cell * cell } },
  wrongLayerBackward(
    "a dC without the output gate",
    "Where the output gate was closed, the cell gets a gradient all the same.",
    "What multiplies tanh(c) in h?"
  ) {
    $0.intoCell = { dHidden, _ in dHidden }
  },
  wrongLayerBackward(
    "no slopes of the sigmoids",
    "Three gates get gradients by their values, not by the sums that made them.",
    "What lies between W z + b and a gate?"
  ) {
    $0.sigmoidSlope = { $0.map { _ in 1 } }
  },
  wrongLayerBackward(
    "no slope of the candidate's tanh",
    "The candidate's gradients are too large wherever it is near −1 or 1.",
    "What lies between W z + b and the candidate?"
  ) {
    $0.candidateSlope = { $0.map { _ in 1 } }
  },
  wrongLayerBackward(
    "a sigmoid's slope for the candidate",
    "Where the candidate is negative, its gradient changes its sign.",
    "Is the candidate made by a sigmoid or by a tanh?"
  ) { $0.candidateSlope = { $0 * (1 - $0) } },
  wrongLayerBackward(
    "c_t where c_{t−1} belongs",
    "The forget gate's gradient meets the new cell, one step too late in time.",
    "Which cell does the forget gate multiply?"
  ) {
    $0.usesNewCell = true
  },
  wrongLayerBackward(
    "h_t where h_{t−1} belongs",
    """
    Gradients of the gates are built from the state that the step made, not the one it \
    began with.
    """, "Which hidden state stands in z at step t?"
  ) {
    $0.usesNewHidden = true
  },
  wrongLayerBackward(
    "input gate and candidate exchanged",
    "Each of the two is judged by its own value, where the other one's belongs.",
    "What is the derivative of i ⊙ g by i?"
  ) {
    $0.exchanges = true
  },
  // The sums.
  wrongLayerBackward(
    "biases without a gradient", "All four biases keep the gradient 0 and would never be trained.",
    "What is the gradient of W z + b by b?"
  ) {
    $0.finish = { output in
      output.gradients.bf *= 0
      output.gradients.bi *= 0
      output.gradients.bg *= 0
      output.gradients.bo *= 0
    }
  },
  wrongLayerBackward(
    "gradients that are assigned at each step instead of added up",
    "Each step overwrites what later steps had added, so only step 0 is left in the end.",
    "Wf is used at every step: what does `gradients.Wf` hold after two of them?"
  ) { $0.counts = { t, _ in t == 0 } },
  wrongLayerBackward(
    "means over the steps", "All parameters' gradients are T times too small; dInputs are right.",
    "Does the contract ask for a sum or a mean?"
  ) {
    $0.finish = { output in
      let factor = 1 / Double(output.dInputs.count)
      output.gradients.tensors = output.gradients.tensors.map { factor * $0 }
    }
  },
  wrongLayerBackward(
    "clipping inside the backward pass",
    "Long gradients come out shortened, and no finite difference can agree with them.",
    "Is a clipped gradient still the gradient of the loss?"
  ) { $0.finish = { $0.gradients = try clip($0.gradients, maximumNorm: 0.25) } },
]
