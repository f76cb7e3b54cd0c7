import Checking
import Recurrent
import Reference

/// A pass over a sequence with the decisions laid open that every kind of network has to make; the
/// defaults are the right ones.
protocol OpenPass: Sendable {
  associatedtype Input: Sendable
  associatedtype Trace: PassTrace

  init()
  /// Whether the tokens are read from the last to the first.
  var readsBackwards: Bool { get set }
  /// Whether a step reads what the one before it predicted.
  var readsPrediction: Bool { get set }
  var readsFirst: Bool { get set }
  /// Whether the logits of the initial state are kept, ahead of all others.
  var logitsOfInitialState: Bool { get set }
  /// What becomes of the logits before they are kept.
  var bent: @Sendable (Vector) throws -> Vector { get set }
  /// What becomes of the trace when all is read; setting it adds to what was set before.
  var finish: @Sendable (inout Trace) -> Void { get set }

  func callAsFunction(_ input: Input) throws -> Trace
}

/// What every kind of network keeps of a pass.
protocol PassTrace: Sendable {
  var inputs: [Int] { get set }
  var logits: [Vector] { get set }
  /// Forgets all steps but those.
  mutating func keep(_ steps: (Range<Int>) -> Range<Int>)
  /// Puts zeros in the place of what the sequence began with.
  mutating func forgetStart()
}

extension OpenPass {
  /// A pass with one decision changed.
  static func wrong(
    _ name: String, _ explanation: String, _ question: String,
    _ change: @escaping @Sendable (inout Self) -> Void
  ) -> Misconception<Input, Trace> {
    Misconception(
      name, explanation: explanation, question: question, in: Self(), run: { try $0($1) },
      change: change)
  }

  /// The mistakes that are made with every kind of network.
  static var commonMisconceptions: [Misconception<Input, Trace>] {
    bentLogits + lostLogits + lostTrace + otherTokens
  }

  private static var bentLogits: [Misconception<Input, Trace>] {
    [
      wrong(
        "a softmax on the logits",
        "What is kept are probabilities, and the loss will take a softmax of them again.",
        "Do logits have to be positive and to add up to 1?"
      ) { $0.bent = { try softmax($0) } },
      wrong(
        "tanh on the logits",
        "All logits are squeezed between −1 and 1, so no prediction can ever be sure.",
        "In which range may a logit lie?"
      ) { $0.bent = { try Reference.tanh($0) } },
      wrong(
        "a sigmoid on the logits",
        "All logits are squeezed between 0 and 1, so no prediction can ever be sure.",
        "In which range may a logit lie?"
      ) { $0.bent = { try sigmoid($0) } },
      wrong(
        "a log-softmax on the logits",
        "What is kept are logarithms of probabilities, which the contract leaves to the loss.",
        "Which part of the loss takes the logarithm?"
      ) { $0.bent = { logSoftmax($0) } },
      wrong(
        "logits with their maximum subtracted",
        "The largest logit of each step is 0: the softmax is the same, but the logits are not W h + b.",
        "Which part of the loss guards against large logits?"
      ) { $0.bent = { logits in logits.map { $0 - (logits.max() ?? 0) } } },
      wrong(
        "logits with their mean subtracted",
        "The logits of each step add up to 0: the softmax is the same, but the logits are not "
          + "W h + b.",
        "What happens to W h + b before it is kept?"
      ) { $0.bent = { logits in logits.map { $0 - logits.sum / Double(logits.count) } } },
    ]
  }

  private static var lostLogits: [Misconception<Input, Trace>] {
    [
      wrong(
        "logits of the last step alone", "Only one prediction is kept, where every step makes one.",
        "How many predictions does the network make in T steps?"
      ) { $0.finish = { $0.logits = $0.logits.suffix(1) } },
      wrong(
        "logits that begin with those of the initial state",
        "There is one prediction too many, and each stands one place too late.",
        "How many logits are there for T tokens, and of which step are the first?"
      ) { $0.logitsOfInitialState = true },
    ]
  }

  private static var lostTrace: [Misconception<Input, Trace>] {
    [
      wrong(
        "a trace that begins with zeros",
        "The trace has lost what the sequence began with, and holds zeros instead.",
        "Which state does the backward pass need at t = 0?"
      ) { $0.finish = { $0.forgetStart() } },
      wrong(
        "a trace without its inputs",
        "The backward pass will not know which columns of the weights were used.",
        "Which token did step t read, by your trace?"
      ) { $0.finish = { $0.inputs = [] } },
      wrong(
        "a trace of its last step alone",
        "All steps but the last are lost, and the backward pass has nowhere to go.",
        "How many steps does the backward pass go back?"
      ) { $0.finish = { $0.keep { $0.suffix(1) } } },
    ]
  }

  private static var otherTokens: [Misconception<Input, Trace>] {
    [
      wrong(
        "a sequence read from its end",
        "The tokens are met in reverse order, and each step's place in the trace is another's.",
        "Which token is read first?"
      ) { $0.readsBackwards = true },
      wrong(
        "a last token that is not read",
        "The trace is one step short: the last token has no effect at all.",
        "How many steps has a sequence of `inputs.count` tokens?"
      ) {
        $0.finish = {
          $0.keep { $0.dropLast() }
          $0.logits = $0.logits.dropLast()
        }
      },
      wrong(
        "a prediction read in place of the next input",
        "After a wrong prediction the network reads a token that is not in the sequence.",
        "Where does the next token come from in training: from `inputs` or from the logits?"
      ) { $0.readsPrediction = true },
      wrong(
        "the first token read at every step",
        "All steps read one and the same token, whatever the sequence says.",
        "Which token does step t read?"
      ) { $0.readsFirst = true },
    ]
  }
}
