import Checking
import Contracts
import Recurrent
import Reference

/// All wrong layers on vectors.
let layerForwardMisconceptions =
  layerPassMisconceptions + layerCellMisconceptions + layerTraceMisconceptions + layerWeightSlips

// MARK: - A layer with its decisions laid open

struct OpenLayer: Sendable {
  // The defaults are the right ones.
  /// What step t reads.
  var read: @Sendable (_ inputs: [Vector], _ t: Int) -> Vector = { $0[$1] }
  var input: @Sendable (Vector) -> Vector = { $0 }
  var join: @Sendable (_ hidden: Vector, _ input: Vector) -> Vector = {
    $0.concatenated(with: $1)
  }
  var candidate: @Sendable (Vector) throws -> Vector = { try tanh($0) }
  var cell: @Sendable (_ f: Vector, _ i: Vector, _ g: Vector, _ old: Vector) -> Vector = {
    $0 * $3 + $1 * $2
  }
  var shown: @Sendable (_ cell: Vector) throws -> Vector = { try tanh($0) }
  var hidden: @Sendable (_ o: Vector, _ shown: Vector) -> Vector = { $0 * $1 }
  var edit: @Sendable (inout LSTMLayer) -> Void = { _ in } {
    didSet {
      edit = { [oldValue, edit] parameters in
        oldValue(&parameters)
        edit(&parameters)
      }
    }
  }
  var carriesHidden = true
  var carriesCell = true
  var joinsCell = false
  var squashesCell = false
  /// The activations of f, i and o, by their place.
  var gate: @Sendable (_ sum: Vector, _ place: Int) throws -> Vector = { sum, _ in try sigmoid(sum)
  }
  /// Whether what is shown comes of the cell before the step.
  var showsOldCell = false
  var startsAtOne = false
  /// Whether c′ is the hidden state of the step before.
  var keepsHiddenAsCell = false
  var finish: @Sendable (inout LayerTrace) -> Void = { _ in } {
    didSet {
      finish = { [oldValue, finish] trace in
        oldValue(&trace)
        finish(&trace)
      }
    }
  }

  func callAsFunction(_ call: LayerForwardInput) throws -> LayerTrace {
    var p = call.parameters
    edit(&p)
    let zero = Vector(zeros: p.hiddenSize)
    let start = startsAtOne ? zero + 1 : zero
    var trace = LayerTrace(inputs: call.inputs)
    var (h, c) = (start, start)
    for t in call.inputs.indices {
      let z = join(joinsCell ? c : h, input(read(call.inputs, t)))
      let f = try gate(p.Wf * z + p.bf, 0)
      let i = try gate(p.Wi * z + p.bi, 1)
      let g = try candidate(p.Wg * z + p.bg)
      let o = try gate(p.Wo * z + p.bo, 2)
      var new = cell(f, i, g, keepsHiddenAsCell ? h : c)
      if squashesCell { new = try tanh(new) }
      let out = hidden(o, try shown(showsOldCell ? c : new))
      trace.steps.append(
        LSTMStep(
          forgetGate: f, inputGate: i, candidate: g, outputGate: o, cell: new, hidden: out))
      h = carriesHidden ? out : start
      c = carriesCell ? new : start
    }
    finish(&trace)
    return trace
  }
}

func oneHotOfLargest(_ x: Vector) -> Vector {
  var result = Vector(zeros: x.count)
  if let largest = x.indexOfMaximum { result[largest] = 1 }
  return result
}

func wrongLayer(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout OpenLayer) -> Void
) -> Misconception<LayerForwardInput, LayerTrace> {
  Misconception(
    name, explanation: explanation, question: question, in: OpenLayer(), run: { try $0($1) },
    change: change)
}
