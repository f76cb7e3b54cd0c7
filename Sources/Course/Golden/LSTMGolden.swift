import Contracts
import Recurrent

/// `lstm_*`: one sequence forward, backward and clipped.
struct LSTMGolden: Decodable {
  var config: GoldenConfig
  var params: [String: GoldenTensor]
  var h0: GoldenTensor
  var c0: GoldenTensor
  var inputs: [Int]
  var targets: [Int]
  var forward: [String: GoldenTensor]
  var loss_sum: Double
  var grads: [String: GoldenTensor]
  var grad_initial_state: [String: GoldenTensor]
  var clip: GoldenClip
  var grads_clipped: [String: GoldenTensor]

  func verify(_ answers: Answers, _ report: inout GoldenReport) throws {
    let parameters = try LSTMParameters(golden: params)
    try config.compare(inputs, parameters.hiddenSize, parameters.vocabularySize, &report)
    try checkTokens(inputs, targets, parameters.vocabularySize)

    let (hidden, cell) = (try h0.vector("h0"), try c0.vector("c0"))
    let trace = try answers.lstmForward(inputs, hidden, cell, parameters)
    try compareSteps(of: trace, answers, &report)
    try report.compareOutputs(forward, loss_sum, trace.logits, targets, answers)

    let result = try answers.lstmBackward(trace, targets, parameters)
    try compare("grads", grads, result.gradients, &report)
    try report.compare(
      "grad_initial_state.h0", grad_initial_state.need("h0"), Array(result.dInitialHidden))
    try report.compare(
      "grad_initial_state.c0", grad_initial_state.need("c0"), Array(result.dInitialCell))
    try clip.compare(result.gradients, grads_clipped, answers, &report)
  }

  private func compareSteps(
    of trace: LSTMTrace, _ answers: Answers, _ report: inout GoldenReport
  ) throws {
    let parts: [(String, KeyPath<LSTMStep, Vector>)] = [
      ("f", \.forgetGate), ("i", \.inputGate), ("g", \.candidate), ("o", \.outputGate),
      ("c", \.cell), ("h", \.hidden),
    ]
    for (name, part) in parts {
      try report.compare(
        "forward.\(name)", forward.need(name), trace.steps.map { $0[keyPath: part] }.flat)
    }
    let states = [trace.initialHidden] + trace.steps.map(\.hidden)
    let size = try forward.need("probs").shape.last ?? 0
    let oneHot = try answers.oneHot(inputs, size: size).vectors
    try report.compare(
      "forward.z", forward.need("z"), zip(states, oneHot).map { $0.concatenated(with: $1) }.flat)
    try report.compare(
      "forward.tanh_c", forward.need("tanh_c"),
      try trace.steps.map { try answers.tanh($0.cell) }.flat)
  }
}
