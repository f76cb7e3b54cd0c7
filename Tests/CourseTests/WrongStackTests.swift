import Contracts
import Recurrent
import Reference
import Testing

/// Mistakes that no catalogue holds: failed, and never given a name that is not theirs.
@Suite struct WrongStackTests {
  @Test("09.1: a step lost, float32, gates of the step before, inputs forgotten")
  func layer() {
    func edited(_ what: String, _ edit: @escaping @Sendable (inout LayerTrace) -> Void) {
      expectWrong("09.1", what) { (input: LayerForwardInput) in
        var trace = try layerForward(input.inputs, parameters: input.parameters)
        edit(&trace)
        return trace
      }
    }
    edited("the last step lost") { $0.steps.removeLast() }
    edited("a step too many") { $0.steps.append($0.steps[0]) }
    edited("inputs forgotten") { $0.inputs = [] }
    edited("float32") { trace in
      for t in trace.steps.indices {
        trace.steps[t].hidden = trace.steps[t].hidden.map { Double(Float($0)) }
      }
    }
    edited("gates of the first step throughout") { trace in
      for t in trace.steps.indices { trace.steps[t].forgetGate = trace.steps[0].forgetGate * 0.5 }
    }
    edited("the cell in place of the hidden state, and the other way round") { trace in
      for t in trace.steps.indices {
        (trace.steps[t].cell, trace.steps[t].hidden) = (trace.steps[t].hidden, trace.steps[t].cell)
      }
    }
  }

  @Test("09.2: two mistakes at once, a missing reverse trace, shifted halves")
  func level() {
    func edited(
      _ what: String, _ edit: @escaping @Sendable (LevelForwardInput, inout LevelTrace) -> Void
    ) {
      expectWrong("09.2", what) { (input: LevelForwardInput) in
        var trace = try levelForward(input.inputs, parameters: input.parameters)
        edit(input, &trace)
        return trace
      }
    }
    edited("no trace of the reverse layer") { $1.reverse = nil }
    edited("outputs not turned back, and the final state from the wrong end") { _, trace in
      if let reverse = trace.reverse {
        trace.outputs = zip(trace.forward.outputs, reverse.outputs)
          .map { $0.concatenated(with: $1) }
      }
      trace.finalHidden = 2 * trace.outputs[0]
    }
    edited("both halves turned round") { _, trace in
      trace.outputs.reverse()
      trace.outputs[0] = 2 * trace.outputs[0]
    }
    edited("no final state") { $1.finalHidden = [] }
    edited("outputs of the first step throughout") { _, trace in
      trace.outputs = trace.outputs.map { _ in 1.5 * trace.outputs[0] }
    }
  }

  @Test("09.3: a level twice, logits of another step, a trace without its lowest level")
  func stack() {
    func edited(
      _ what: String, _ edit: @escaping @Sendable (StackForwardInput, inout StackTrace) -> Void
    ) {
      expectWrong("09.3", what) { (input: StackForwardInput) in
        var trace = try stackForward(input.inputs, parameters: input.parameters)
        edit(input, &trace)
        return trace
      }
    }
    edited("no trace of the lowest level") { $1.levels.removeFirst() }
    edited("the highest level twice") { $1.levels.append($1.levels[$1.levels.count - 1]) }
    edited("tokens forgotten") { $1.inputs = [] }
    edited("twice the bias") { input, trace in
      trace.logits = trace.logits.map { $0 + input.parameters.bv }
    }
    edited("one logit too few") { $1.logits.removeLast() }
    edited("classes in reverse order") { _, trace in
      trace.logits = trace.logits.map { Vector($0.reversed()) }
    }
  }

  @Test("09.4, 09.5, 09.6: single tensors, signs, lost steps, float32")
  func backward() {
    func edited<Input: Codable & Sendable, P: ParameterSet & Codable>(
      _ id: String, _ reference: @escaping @Sendable (Input) throws -> LayerGradients<P>,
      _ what: String, _ edit: @escaping @Sendable (inout LayerGradients<P>) -> Void
    ) {
      expectWrong(id, what, over: seeds.prefix(6)) { (input: Input) in
        var output = try reference(input)
        edit(&output)
        return output
      }
    }
    func all<Input: Codable & Sendable, P: ParameterSet & Codable>(
      _ id: String, _ reference: @escaping @Sendable (Input) throws -> LayerGradients<P>
    ) {
      for tensor in 0..<8 {
        edited(id, reference, "tensor \(tensor) by its sixth digit") {
          $0.gradients.tensors[tensor] *= 1 + 1e-6
        }
      }
      edited(id, reference, "float32") {
        $0.gradients.tensors = $0.gradients.tensors.map { $0.map { Double(Float($0)) } }
      }
      edited(id, reference, "one dInputs too few") { $0.dInputs.removeLast() }
      edited(id, reference, "the opposite sign of dInputs") {
        $0.dInputs = $0.dInputs.map { -1 * $0 }
      }
      edited(id, reference, "dInputs twice as long") {
        $0.dInputs = $0.dInputs.map { 2 * $0 }
      }
    }
    all("09.4") { (input: LayerBackwardInput) in
      let result = try layerBackward(
        input.trace, dOutputs: input.dOutputs, parameters: input.parameters)
      return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
    }
    all("09.5") { (input: LevelBackwardInput) in
      let result = try levelBackward(
        input.trace, dOutputs: input.dOutputs, parameters: input.parameters)
      return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
    }
    all("09.6") { (input: StackBackwardInput) in
      let result = try stackBackward(
        input.trace, dLogits: input.dLogits, parameters: input.parameters)
      return LayerGradients(gradients: result.gradients, dInputs: result.dInputs)
    }
  }
}
