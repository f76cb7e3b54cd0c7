import Checking
import Contracts
import Recurrent
import Reference

let stepExercise = Exercise<RNNStepInput, Vector>(
  "02.3", "One step", points: 3,
  hints: [
    """
    Look at the shapes: `parameters.U` is H × V, `parameters.V` is H × H, `hidden` and \
    `parameters.bHidden` have H elements. The result has H elements too.
    """,
    """
    `token` stands for a one-hot vector. A matrix times a one-hot vector is one of its columns, so \
    you need no product for it. Three vectors of H elements add up.
    """,
    """
    h = tanh(U x + V h′ + b_h), with U x = column `token` of U and h′ = `hidden`; tanh applies once, to \
    the whole sum.
    """,
  ],
  challenges: { seed in
    var random = SeededRandom(seed, for: "02.3")
    func drawn(_ name: String, _ size: Int, _ count: Int, scale: Double = 0.6) -> Challenge<
      RNNStepInput
    > {
      let parameters = random.parameters(hiddenSize: size, vocabularySize: count, scale: scale)
      let token = random.integer(in: 0...count - 1)
      return Challenge(
        name,
        RNNStepInput(token: token, hidden: random.vector(size, scale: 0.5), parameters: parameters))
    }
    return [
      Challenge(
        "one step from a non-zero state, H 2",
        RNNStepInput(token: 1, hidden: [0.6, -0.4], parameters: .readable)),
      Challenge(
        "the first step, from a zero state",
        RNNStepInput(token: 2, hidden: [0, 0], parameters: .readable)),
      drawn("as many hidden units as words", 4, 4),
      drawn("H 5, V 3", 5, 3),
      drawn("saturated: large weights", 6, 4, scale: 3),
      drawn("random, H 3, V 8", 3, 8),
      drawn("random, H 13, V 5", 13, 5, scale: 0.3),
      drawn("as large as the lesson's network, H 50", 50, 4, scale: 0.15),
    ]
  },
  reference: { try rnnStep($0.token, hidden: $0.hidden, parameters: $0.parameters) },
  observations: { [Observation("hidden", claim: "h = tanh(U x + V h′ + b_h)", $0)] },
  misconceptions: [
    wrong(
      "a step without tanh",
      "The state may grow beyond −1 and 1, and from step to step without a bound.",
      "In which range must every element of h lie?"
    ) { p, x, h in
      p.U.column(x) + p.V * h + p.bHidden
    },
    wrong(
      "a sigmoid instead of tanh",
      "The state can never be negative, and a sum of 0 gives one half.",
      "Can an element of h be negative?"
    ) { p, x, h in
      try sigmoid(p.U.column(x) + p.V * h + p.bHidden)
    },
    wrong(
      "a forgotten bias", "b_h is left out, so a unit cannot have a habit of its own.",
      "What is h if U x and V h′ are zero?"
    ) { p, x, h in
      try tanh(p.U.column(x) + p.V * h)
    },
    wrong(
      "a forgotten previous state",
      "Each state depends on its own token alone, and nothing is remembered.",
      "How does the network know what it read before?"
    ) {
      p, x, _ in
      try tanh(p.U.column(x) + p.bHidden)
    },
    wrong(
      "a forgotten input", "All tokens look alike to the network.", "Does your h depend on `token`?"
    ) { p, _, h in
      try tanh(p.V * h + p.bHidden)
    },
    wrong(
      "V transposed", "The past enters the step along each connection in the wrong direction.",
      "Which index of V runs over the elements of `hidden`: the row's or the column's?"
    ) { p, x, h in try tanh(p.U.column(x) + p.V.transposed * h + p.bHidden) },
    wrong(
      "tanh before the recurrent term is added",
      "The past is added outside of tanh, so the state may grow without a bound.",
      "Is tanh applied to the whole sum or to a part of it?"
    ) { p, x, h in try tanh(p.U.column(x) + p.bHidden) + p.V * h },
    wrong(
      "a bias added after tanh",
      "The bias is added outside of tanh, so the state may leave the range from −1 to 1.",
      "In which range must every element of h lie?"
    ) { p, x, h in
      try tanh(p.U.column(x) + p.V * h) + p.bHidden
    },
    wrong(
      "a sum of separate tanh's",
      "Each of the three parts is squeezed on its own, and the sum may be as large as 3.",
      "Is tanh(a + b) the same as tanh(a) + tanh(b)?"
    ) {
      p, x, h in
      try tanh(p.U.column(x)) + tanh(p.V * h) + tanh(p.bHidden)
    },
    wrong(
      "tanh taken of the previous state too",
      "The past arrives squeezed a second time, so the network hears it too softly.",
      "`hidden` has been through tanh: does it go again?"
    ) {
      p, x, h in
      try tanh(p.U.column(x) + p.V * tanh(h) + p.bHidden)
    },
    wrong(
      "tanh twice", "The new state is squeezed a second time and can never come near −1 or 1.",
      "How often does tanh occur in the formula?"
    ) { p, x, h in
      try tanh(tanh(p.U.column(x) + p.V * h + p.bHidden))
    },
    wrong(
      "the previous state without V",
      "Each unit hears its own old value only, and not those of the others.",
      "Which matrix stands before h′?"
    ) { p, x, h in
      try tanh(p.U.column(x) + h + p.bHidden)
    },
    wrong(
      "the previous state added once more",
      "The old state is never lost, so the new one may grow from step to step.",
      "Does h′ occur outside of V h′?"
    ) { p, x, h in
      try h + tanh(p.U.column(x) + p.V * h + p.bHidden)
    },
    wrong(
      "a product where the sum should be",
      "Where the token says nothing, the past is not heard either.",
      "How are U x and V h′ combined?"
    ) { p, x, h in
      try tanh(p.U.column(x) * (p.V * h) + p.bHidden)
    },
  ])

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ step: @escaping @Sendable (RNNParameters, Int, Vector) throws -> Vector
) -> Misconception<RNNStepInput, Vector> {
  Misconception(name, explanation: explanation, question: question) {
    try step($0.parameters, $0.token, $0.hidden)
  }
}
