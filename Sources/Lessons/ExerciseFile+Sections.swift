// A student's file, section by section: each begins at its MARK line and ends before the next one.

extension ExerciseFile {
  /// Where each exercise's section lies in a student's text, as 1-based lines.
  ///
  /// A section whose MARK line is gone is not there, and belongs to the section before it.
  public func places(in text: String) -> [String: Range<Int>] {
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var starts: [(id: String, line: Int)] = []
    for (index, line) in lines.enumerated() where line.hasPrefix("// MARK: - ") {
      if let section = sections.first(where: { line.hasPrefix(Section.mark($0.id)) }) {
        starts.append((section.id, index + 1))
      }
    }
    var places: [String: Range<Int>] = [:]
    for (k, start) in starts.enumerated() where places[start.id] == nil {
      let end = k + 1 < starts.count ? starts[k + 1].line : lines.count + 1
      places[start.id] = start.line..<end
    }
    return places
  }

  /// The text with some sections taken out, every line that stays under its own number.
  ///
  /// - Parameters:
  ///   - path: what the compiler calls the file.
  ///   - ids: the exercises whose sections give way.
  ///   - instead: what stands in the place of one, beginning with a line number directive of its own
  ///     where errors in it should be told; empty for nothing.
  /// - Returns: `nil` when one of the sections has no MARK line, nor any other has.
  public func replacing(
    _ ids: Set<String>, in text: String, at path: String, by instead: (Section) -> String
  ) -> String? {
    let places = places(in: text)
    let own = sections.filter { ids.contains($0.id) }
    // A file that is older than an exercise lacks its section, and what stands in for it comes last; in
    // a file without any MARK line nobody knows what is where.
    let missing = own.filter { places[$0.id] == nil }
    guard missing.isEmpty || !places.isEmpty else { return nil }
    let lines = text.split(omittingEmptySubsequences: false) { $0.isNewline }
    var result = "#sourceLocation(file: \"\(path)\", line: 1)\n"
    var line = 1
    let taken = own.compactMap { section in places[section.id].map { (section, $0) } }
    for (section, place) in taken.sorted(by: { $0.1.lowerBound < $1.1.lowerBound }) {
      result += lines[(line - 1)..<(place.lowerBound - 1)].map { $0 + "\n" }.joined()
      result += instead(section)
      line = place.upperBound
      if line <= lines.count { result += "#sourceLocation(file: \"\(path)\", line: \(line))\n" }
    }
    result += lines[(line - 1)...].joined(separator: "\n")
    return missing.isEmpty ? result : result + "\n" + missing.map(instead).joined()
  }
}
