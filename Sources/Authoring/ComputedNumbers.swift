import Lessons
import Transcripts

/// The numbers that a lesson's code contains and that its cells computed: what its prose may state.
struct ComputedNumbers {
  private var values: [Double] = []

  init(_ lesson: Lesson, _ transcript: Transcript) {
    for cell in lesson.cells { add(cell.code) }
    for slot in lesson.exercises { add(slot.starter) }
    for event in transcript.cells.flatMap(\.events) {
      switch event {
      case .text(let text): add(text)
      case .table(let table):
        (table.columns + table.rows.flatMap(\.self) + [table.caption]).forEach { add($0) }
      case .figure(let figure): add(figure)
      }
    }
    values.sort()
  }

  /// Whether the prose may say `number`.
  ///
  /// An integer must be met exactly, as some number is near to any; a decimal fraction stands for all
  /// that rounds to it, and so does an integer behind "about", "nearly" or "some".
  func hold(_ number: StatedNumber) -> Bool {
    let candidates = number.isPercentage ? [number.value, number.value / 100] : [number.value]
    return zip(candidates, [number.decimals, number.decimals + 2]).contains { value, decimals in
      holds(value, within: tolerance(number, decimals))
        || (value >= 0 && holds(-value, within: tolerance(number, decimals)))
    }
  }

  private func tolerance(_ number: StatedNumber, _ decimals: Int) -> Double {
    let unit = (0..<decimals).reduce(1.0) { size, _ in size / 10 }
    // Half of the last digit, and a little for numbers that lie between two.
    if number.decimals > 0 || number.isPercentage { return unit * 0.501 }
    guard Self.approximations.contains(number.wordBefore) else { return 1e-9 }
    // "some 23" is 22.5 to 23.5; "some 400" is 350 to 450.
    let zeros = number.text.reversed().prefix { $0 == "0" || $0 == "," }.count { $0 == "0" }
    return (0..<min(zeros, 6)).reduce(0.501) { size, _ in size * 10 }
  }

  private static let approximations: Set<String> = [
    "about", "nearly", "some", "almost", "around", "roughly", "approximately", "than", "beyond",
    "over", "under",
  ]

  private func holds(_ value: Double, within tolerance: Double) -> Bool {
    let tolerance = max(tolerance, abs(value) * 1e-12)
    var (low, high) = (0, values.count)
    while low < high {
      let middle = (low + high) / 2
      if values[middle] < value - tolerance { low = middle + 1 } else { high = middle }
    }
    return low < values.count && values[low] <= value + tolerance
  }

  private mutating func add(_ figure: Figure) {
    switch figure {
    case .lines(let plot): values += plot.rules.map(\.y) + plot.marks.map(\.x)
    case .multiples(let multiples):
      values += multiples.rules.map(\.y)
      multiples.panels.compactMap(\.note).forEach { add($0) }
    case .histogram(let histogram):
      values += histogram.bars.map(\.count)
      histogram.bars.forEach { add($0.label) }
    default: break
    }
  }

  /// Every numeral of a text, with an exponent if there is one: `1e-3`, `1_000`, `-0.25`.
  private mutating func add(_ text: String) {
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      guard characters[index].isASCII, characters[index].isNumber else {
        index += 1
        continue
      }
      let start = index
      func isDigit(_ at: Int) -> Bool {
        at < characters.count && characters[at].isASCII && characters[at].isNumber
      }
      while isDigit(index) || (index < characters.count && characters[index] == "_") { index += 1 }
      if index < characters.count, characters[index] == ".", isDigit(index + 1) {
        index += 1
        while isDigit(index) { index += 1 }
      }
      if index < characters.count, "eE".contains(characters[index]) {
        let sign = index + 1 < characters.count && "+-".contains(characters[index + 1]) ? 1 : 0
        if isDigit(index + 1 + sign) {
          index += 1 + sign
          while isDigit(index) { index += 1 }
        }
      }
      if let value = Double(String(characters[start..<index].filter { $0 != "_" })) {
        let isNegative = start > 0 && "-−".contains(characters[start - 1])
        values.append(isNegative ? -value : value)
      }
    }
  }
}
