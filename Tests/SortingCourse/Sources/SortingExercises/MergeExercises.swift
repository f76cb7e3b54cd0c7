import Checking
import Sorting
import SortingReference

let mergeExercise = Exercise<MergeInput, [Card]>(
  "02.1", "Merging two hands", points: 3,
  hints: [
    "Only two cards can be the smallest of all. Which two?",
    "When both are of one rank, that of `left` came first. When one hand is empty, what is left to do?",
    "While both have cards: take the right one if isBefore(right, left), else the left one.",
  ],
  challenges: { seed in
    func hand(_ count: Int, _ seed: UInt64) -> [Card] {
      Card.dealt(count, seed: seed).sorted { $0.rank < $1.rank }
    }
    return [
      Challenge("both empty", MergeInput([], [])),
      Challenge("left empty", MergeInput([], [Card(3, "♠")])),
      Challenge("right empty", MergeInput([Card(3, "♠"), Card(4, "♥")], [])),
      Challenge("a tie", MergeInput([Card(3, "♠")], [Card(3, "♥")])),
      Challenge("random, 12 and 17", MergeInput(hand(12, seed), hand(17, seed &+ 1))),
    ]
  },
  reference: { try merge($0.left, $0.right, by: byRank) }, observations: ranked,
  misconceptions: [
    Misconception(
      "the right hand first in a tie",
      explanation: "Cards of one rank come out with those of the right hand first.",
      question: "Which of two equals came first?"
    ) {
      try merge($0.right, $0.left, by: byRank)
    },
    Misconception(
      "what is left over is lost",
      explanation: "When one hand is empty, the rest of the other one is thrown away.",
      question: "Where do the last cards go?"
    ) { input in
      let whole = try merge(input.left, input.right, by: byRank)
      return Array(whole.prefix(2 * min(input.left.count, input.right.count)))
    },
    Misconception(
      "one hand behind the other",
      explanation: "All cards are there, but the second hand begins where it happens to.",
      question: "Is the result sorted?"
    ) {
      $0.left + $0.right
    },
  ])

let mergeSortExercise = Exercise<[Card], [Card]>(
  "02.2", "Merge sort", points: 3,
  hints: [
    "A hand of one card is sorted. How do you get there from all of `cards`?",
    "Sort each half by the same function, then merge them. Where does this end?",
    "If count ≤ 1, the cards themselves; else merge(sort(first half), sort(second half)).",
  ],
  challenges: hands, reference: { try mergeSort($0, by: byRank) }, observations: ranked,
  misconceptions: sortingMisconceptions)
