import Checking
import Sorting
import SortingReference

let insertionPointExercise = Exercise<InsertionPointInput, Int>(
  "01.1", "Where the next card goes", points: 2,
  hints: [
    "Look at `hand` from its right end. How far must the new card pass to the left?",
    "A card of the same rank that is already there came first. On which side of it does the new one go?",
    "From hand.count downwards: one step to the left while isBefore(card, hand[place - 1]).",
  ],
  challenges: { seed in
    let hand = [Card(2, "♠"), Card(5, "♥"), Card(5, "♣"), Card(9, "♦")]
    return [
      Challenge("an empty hand", InsertionPointInput(Card(7, "♠"), into: [])),
      Challenge("below all", InsertionPointInput(Card(1, "♠"), into: hand)),
      Challenge("above all", InsertionPointInput(Card(12, "♠"), into: hand)),
      Challenge("between", InsertionPointInput(Card(7, "♠"), into: hand)),
      Challenge("a tie", InsertionPointInput(Card(5, "♠"), into: hand)),
      Challenge(
        "random, 30 cards",
        InsertionPointInput(
          Card.dealt(1, seed: seed)[0],
          into: Card.dealt(30, seed: seed &+ 1).sorted { $0.rank < $1.rank })),
    ]
  },
  reference: { try insertionPoint(of: $0.card, in: $0.hand, by: byRank) },
  observations: {
    [
      Observation(
        "place", claim: "the card goes behind all that are not above it", shape: [],
        values: .integers([$0]))
    ]
  },
  misconceptions: [
    Misconception(
      "a new card before its equals",
      explanation: "The new card overtakes those of its rank that were there before it.",
      question: "Which of two fives was there first?"
    ) { input in
      input.hand.firstIndex { !($0.rank < input.card.rank) } ?? input.hand.count
    },
    Misconception(
      "a place counted from the right",
      explanation: "The index counts how many cards stand behind the place, not before it.",
      question: "At which index does the leftmost place begin?"
    ) { input in
      input.hand.count - (try insertionPoint(of: input.card, in: input.hand, by: byRank))
    },
    Misconception(
      "always at the end", explanation: "Small cards end up behind large ones.",
      question: "What is true of the hand after the card is in?"
    ) { $0.hand.count },
  ])

let insertionSortExercise = Exercise<[Card], [Card]>(
  "01.2", "Insertion sort", points: 3,
  hints: [
    "Begin with an empty hand and take `cards` as they come. What is true of the hand after each?",
    "The function of 01.1 tells the place; Array.insert(_:at:) makes room.",
    "hand = []; for each card: hand.insert(card, at: insertionPoint(of: card, in: hand)).",
  ],
  challenges: hands, reference: { try insertionSort($0, by: byRank) }, observations: ranked,
  misconceptions: sortingMisconceptions)
