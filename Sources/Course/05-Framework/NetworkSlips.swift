import Checking
import Contracts
import Recurrent
import Reference

/// Networks that lose the state, turn the sequence round or put something between the layers.
let networkSlips: [Misconception<NetworkInput, NetworkOutput>] = [
  network(
    "a state that is not carried between steps",
    "Each row goes through the LSTM by itself and begins from a state of zeros, so nothing is "
      + "remembered.",
    "Which state does the LSTM begin from when you call it for the second row?"
  ) { model, inputs in try inputs.flatMap { try model.trace([$0]).logits } },
  network(
    "a cell that is not carried between steps",
    "The hidden state is handed on, but each step begins with a memory cell of zeros.",
    "Which two parts has the state of an LSTM?"
  ) { model, inputs in try stepwise(model, inputs) { ($0.hidden, 0 * $0.cell) } },
  network(
    "a hidden state that is not carried between steps",
    "The memory cell is handed on, but each step begins with a hidden state of zeros.",
    "Which two parts has the state of an LSTM?"
  ) { model, inputs in try stepwise(model, inputs) { (0 * $0.hidden, $0.cell) } },
  network(
    "hidden state and cell exchanged between steps",
    "Each step begins with the cell as its hidden state and the hidden state as its cell.",
    "In which order does the state list its two parts?"
  ) { model, inputs in try stepwise(model, inputs) { ($0.cell, $0.hidden) } },
  Misconception(
    "a state that is kept from one call to the next",
    explanation:
      "A sequence begins with what the one before it has left, in place of a state of zeros.",
    question: "Which state does the LSTM begin from when the network is called for the second time?"
  ) { input in
    let all = try NetworkModel(input.weights).trace(input.earlier + input.inputs)
    return NetworkOutput(
      parameterNames: input.weights.names,
      logits: Array(all.logits.dropFirst(input.earlier.count)))
  },
  network(
    "an initial state of ones", "The sequence begins from ones where zeros are asked for.",
    "Which state does the LSTM begin from when it is given none?"
  ) { model, inputs in
    let ones = Vector(zeros: model.weights.hiddenSize) + 1
    return try lstmForward(
      inputs, initialHidden: ones, initialCell: ones, parameters: model.fromScratch
    ).logits
  },
  network(
    "a sequence read from its end",
    "The tokens go through the LSTM in reverse order, so the last comes first.",
    "Which token does the LSTM read first?"
  ) { model, inputs in try model.trace(inputs.reversed()).logits },
  network(
    "a sequence read from its end, its logits turned back",
    "Each step has seen what follows it and not what came before.",
    "Which token does the LSTM read first?"
  ) { model, inputs in try model.trace(inputs.reversed()).logits.reversed() },
  network(
    "a softmax over the steps",
    "The softmax runs along the time axis, so steps compete with each other for each word.",
    "Does the contract ask for a softmax at all?"
  ) { model, inputs in
    let logits = try model.trace(inputs).logits
    let words = try logits[0].indices.map { word in try softmax(Vector(logits.map { $0[word] })) }
    return logits.indices.map { t in Vector(words.map { $0[t] }) }
  },
  network(
    "a tanh between the LSTM and the output",
    "The hidden states are squeezed once more before the output layer sees them.",
    "Which layers does the picture of the network have?"
  ) { model, inputs in try shown(model, inputs) { try tanh($0.hidden) } },
  network(
    "a sigmoid between the LSTM and the output",
    "The hidden states all become positive before the output layer sees them.",
    "Which layers does the picture of the network have?"
  ) { model, inputs in try shown(model, inputs) { try sigmoid($0.hidden) } },
  network(
    "a softmax between the LSTM and the output",
    "The hidden states are made to add up to 1 before the output layer sees them.",
    "Which layers does the picture of the network have?"
  ) { model, inputs in try shown(model, inputs) { try softmax($0.hidden) } },
  network(
    "logits from the tanh of the memory cell",
    "The output gate is passed over, which should choose what is shown.",
    "Which of its two states does an LSTM show?"
  ) { model, inputs in try shown(model, inputs) { try tanh($0.cell) } },
  network(
    "the last step's cell alone",
    "Only one prediction is given, and it comes from the memory cell.",
    "How many predictions does the network make, and from which state?"
  ) { model, inputs in try shown(model, inputs) { $0.cell }.suffix(1) },
  network(
    "the last cell at every step",
    "All predictions come from the memory cell after the whole sequence.",
    "From which state come the logits of step 0?"
  ) { model, inputs in
    let logits = try shown(model, inputs) { $0.cell }
    return logits.map { logits.last ?? $0 }
  },
  network(
    "the mean of all hidden states",
    "One prediction is made from the average of the steps, where every step makes its own.",
    "How many predictions does the network make?"
  ) { model, inputs in
    let logits = try model.trace(inputs).logits
    let sum = logits.reduce(Vector(zeros: logits[0].count), +)
    return [sum / Double(logits.count)]
  },
  Misconception(
    "an LSTM without biases",
    explanation: "The LSTM is made without its two biases, so its gates cannot lean to one side.",
    question: "How many parameters has the framework's LSTM?"
  ) { input in
    var weights = input.weights
    weights.inputBias *= 0
    weights.hiddenBias *= 0
    return NetworkOutput(
      parameterNames: weights.names.filter { !$0.hasPrefix("lstm.bias") },
      logits: try NetworkModel(weights).trace(input.inputs).logits)
  },
  Misconception(
    "`outputBias` handed to the LSTM as well",
    explanation: "A network without an output bias has an LSTM without its two biases, too.",
    question: "Which of the two layers does `outputBias` speak of?"
  ) { input in
    guard input.weights.outputBias == nil else { return try networkOutput(input) }
    var weights = input.weights
    weights.inputBias *= 0
    weights.hiddenBias *= 0
    return NetworkOutput(
      parameterNames: weights.names.filter { !$0.hasPrefix("lstm.bias") },
      logits: try NetworkModel(weights).trace(input.inputs).logits)
  },
]

/// Of layers that are drawn anew only the names can be told.
let networkSymptoms: [Symptom<NetworkInput, NetworkOutput>] = [
  Symptom(
    "an output bias whatever `outputBias` says",
    explanation:
      "`outputBias` is not passed on, so the network always has a bias, which shifts the "
      + "logits by random numbers and is trained.",
    question: "Where is `outputBias` used?"
  ) { input, right, got in
    input.weights.outputBias == nil
      && got.parameterNames == right.parameterNames + ["output.bias"]
      && got.logits.map(\.count) == right.logits.map(\.count)
  },
  Symptom(
    "`outputBias` handed to the LSTM in place of the output layer",
    explanation:
      "A network without an output bias has an LSTM without its two biases, and the output layer "
      + "keeps its own.",
    question: "Which of the two layers does `outputBias` speak of?"
  ) { input, right, got in
    input.weights.outputBias == nil
      && got.parameterNames
        == right.parameterNames.filter { !$0.hasPrefix("lstm.bias") } + ["output.bias"]
  },
  named(
    "an LSTM of more than one layer",
    "A second LSTM layer reads the hidden states of the first, where one layer is asked for.",
    "How many layers does the contract name?"
  ) { $0.contains { $0.contains("_l1") } },
  named(
    "a bidirectional LSTM",
    "A second pass reads the sequence from its end, so each step has seen what it should predict.",
    "What may a network have seen that predicts the next token?"
  ) { names in
    names.contains { $0.contains("_reverse") } && !names.contains { $0.contains("_l1") }
  },
  named(
    "a layer too many",
    "The network has parameters beside those of one LSTM and one linear layer.",
    "Which two properties does the contract give the network?"
  ) { names in
    names.contains { !$0.hasPrefix("lstm.") && !$0.hasPrefix("output.") }
  },
]

private func named(
  _ name: String, _ explanation: String, _ question: String,
  _ shows: @escaping @Sendable ([String]) -> Bool
) -> Symptom<NetworkInput, NetworkOutput> {
  Symptom(name, explanation: explanation, question: question) { _, _, got in
    shows(got.parameterNames)
  }
}

/// A network of the right layers that gives other logits.
private func network(
  _ name: String, _ explanation: String, _ question: String,
  _ logits: @escaping @Sendable (NetworkModel, [Int]) throws -> [Vector]
) -> Misconception<NetworkInput, NetworkOutput> {
  Misconception(name, explanation: explanation, question: question) { input in
    NetworkOutput(
      parameterNames: input.weights.names,
      logits: try logits(NetworkModel(input.weights), input.inputs))
  }
}

/// Logits from another part of each step.
private func shown(
  _ model: NetworkModel, _ inputs: [Int], _ part: (LSTMStep) throws -> Vector
) throws -> [Vector] {
  let p = model.fromScratch
  return try model.trace(inputs).steps.map { p.Wv * (try part($0)) + p.bv }
}

/// Logits of steps that begin with another hidden state and cell than the step before them has left.
private func stepwise(
  _ model: NetworkModel, _ inputs: [Int], _ next: (LSTMStep) -> (hidden: Vector, cell: Vector)
) throws -> [Vector] {
  let p = model.fromScratch
  var state = (hidden: Vector(zeros: p.hiddenSize), cell: Vector(zeros: p.hiddenSize))
  return try inputs.map { token in
    let step = try lstmStep(token, hidden: state.hidden, cell: state.cell, parameters: p)
    state = next(step)
    return p.Wv * step.hidden + p.bv
  }
}
