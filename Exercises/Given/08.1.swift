// Given, not to be changed: stands in for your language that counts while what builds on it is judged alone.

import Contracts
import Recurrent
import StudentRuntime

func countingString(_ n: Int, letters: Int) throws -> [Int] {
  let answer = try modelAnswer(
    of: "08.1", for: CountingLanguageInput(letters: letters, lengths: [n], read: []),
    as: CountingLanguageOutput.self)
  return answer.strings.first ?? []
}

func mayFollow(_ read: [Int], letters: Int) throws -> [Int] {
  let answer = try modelAnswer(
    of: "08.1", for: CountingLanguageInput(letters: letters, lengths: [], read: [read]),
    as: CountingLanguageOutput.self)
  return answer.next.first ?? []
}
