import Checking
import Course
import Testing

@Suite struct CatalogueTests {
  @Test("every misconception says in one sentence what it does, and asks", arguments: ids)
  func sentences(id: String) {
    for mutant in course(id).mutants {
      let explanation = mutant.explanation
      #expect(!mutant.name.isEmpty)
      #expect(explanation.hasSuffix(".") && !explanation.contains(". "), "\(mutant.name)")
      let words = explanation.split(whereSeparator: \.isWhitespace).count
      #expect((4...35).contains(words), "\(words) words: \(explanation)")
      #expect(explanation != mutant.name)
      #expect(mutant.question.hasSuffix("?"), "\(mutant.question)")
    }
  }

  @Test("no two misconceptions of an exercise have one name", arguments: ids)
  func names(id: String) {
    let names = course(id).mutants.map(\.name)
    #expect(Set(names).count == names.count)
  }
}
