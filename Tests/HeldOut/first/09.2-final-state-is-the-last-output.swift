// exercise: 09.2
// is: wrong
// cause: finalHidden is the output of the last time step, where the reverse layer has read one input only.
// named: final|finalHidden
// named: last (time|output|step|of the outputs|in time)|first (step|state|input)|reverse|read (only )?(one|its first)|only one|end of time
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let f = try layerForward(inputs, parameters: parameters.forward)
  var r: LayerTrace?
  var outputs = f.outputs
  if let p = parameters.reverse {
    let trace = try layerForward(inputs.reversed(), parameters: p)
    let inTime = Array(trace.outputs.reversed())
    outputs = outputs.indices.map { outputs[$0].concatenated(with: inTime[$0]) }
    r = trace
  }
  return LevelTrace(
    forward: f, reverse: r, outputs: outputs,
    finalHidden: outputs.last ?? Vector(zeros: parameters.outputSize))
}
