// exercise: 09.2
// is: wrong
// cause: finalHidden is the output at the last time step, where the reverse layer has read one input only, instead of each layer's own last state.
// named: final
// named: last (output|time|step|input)|first (step|read)|one (input|token)|time|outputs|reverse|own last
// swift-format-ignore-file

func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  let fw = try layerForward(inputs, parameters: parameters.forward)
  var outputs = fw.outputs
  var bw: LayerTrace? = nil
  if let layer = parameters.reverse {
    let t = try layerForward(Array(inputs.reversed()), parameters: layer)
    bw = t
    let n = inputs.count
    for k in 0..<n { outputs[k] = outputs[k].concatenated(with: t.outputs[n - 1 - k]) }
  }
  return LevelTrace(
    forward: fw, reverse: bw, outputs: outputs, finalHidden: outputs[outputs.count - 1])
}
