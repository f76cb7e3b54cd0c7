// 09 Deep and bidirectional – the exercises of lessons/09-deep-and-bidirectional.md.
// Work here, then: swift run lesson run 09

import Recurrent
import StudentRuntime

// MARK: - 09.1 A layer that reads vectors

/// An LSTM layer over a sequence of vectors, from a hidden state and a cell of zeros.
///
/// - Parameters:
///   - inputs: T ≥ 1 vectors of D numbers, one-hot or not.
///   - parameters: Wf, Wi, Wg and Wo, H × (H + D) each, on z = [h′; x]; bf, bi, bg and bo, H each.
/// - Returns: a trace with the inputs as given and T steps, each with its gates, candidate, cell and
///   hidden state as in 04.2.
func layerForward(_ inputs: [Vector], parameters: LSTMLayer) throws -> LayerTrace {
  // TODO: Take the step of lesson 04 for each vector and carry hidden state and cell.
  throw NotImplemented("09.1")
}

// MARK: - 09.2 Both directions

/// One level of a network: a layer that reads forwards and, where there is one, a layer that reads
/// backwards.
///
/// - Parameters:
///   - inputs: T ≥ 1 vectors of D numbers, in the order of time.
///   - parameters: `forward`, and `reverse` of the same sizes, or `nil` for one direction.
/// - Returns: a trace. `forward` is the forward layer's. `reverse` is the reverse layer's, in the order
///   in which it read: from the last input to the first; `nil` where there is none. `outputs` are T
///   vectors in the order of time: [h→_t; h←_t], 2H numbers, where both have read input t; h→_t alone,
///   H numbers, for one direction. `finalHidden` is what each layer holds after its own last step, the
///   forward layer's first.
func levelForward(_ inputs: [Vector], parameters: Level) throws -> LevelTrace {
  // TODO: Run layerForward on the inputs, and on the inputs in reverse order; join the outputs.
  throw NotImplemented("09.2")
}

// MARK: - 09.3 A stack of levels

/// A stack of levels, from tokens to logits.
///
/// - Parameters:
///   - inputs: T ≥ 1 tokens in `0..<V`.
///   - parameters: one or more levels. The first reads vectors of V; each other one reads as many
///     numbers as the one below gives. Wv is C × (the output size of the highest level), bv has C.
/// - Returns: a trace with the tokens, one level's trace each from the bottom up, and T vectors of C
///   logits.
func stackForward(_ inputs: [Int], parameters: StackParameters) throws -> StackTrace {
  // TODO: One-hot vectors into the first level, each level's outputs into the next.
  throw NotImplemented("09.3")
}

// MARK: - 09.4 The way back through a layer

/// The gradient of a layer, for any loss whose gradient at the outputs is given.
///
/// - Parameters:
///   - trace: what `layerForward` returned for these parameters: T ≥ 1 steps, D numbers an input.
///   - dOutputs: T vectors of H: the gradient at each step's hidden state, as far as it comes from
///     above and not through later steps.
///   - parameters: the layer's.
/// - Returns: `gradients` in the shapes of the parameters, each summed over the T steps, not averaged
///   and not clipped; `dInputs`, T vectors of D, with respect to what the layer read.
func layerBackward(
  _ trace: LayerTrace, dOutputs: [Vector], parameters: LSTMLayer
) throws -> (gradients: LSTMLayer, dInputs: [Vector]) {
  // TODO: The loop of 04.4, with dOutputs from above; keep the input's part of dz.
  throw NotImplemented("09.4")
}

// MARK: - 09.5 The way back through both directions

/// The gradient of a level, for any loss whose gradient at the outputs is given.
///
/// - Parameters:
///   - trace: what `levelForward` returned for these parameters: T ≥ 1 steps.
///   - dOutputs: T vectors in the order of time, of H numbers, or of 2H with two directions.
///   - parameters: the level's; `reverse` is `nil` exactly where `trace.reverse` is.
/// - Returns: `gradients` in the shapes of the parameters; `dInputs`, T vectors of D in the order of
///   time, with respect to what the level read, through all layers that read it.
func levelBackward(
  _ trace: LevelTrace, dOutputs: [Vector], parameters: Level
) throws -> (gradients: Level, dInputs: [Vector]) {
  // TODO: Split dOutputs, call layerBackward for each direction, bring dInputs together again.
  throw NotImplemented("09.5")
}

// MARK: - 09.6 The way back through a stack

/// The gradient of a stack, for any loss whose gradient at the logits is given.
///
/// - Parameters:
///   - trace: what `stackForward` returned for these parameters: T ≥ 1 steps.
///   - dLogits: T vectors of C.
///   - parameters: the stack's.
/// - Returns: `gradients` in the shapes of the parameters, each summed over the T steps, not averaged
///   and not clipped; `dInputs`, T vectors of V: what the loss would change by if a number of a
///   one-hot input did.
func stackBackward(
  _ trace: StackTrace, dLogits: [Vector], parameters: StackParameters
) throws -> (gradients: StackParameters, dInputs: [Vector]) {
  // TODO: Wv and bv first, then the levels from the highest to the lowest.
  throw NotImplemented("09.6")
}
