import Checking
import Contracts
import Recurrent
import Reference

/// What the layer reads, where it begins, and what its trace keeps.
let layerTraceMisconceptions: [Misconception<LayerForwardInput, LayerTrace>] = [
  wrongLayer(
    "one input early",
    "Each step reads what belongs to the next step, and the first input is never read.",
    "Which input does step t read?"
  ) { $0.read = { $1 + 1 < $0.count ? $0[$1 + 1] : 0 * $0[0] } },
  wrongLayer(
    "a sequence read from its end",
    "The inputs are met in reverse order, though the trace keeps them as they were.",
    "Which input is read first?"
  ) { $0.read = { $0[$0.count - 1 - $1] } },
  wrongLayer(
    "the first input read at every step",
    "All steps read one and the same vector, whatever follows.", "Which input does step t read?"
  ) { $0.read = { inputs, _ in inputs[0] } },
  wrongLayer(
    "an input through softmax", "What the layer reads are shares of the input's numbers.",
    "What does W multiply: x itself, or a function of x?"
  ) {
    $0.input = { x in
      let powers = x.map { exp($0) }
      return powers / powers.sum
    }
  },
  wrongLayer(
    "a layer that does not see its inputs", "Gates and candidate know the past alone.",
    "Does your step depend on `inputs[t]`?"
  ) { $0.input = { x in 0 * x } },
  wrongLayer(
    "tanh of h′ in z",
    "The past arrives squeezed a second time, so the gates hear it too softly.",
    "Is there anything between h′ and the gates?"
  ) { $0.join = { h, x in h.map { Recurrent.tanh($0) }.concatenated(with: x) } },
  wrongLayer(
    "neither state carried", "Every step begins from zeros, as if it were the first.",
    "Which two vectors does a step hand to the next?"
  ) {
    $0.carriesHidden = false
    $0.carriesCell = false
  },
  wrongLayer(
    "a layer that begins with ones",
    "Hidden state and cell begin as if much had been read already.",
    "What do hidden state and cell hold before anything has been read?"
  ) { $0.startsAtOne = true },
  forgottenBias("bi", "the input gate is half open where h′ and x say nothing") { $0.bi *= 0 },
  forgottenBias("bo", "the output gate is half open where h′ and x say nothing") { $0.bo *= 0 },
  wrongLayer(
    "every bias added twice", "Each of the four sums counts its bias a second time.",
    "How often is the bias added to W z?"
  ) {
    $0.edit = {
      $0.bf *= 2
      $0.bi *= 2
      $0.bg *= 2
      $0.bo *= 2
    }
  },
  wrongLayer(
    "a forget gate's bias that is 1 larger",
    "The forget gate is opened by a bias that belongs to initial weights, if anywhere.",
    "Does the layer change the parameters that it is given?"
  ) { $0.edit = { $0.bf = $0.bf + 1 } },
  // The trace.
  wrongLayer(
    "hidden state and cell exchanged in the trace",
    "Both vectors are right, and each stands under the other's name.",
    "Which of the two is what the output gate shows?"
  ) {
    $0.finish = { trace in
      trace.steps = trace.steps.map { exchanged($0, \.hidden, \.cell) }
    }
  },
  wrongLayer(
    "input gate and forget gate exchanged in the trace",
    "The layer is right, but the trace holds the two gates under each other's names.",
    "Which of the two did W_f make?"
  ) {
    $0.finish = { trace in
      trace.steps = trace.steps.map { exchanged($0, \.inputGate, \.forgetGate) }
    }
  },
  wrongLayer(
    "output gate and candidate exchanged in the trace",
    "The layer is right, but the trace holds the two under each other's names.",
    "Which of the two did W_g make?"
  ) {
    $0.finish = { trace in
      trace.steps = trace.steps.map { exchanged($0, \.outputGate, \.candidate) }
    }
  },
  wrongLayer(
    "tanh of the cell in the trace",
    "The carry is right, but the trace holds the cell as it was shown.",
    "Which cell will the backward pass need: c or tanh(c)?"
  ) {
    $0.finish = { trace in
      for t in trace.steps.indices {
        trace.steps[t].cell = trace.steps[t].cell.map { Recurrent.tanh($0) }
      }
    }
  },
  wrongLayer(
    "states before the step in the trace",
    "Hidden state and cell are kept as each step found them, one step too early.",
    "Is the hidden state of step t the one before or after input t is read?"
  ) {
    $0.finish = { trace in
      for t in trace.steps.indices.reversed() {
        trace.steps[t].hidden = t > 0 ? trace.steps[t - 1].hidden : 0 * trace.steps[t].hidden
        trace.steps[t].cell = t > 0 ? trace.steps[t - 1].cell : 0 * trace.steps[t].cell
      }
    }
  },
  wrongLayer(
    "z in place of the inputs, in the trace",
    "The trace keeps [h′; x] where it should keep what the layer was given.",
    "What does `trace.inputs` hold: x or z?"
  ) {
    $0.finish = { trace in
      trace.inputs = trace.inputs.indices.map { t in
        (t > 0 ? trace.steps[t - 1].hidden : 0 * trace.steps[t].hidden)
          .concatenated(with: trace.inputs[t])
      }
    }
  },
  wrongLayer(
    "a trace without its inputs", "The backward pass will not know what the weights met.",
    "Which vector did step t read, by your trace?"
  ) { $0.finish = { $0.inputs = [] } },
  wrongLayer(
    "a trace of its last step alone",
    "All steps but the last are lost, and the backward pass has nowhere to go.",
    "How many steps does the backward pass go back?"
  ) { $0.finish = { $0.steps = $0.steps.suffix(1) } },
  wrongLayer(
    "a trace with a step of zeros in front",
    "The state before the first step is kept as if it were a step.",
    "How many steps are there for T inputs?"
  ) {
    $0.finish = { trace in
      guard let first = trace.steps.first else { return }
      let zero = 0 * first.hidden
      trace.steps.insert(
        LSTMStep(
          forgetGate: zero, inputGate: zero, candidate: zero, outputGate: zero, cell: zero,
          hidden: zero), at: 0)
    }
  },
]

/// A line copied from one gate to the next with a letter left as it was.
let layerWeightSlips: [Misconception<LayerForwardInput, LayerTrace>] =
  weightSlips([
    WeightSlot("Wf", of: "the forget gate", \LSTMLayer.Wf),
    WeightSlot("Wi", of: "the input gate", \.Wi), WeightSlot("Wg", of: "the candidate", \.Wg),
    WeightSlot("Wo", of: "the output gate", \.Wo),
  ]) { name, explanation, question, change in
    wrongLayer(name, explanation, question) { $0.edit = change }
  }
  + weightSlips([
    WeightSlot("bf", of: "the forget gate", \LSTMLayer.bf),
    WeightSlot("bi", of: "the input gate", \.bi), WeightSlot("bg", of: "the candidate", \.bg),
    WeightSlot("bo", of: "the output gate", \.bo),
  ]) { name, explanation, question, change in
    wrongLayer(name, explanation, question) { $0.edit = change }
  }

private func forgottenBias(
  _ name: String, _ effect: String, _ change: @escaping @Sendable (inout LSTMLayer) -> Void
) -> Misconception<LayerForwardInput, LayerTrace> {
  wrongLayer(
    "a forgotten \(name)", "\(name) is left out, and \(effect).",
    "Which four vectors are added to W z?"
  ) { $0.edit = change }
}

private func exchanged(
  _ step: LSTMStep, _ one: WritableKeyPath<LSTMStep, Vector>,
  _ two: WritableKeyPath<LSTMStep, Vector>
) -> LSTMStep {
  var changed = step
  changed[keyPath: one] = step[keyPath: two]
  changed[keyPath: two] = step[keyPath: one]
  return changed
}
