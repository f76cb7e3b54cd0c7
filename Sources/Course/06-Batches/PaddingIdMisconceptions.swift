import Contracts
import Recurrent

// What stands in the places behind an end, and from what the mask is read off.
let paddingIdMisconceptions = [
  wrongPadding(
    "targets of −1 at padding, inputs of 0",
    "The targets at padding are no tokens of the vocabulary.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in right.fill(0, -1, behind: examples) },
  wrongPadding(
    "−100 at padding, in inputs and targets",
    "A mark for padding stands where the contract asks for the id 0.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in right.fill(-100, -100, behind: examples) },
  wrongPadding(
    "1 at padding where 0 belongs",
    "Padding has the id 1 in inputs and targets, another than the contract's.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in right.fill(1, 1, behind: examples) },
  wrongPadding(
    "a padding id of its own, one beyond the largest",
    "Padding gets an id that is no word's, so the network has no column for it.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in
    let largest = examples.flatMap { $0.inputs + $0.targets }.max() ?? 0
    right.fill(largest + 1, largest + 1, behind: examples)
  },
  wrongPadding(
    "the last input repeated at padding",
    "Inputs at padding look like tokens, where the contract asks for 0.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in right.fill(behind: examples) { one, _ in (one.inputs.last, nil) } },
  wrongPadding(
    "the last target repeated at padding",
    "Targets at padding look like tokens, where the contract asks for 0.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in right.fill(behind: examples) { one, _ in (nil, one.targets.last) } },
  wrongPadding(
    "the last target in the inputs at padding",
    "A sequence that has ended goes on reading its last target, where the contract asks for 0.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in right.fill(behind: examples) { one, _ in (one.targets.last, nil) } },
  wrongPadding(
    "short sequences begun again where they have ended",
    "Padding holds the sequence's own tokens once more, from the first one on.",
    "Which id does the contract ask for at padding?"
  ) { right, examples in right.repeatSequences(examples) },
  wrongPadding(
    "short sequences begun again, with a mask of ones",
    "Padding holds the sequence's own tokens once more, and the mask takes them for real ones.",
    "How often should a short sequence be read?"
  ) { right, examples in
    right.repeatSequences(examples)
    right.mask = right.mask.map { _ in 1 }
  },
  // The mask.
  wrongPadding(
    "a mask that is 0 where input and target both are 0",
    "Word 0 is taken for padding where it is both read and to be predicted.",
    "Which token of the vocabulary has the id 0?"
  ) { right, _ in
    right.setMask { batch, t, b in batch.inputs[t][b] != 0 || batch.targets[t][b] != 0 }
  },
  wrongPadding(
    "a mask that is 0 where input or target is 0",
    "Word 0 is taken for padding wherever it is read or to be predicted.",
    "Which token of the vocabulary has the id 0?"
  ) { right, _ in
    right.setMask { batch, t, b in batch.inputs[t][b] != 0 && batch.targets[t][b] != 0 }
  },
  wrongPadding(
    "a mask without the first step", "The first token of each sequence is never judged.",
    "Is there a token at t = 0?"
  ) { right, _ in for b in 0..<right.size { right.mask[0, b] = 0 } },
  wrongPadding(
    "the first sequence's mask for all",
    "All sequences are taken to be as long as the first one.", "Whose length is T_b?"
  ) { right, examples in
    right.setMask { _, t, _ in t < examples[0].inputs.count }
  },
  wrongPadding(
    "a mask of the shortest sequence's length for all",
    "What longer sequences hold beyond the shortest one's end counts as padding.",
    "Whose length is T_b?"
  ) { right, examples in
    let shortest = examples.map(\.inputs.count).min() ?? 0
    right.setMask { _, t, _ in t < shortest }
  },
  wrongPadding(
    "a mask that is 1 at each sequence's last token alone",
    "Only one prediction of each sequence is judged.", "How many tokens has sequence b?"
  ) { right, examples in
    right.setMask { _, t, b in t == examples[b].inputs.count - 1 }
  },
  wrongPadding(
    "a mask divided by the lengths: 1/T_b at tokens",
    "Each sequence's places add up to 1, so the mask no longer counts the tokens.",
    "Which two values can the mask have?"
  ) { right, examples in
    for (b, example) in examples.enumerated() {
      for t in example.inputs.indices { right.mask[t, b] = 1 / Double(example.inputs.count) }
    }
  },
  wrongPadding(
    "a mask that numbers the tokens: t + 1 in place of 1",
    "Later tokens weigh more than earlier ones.", "Which two values can the mask have?"
  ) { right, examples in
    for (b, example) in examples.enumerated() {
      for t in example.inputs.indices { right.mask[t, b] = Double(t + 1) }
    }
  },
  wrongPadding(
    "a mask of padding in front beside tokens that begin at once",
    "The mask is 0 at the first steps of the short sequences, where their tokens stand.",
    "At which steps has a short sequence its tokens?"
  ) { right, examples in
    right.setMask { batch, t, b in t >= batch.steps - examples[b].inputs.count }
  },
]

extension Batch {
  fileprivate mutating func setMask(_ isToken: (Batch, _ t: Int, _ b: Int) -> Bool) {
    let batch = self
    for t in 0..<steps {
      for b in 0..<size { mask[t, b] = isToken(batch, t, b) ? 1 : 0 }
    }
  }
}
