import Checking
import Contracts
import Recurrent
import Reference

/// Wrong ways of writing on that people really take.
let generationMisconceptions: [Misconception<GenerationInput, [Int]>] = [
  wrong(
    "probabilities read in place of the chosen token",
    """
    After its first new token the network reads a blur of all words, as it never did in \
    training.
    """,
    "What does the network read while it is trained?"
  ) { $0.readsProbabilities = true },
  wrong(
    "the second likeliest token",
    "The runner-up is written at every step, and all that follows depends on it.",
    "Which logit belongs to the token that you choose?"
  ) {
    $0.choose = { logits in
      let first = logits.indexOfMaximum ?? 0
      return logits.indices.filter { $0 != first }.max { logits[$0] < logits[$1] } ?? first
    }
  },
  wrong(
    "the least likely token", "At every step the word is written that the network thinks least of.",
    "Which logit belongs to the token that you choose?"
  ) {
    $0.choose = { logits in logits.indices.min { logits[$0] < logits[$1] } ?? 0 }
  },
  wrong(
    "the last of equally likely tokens",
    "Where two words tie, the one with the larger id is written.",
    "Which id wins if two logits are equal?"
  ) {
    $0.choose = { logits in logits.indices.reversed().max { logits[$0] < logits[$1] } ?? 0 }
  },
  wrong(
    "a first token without a prompt",
    "An empty prompt gives tokens that are made up from a zero state.",
    "From what should the network predict if it has read nothing?"
  ) {
    $0.needsPrompt = false
  },
  wrong(
    "logits without their bias",
    "What b_o says about frequent words is ignored when a token is chosen.",
    "What are the logits if the hidden state is zero?"
  ) {
    $0.hasBias = false
  },
  // The state.
  wrong(
    "the last token of the prompt alone, read from a zero state",
    "The network has read one token when it begins to write, and cannot know what came before.",
    "What does the network know of the tokens before the last one?"
  ) { $0.prompt = { $0.prompt.suffix(1) } },
  wrong(
    "the first token of the prompt alone",
    "The network begins to write after one token; the rest of the prompt is never read.",
    "Which tokens does the network read before it writes?"
  ) {
    $0.prompt = { $0.prompt.prefix(1) }
  },
  wrong(
    "a state that is set to zero after the prompt",
    "What the prompt said is forgotten as soon as the first token is written.",
    "With which state is the first new token read?"
  ) { $0.forgets = .afterPrompt },
  wrong(
    "a state that is set to zero at every step",
    "Each new token depends on nothing but the one before it.",
    "What does the network know of earlier tokens?"
  ) {
    $0.forgets = .always
  },
  wrong(
    "a last token of the prompt that is read twice",
    "The network has read one token more than the prompt holds before it writes.",
    "Which token has the network read last when it chooses the first new one?"
  ) { $0.prompt = { $0.prompt + $0.prompt.suffix(1) } },
  wrong(
    "a prompt read from its end",
    "The network meets the prompt's tokens in reverse order, and counts other things.",
    "Which token of the prompt is read first?"
  ) {
    $0.prompt = { $0.prompt.reversed() }
  },
  wrong(
    "a new token that is not read: the prompt's last token goes in again and again",
    "The network never learns what it has written itself.",
    "Which token goes into the next step?"
  ) { $0.rereadsPrompt = true },
  wrong(
    "a last token of the prompt that is not read",
    "The network has read all of the prompt but its last token when it begins to write.",
    "Which token has the network read last when it chooses the first new one?"
  ) { $0.prompt = { $0.prompt.dropLast() } },
  wrong(
    "a first token of the prompt that is not read",
    "The network begins to read with the prompt's second token.",
    "Which token of the prompt is read first?"
  ) { $0.prompt = { $0.prompt.dropFirst() } },
  wrong(
    "a prompt that is read up to its EOS alone",
    "Where the prompt holds an EOS, the EOS and all behind it are never read.",
    "Does the prompt's own EOS end what the network reads?"
  ) { $0.prompt = { input in input.prompt.prefix { $0 != input.endOfSequence } } },
  wrong(
    "a state that stays where the prompt left it",
    "No new token is read, so the network says the same one again and again.",
    "What has changed when the second new token is chosen?"
  ) { $0.stands = true },
  wrong(
    "every new token read from the state that the prompt left",
    "Each new token is read as if it were the first one after the prompt.",
    "From which state is the second new token read?"
  ) { $0.forgets = .newTokens },
  wrong(
    "all tokens read again before each choice, from the state as it is",
    "Prompt and new tokens are read once more at every step, on top of what has been read before.",
    "How often has the network read the prompt when it chooses the third new token?"
  ) { $0.readsAllAgain = true },
  wrong(
    "logits read in place of the chosen token",
    "After its first new token the network reads raw logits, as it never did in training.",
    "What does the network read while it is trained?"
  ) { $0.readsLogits = true },
  // What is returned.
  wrong(
    "a token even at a limit of 0",
    "A token is written before the limit is looked at for the first time.",
    "How often does your loop's body run if `limit` is 0?"
  ) { $0.limit = { max(1, $0.limit) } },
  wrong(
    "an EOS at the end of every result",
    "A result that was cut at the limit gets an EOS that the network never said.",
    "How does a reader of your result see that the sequence was cut?"
  ) {
    $0.finish = { input, tokens in
      input.prompt.isEmpty || tokens.last == input.endOfSequence
        ? tokens : tokens + [input.endOfSequence]
    }
  },
  wrong(
    "the last new token alone",
    "Of all tokens that the network has written only the last is handed back.",
    "How many new tokens does the result hold?"
  ) { $0.finish = { $1.suffix(1) } },
  wrong(
    "a result that begins with the prompt",
    "Tokens that were given stand in the result as if the network had written them.",
    "Which tokens are new?"
  ) {
    $0.finish = { $0.prompt + $1 }
  },
  wrong(
    "a result without EOS",
    "A sequence that ended cannot be told from one that was cut at the limit.",
    "How does a reader of your result see that the sequence ended?"
  ) {
    $0.finish = { $1.last == $0.endOfSequence ? $1.dropLast() : $1 }
  },
  wrong(
    "no stop at EOS",
    "The network goes on writing behind the end of the sequence, up to the limit.",
    "What can follow the end of a sequence?"
  ) { $0.stops = false },
  wrong(
    "one token beyond the limit", "The result may hold one token more than was allowed.",
    "How many tokens are there when your loop looks at `limit`?"
  ) {
    $0.limit = { $0.limit + 1 }
  },
  wrong(
    "one token short of the limit",
    "The result never fills the limit; with a limit of 1 nothing is written.",
    "How many tokens are there when your loop looks at `limit`?"
  ) {
    $0.limit = { $0.limit - 1 }
  },
  wrong(
    "a limit that counts the prompt", "A long prompt leaves room for few new tokens, or for none.",
    "Does `limit` count the tokens read or the tokens written?"
  ) {
    $0.limit = { max(0, $0.limit - $0.prompt.count) }
  },
  wrong(
    "a choice from the state before the last token",
    "Each new token is the likeliest after all tokens but the one read last.",
    "Has the network read the last token when you choose the next?"
  ) { $0.choosesLate = true },
  wrong(
    "an EOS of the prompt that ends everything", "A prompt with an EOS in it gives no new token.",
    "Does the prompt's own EOS end what the network writes?"
  ) { $0.endsAtPromptsEnd = true },
  wrong(
    "an EOS at the end of the prompt that ends everything",
    "A prompt whose last token is EOS gives no new token, as if the network had written it.",
    "Does the prompt's own EOS end what the network writes?"
  ) { $0.endsAtPromptsLast = true },
]

/// Generation with its decisions laid open; the defaults are the right ones.
private struct Generator: Sendable {
  enum Forgetting {
    case never, afterPrompt, always
    /// Each new token is read from the state that the prompt left.
    case newTokens
  }

  /// The tokens that are read before the first new one.
  var prompt: @Sendable (GenerationInput) -> any Sequence<Int> = { $0.prompt }
  var choose: @Sendable (Vector) -> Int = { $0.indexOfMaximum ?? 0 }
  var limit: @Sendable (GenerationInput) -> Int = { $0.limit }
  var readsProbabilities = false
  var rereadsPrompt = false
  var hasBias = true
  var needsPrompt = true
  var stops = true
  var choosesLate = false
  var endsAtPromptsEnd = false
  var endsAtPromptsLast = false
  var readsLogits = false
  /// Whether the state stays where the prompt left it.
  var stands = false
  /// Whether all tokens so far are read again before each choice, from the state as it is.
  var readsAllAgain = false
  var forgets = Forgetting.never
  var finish: @Sendable (GenerationInput, [Int]) -> [Int] = { $1 } {
    didSet { finish = { [oldValue, finish] in finish($0, oldValue($0, $1)) } }
  }

  func callAsFunction(_ input: GenerationInput) throws -> [Int] {
    let p = input.parameters
    let zero = Vector(zeros: p.hiddenSize)
    var (hidden, before) = (zero, zero)
    if endsAtPromptsEnd, input.prompt.contains(input.endOfSequence) { return [] }
    if endsAtPromptsLast, input.prompt.last == input.endOfSequence { return [] }
    for token in Array(prompt(input)) {
      before = hidden
      hidden = try rnnStep(token, hidden: hidden, parameters: p)
    }
    let afterPrompt = hidden
    var generated: [Int] = []
    if needsPrompt, input.prompt.isEmpty { return generated }
    while generated.count < limit(input) {
      let shown = choosesLate ? before : hidden
      let logits = hasBias ? p.W * shown + p.bOutput : p.W * shown
      let next = choose(logits)
      generated.append(next)
      if stops, next == input.endOfSequence { break }
      let isFirst = generated.count == 1
      before = hidden
      if stands { continue }
      var state = forgets == .always || forgets == .afterPrompt && isFirst ? zero : hidden
      if forgets == .newTokens { state = afterPrompt }
      if readsAllAgain {
        for token in input.prompt + generated {
          hidden = try rnnStep(token, hidden: hidden, parameters: p)
        }
      } else if readsProbabilities || readsLogits {
        let x = readsLogits ? logits : try softmax(logits)
        hidden = try tanh(p.U * x + p.V * state + p.bHidden)
      } else {
        hidden = try rnnStep(
          rereadsPrompt ? input.prompt.last ?? next : next, hidden: state, parameters: p)
      }
    }
    return finish(input, generated)
  }
}

private func wrong(
  _ name: String, _ explanation: String, _ question: String,
  _ change: @escaping @Sendable (inout Generator) -> Void
) -> Misconception<GenerationInput, [Int]> {
  Misconception(
    name, explanation: explanation, question: question, in: Generator(), run: { try $0($1) },
    change: change)
}
