// exercise: 09.3
// is: wrong
// cause: The logits of every step are computed from the highest level's final hidden state instead of from its output at that step.
// named: final|last (state|step|output|hidden)|finalHidden
// named: logit|every step|each step|all steps|same|output|step
// swift-format-ignore-file

func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {
  var x: [Vector] = try inputs.map { try oneHot($0, size: parameters.vocabularySize) }
  var summary = Vector(zeros: parameters.Wv.columns)
  var traces: [LevelTrace] = []
  for level in parameters.levels {
    let trace = try levelForward(x, parameters: level)
    x = trace.outputs
    summary = trace.finalHidden
    traces.append(trace)
  }
  let logits = inputs.map { _ in parameters.Wv * summary + parameters.bv }
  return StackTrace(inputs: inputs, levels: traces, logits: logits)
}
