// Given, not to be changed: the checks call your functions of lesson 01 through these.

import Sorting
import StudentRuntime

#if REFERENCE
  import SortingReference
#endif

let bindings01: [Binding] = [
  Binding("01.1") { (input: InsertionPointInput) in
    try insertionPoint(of: input.card, in: input.hand, by: byRank)
  },
  Binding("01.2") { (cards: [Card]) in try insertionSort(cards, by: byRank) },
]
