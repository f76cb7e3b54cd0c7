public import Checking
import Sorting

/// The course's exercises, in the order of the lessons.
public let sortingExercises: [AnyExercise] = [
  AnyExercise(insertionPointExercise), AnyExercise(insertionSortExercise),
  AnyExercise(mergeExercise), AnyExercise(mergeSortExercise),
]

/// Hands to be sorted: small ones, ties, and some that come with the seed.
@Sendable func hands(_ seed: UInt64) -> [Challenge<[Card]>] {
  [
    Challenge("no card", []),
    Challenge("one card", [Card(4, "♦")]),
    Challenge("two cards of one rank", [Card(4, "♦"), Card(4, "♠")]),
    Challenge("three, falling", [Card(9, "♦"), Card(5, "♠"), Card(1, "♥")]),
    Challenge("random, 9 cards", Card.dealt(9, seed: seed)),
    Challenge("random, 40 cards", Card.dealt(40, seed: seed &+ 7)),
  ]
}

@Sendable func ranked(_ cards: [Card]) -> [Observation] {
  [
    Observation(
      "cards", claim: "the cards come by rank, those of one rank as they came",
      shape: [cards.count], values: .words(cards.map(\.description)))
  ]
}

let sortingMisconceptions: [Misconception<[Card], [Card]>] = [
  Misconception(
    "from high to low", explanation: "The largest card comes first and the smallest last.",
    question: "Which card should be the first?"
  ) {
    stable($0) { $0.rank > $1.rank }
  },
  Misconception(
    "ties turned round", explanation: "Cards of one rank come out in the opposite order.",
    question: "In which order do two cards of one rank come out?"
  ) { stable($0.reversed()) { $0.rank < $1.rank } },
  Misconception(
    "ties by suit", explanation: "Cards of one rank are ordered by their suits, not as they came.",
    question: "Does the order of this course know suits?"
  ) {
    stable($0) { ($0.rank, $0.suit) < ($1.rank, $1.suit) }
  },
  Misconception(
    "equal ranks only once",
    explanation: "Of several cards of one rank all but the first are lost.",
    question: "How many cards go in, and how many come out?"
  ) {
    var seen: Set<Int> = []
    return stable($0) { $0.rank < $1.rank }.filter { seen.insert($0.rank).inserted }
  },
]

/// Sorted by the library, ties as they came.
private func stable(_ cards: [Card], _ isBefore: (Card, Card) -> Bool) -> [Card] {
  cards.enumerated().sorted {
    isBefore($0.element, $1.element)
      || (!isBefore($1.element, $0.element) && $0.offset < $1.offset)
  }.map(\.element)
}
