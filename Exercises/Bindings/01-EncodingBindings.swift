// Given, not to be changed: the checks call your functions of lesson 01 through these.

import Contracts
import Recurrent
import StudentRuntime

#if REFERENCE
  import Reference
#endif

let bindings01: [Binding] = [
  Binding("01.1") { (sequences: [[String]]) in try buildVocabulary(from: sequences) },
  Binding("01.2") { (input: EncodingInput) in
    EncodingOutput(
      ids: try encode(input.words, with: input.vocabulary),
      words: try decode(input.ids, with: input.vocabulary))
  },
  Binding("01.3") { (input: OneHotInput) in
    OneHotOutput(
      vectors: try input.ids.map { try oneHot($0, size: input.size) },
      matrix: try oneHot(input.ids, size: input.size))
  },
  Binding("01.4") { (ids: [Int]) in try example(from: ids) },
  Binding("01.5") { (elements: [Int]) in
    let sets = try partition(elements)
    return PartitionOutput(
      training: sets.training, validation: sets.validation, test: sets.test)
  },
]
