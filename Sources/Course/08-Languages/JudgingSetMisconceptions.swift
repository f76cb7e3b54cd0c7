import Checking
import Contracts
import Recurrent
import Reference

/// Which tokens are expected, and how the two sets are compared.
let judgingSetMisconceptions: [Misconception<JudgingInput, PredictionVerdict>] = [
  wrongJudging(
    "a threshold relative to the largest probability",
    "A token is expected if it has the share ε of the likeliest one's probability.",
    "With which number is a probability compared?"
  ) { $0.threshold = { given, p in given * (p.max() ?? 1) } },
  wrongJudging(
    "0.05 as the threshold, whatever is given",
    "A threshold other than 0.05 makes no difference to your verdict.",
    "Where do you use `threshold`?"
  ) { $0.threshold = { _, _ in 0.05 } },
  wrongJudging(
    "0.1 as the threshold, whatever is given",
    "A threshold other than 0.1 makes no difference to your verdict.",
    "Where do you use `threshold`?"
  ) { $0.threshold = { _, _ in 0.1 } },
  wrongJudging(
    "1/V as the threshold",
    "A token is expected if it is likelier than by pure chance, whatever `threshold` says.",
    "Where do you use `threshold`?"
  ) { $0.threshold = { _, p in 1 / Double(p.count) } },
  wrongJudging(
    "1 − ε as the threshold", "A token is expected only if it is nearly sure.",
    "Is a token with the probability ε expected?"
  ) { $0.threshold = { given, _ in 1 - given } },
  wrongJudging(
    "any probability above 0 is expected",
    "The threshold has no effect, so nearly every token is expected.",
    "Where do you use `threshold`?"
  ) { $0.expected = { p, _ in p.indices.filter { p[$0] > 0 } } },
  wrongJudging(
    "a softmax of the probabilities",
    "What is compared with the threshold went through softmax a second time and is nearly even.",
    "Are `probabilities` logits?"
  ) { $0.seen = { (try? softmax($0)) ?? $0 } },
  wrongJudging(
    "as many of the likeliest tokens as may follow are expected",
    "The network's ranking is judged, not what reaches the threshold.",
    "Can a network expect more tokens than may follow?"
  ) {
    $0.expected = { p, next in
      p.indices.sorted { (-p[$0], $0) < (-p[$1], $1) }.prefix(next.count).sorted()
    }
  },
  wrongJudging(
    "tokens below the threshold taken for the expected ones",
    "What the network rules out counts as expected, and the other way round.",
    "Is a token with a large probability expected?"
  ) { $0.reaches = { $0 < $1 } },
  // Sound.
  wrongJudging(
    "a step at which nothing is expected, counted as unsound",
    "Where no token reaches the threshold there is no wrong one, but the step fails.",
    "Is there a token that is expected and must not come, where none is expected?"
  ) { $0.sound = { !$0.expected.isEmpty && $0.isSound } },
  wrongJudging(
    "sound if the likeliest token may follow",
    "A step is sound although the network expects a second token that must not come.",
    "Which tokens must be looked at, besides the likeliest?"
  ) { $0.sound = { $0.next.contains($0.likeliest) } },
  wrongJudging(
    "sound only if complete: the sets must be equal",
    "A step that rules out what may follow counts as unsound, too.",
    "What distinguishes sound from exact?"
  ) { $0.sound = { $0.isSound && $0.isComplete } },
  wrongJudging(
    "sound if no more tokens are expected than may follow",
    "The numbers of the two sets are compared, not their elements.",
    "What if the one expected token is not the one that may follow?"
  ) { $0.sound = { $0.expected.count <= $0.next.count } },
  wrongJudging(
    "unsound wherever a token is wrong: the list turned over",
    "A step that is sound is marked as not, and the other way round.",
    "Does true stand for a mistake or for none?"
  ) { $0.sound = { !$0.isSound } },
  // Complete.
  wrongJudging(
    "complete if what may follow has together at least ε",
    "A token that the network rules out is carried by another one beside it.",
    "Is the threshold one for each token or for all together?"
  ) { $0.complete = { $0.mass >= $0.threshold } },
  wrongJudging(
    "complete only if sound: the sets must be equal",
    "A step at which too much is expected counts as incomplete, too.",
    "What distinguishes complete from exact?"
  ) { $0.complete = { $0.isSound && $0.isComplete } },
  wrongJudging(
    "complete if the likeliest token may follow",
    "A step is complete although the network rules out a second token that may follow.",
    "Which tokens must be looked at, besides the likeliest?"
  ) { $0.complete = { $0.next.contains($0.likeliest) } },
  wrongJudging(
    "complete if as many tokens are expected as may follow",
    "The numbers of the two sets are compared, not their elements.",
    "What if the one expected token is not the one that may follow?"
  ) { $0.complete = { $0.expected.count >= $0.next.count } },
  wrongJudging(
    "complete by the likeliest token where there is no choice",
    "A deterministic step is complete if its token is the likeliest, below the threshold, too.",
    "What does complete ask for where one token alone may follow?"
  ) {
    $0.complete = { $0.next.count == 1 ? $0.next.contains($0.likeliest) : $0.isComplete }
  },
  wrongJudging(
    "sound and complete by the likeliest token where there is no choice",
    "A deterministic step is right if its token is the likeliest, whatever else is expected.",
    "Do sound and complete ask for the likeliest token anywhere?"
  ) {
    $0.complete = { $0.next.count == 1 ? $0.next.contains($0.likeliest) : $0.isComplete }
    $0.sound = { $0.next.count == 1 ? $0.next.contains($0.likeliest) : $0.isSound }
  },
]
