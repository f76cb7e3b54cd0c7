import Checking
import Contracts
import Recurrent
import Reference

// T steps, H hidden size, V vocabulary size, C classes.

let stackForwardExercise = Exercise<StackForwardInput, StackTrace>(
  "09.3", "A stack of levels", points: 3,
  hints: [
    """
    Look at the shapes: the lowest level reads vectors of V, each other one vectors of the size that the \
    level below gives. What has to stand in one and the same variable before each level runs?
    """,
    """
    Begin with the one-hot vectors of the tokens in `inputs`. For each level from the bottom up: run `levelForward`, \
    keep its trace, and let its outputs be the inputs of the next. When no level is left, the outputs \
    go through Wv and bv, step by step.
    """,
    """
    x⁰_t = onehot(s_t); x^{k+1} = outputs of level k on x^k; v_t = W_v x^L_t + b_v at every step t.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "09.3")
    func drawn(
      _ name: String, steps: Int, depth: Int, hidden: Int, vocabulary: Int, classes: Int,
      isBidirectional: Bool = true, scale: Double = 0.9
    ) -> Challenge<StackForwardInput> {
      Challenge(
        name,
        StackForwardInput(
          inputs: random.tokens(steps, below: vocabulary),
          parameters: random.stack(
            depth: depth, hidden: hidden, vocabulary: vocabulary, classes: classes,
            isBidirectional: isBidirectional, scale: scale)))
    }
    return [
      drawn(
        "two levels of one direction, T = 2", steps: 2, depth: 2, hidden: 2, vocabulary: 3,
        classes: 3, isBidirectional: false),
      drawn("one step, two levels", steps: 1, depth: 2, hidden: 2, vocabulary: 3, classes: 2),
      drawn("one level, both directions", steps: 4, depth: 1, hidden: 3, vocabulary: 4, classes: 4),
      drawn(
        "two levels, both directions", steps: 5, depth: 2, hidden: 3, vocabulary: 5, classes: 2),
      drawn(
        "as many words as numbers between the levels", steps: 4, depth: 2, hidden: 2,
        vocabulary: 4, classes: 4),
      drawn("three levels", steps: 6, depth: 3, hidden: 3, vocabulary: 4, classes: 3),
      drawn(
        "random, four levels of one direction", steps: 7, depth: 4, hidden: 5, vocabulary: 3,
        classes: 6, isBidirectional: false),
    ]
  },
  reference: { try stackForward($0.inputs, parameters: $0.parameters) },
  observations: { trace in
    [Observation("inputs", claim: "the trace keeps the tokens as they were", trace.inputs)]
      + trace.levels.enumerated().flatMap { k, level in
        observations(of: level, k)
      } + [
        Observation("levels", claim: "every level leaves a trace", [trace.levels.count]),
        Observation(
          "logits", claim: "logits[t] = W_v · (outputs[t] of the highest level) + b_v",
          overTime: trace.logits),
      ]
  },
  misconceptions: stackForwardMisconceptions)

private func observations(of level: LevelTrace, _ k: Int) -> [Observation] {
  let kept =
    k == 0
    ? "the lowest level reads the tokens as one-hot vectors"
    : "level \(k) reads the outputs of level \(k - 1)"
  return Observation.all(of: level.forward, prefix: "levels[\(k)].forward.", kept: kept)
    + (level.reverse.map {
      Observation.all(of: $0, prefix: "levels[\(k)].reverse.", kept: kept)
    } ?? []) + [
      Observation(
        "levels[\(k)].outputs", claim: "the trace of level \(k) is that of levelForward",
        overTime: level.outputs),
      Observation(
        "levels[\(k)].finalHidden", claim: "the trace of level \(k) is that of levelForward",
        level.finalHidden),
    ]
}
