import Authoring
import Testing

@testable import Checking

@Suite("MutantPage")
struct MutantPageTests {
  /// Two misconceptions, one of which lives for one seed of two and has markup in its name.
  static let matrix = MutantMatrix(
    exercise: "03.1", title: "The backward pass", seeds: [1, 2],
    columns: [
      .init(kind: .challenge, name: "T = 1"), .init(kind: .challenge, name: "T = 3"),
      .init(kind: .property, name: "it equals the finite difference"),
    ],
    rows: [
      .init(
        name: "a mean over time", explanation: "Each is divided by T.",
        cells: [
          .init(places: [nil, nil]), .init(places: ["dW", "dW"]), .init(places: [nil, nil]),
        ], naming: .named),
      .init(
        name: "h < 0 & <b>more</b>", explanation: "",
        cells: [
          .init(places: [nil, nil]), .init(places: [nil, "dV t 2"]), .init(places: [nil, nil]),
        ], naming: .takenFor("another")),
    ], comparesWithReference: true)

  func page() throws -> String {
    let lesson = try SampleLesson.parsed("Prose.")
    return MutantPage(lesson: lesson, matrices: [Self.matrix]).html
  }

  @Test("the summary says how many live, how many hang on one check, and which checks are idle")
  func words() {
    #expect(
      Self.matrix.words
        == "2 misconceptions, 1 of them alive; 1 by no more than one check; 2 of 3 checks idle; "
        + "1 not named")
  }

  @Test("a survivor is told above the table and marked in its row")
  func survivor() throws {
    let page = try page()
    #expect(page.contains("A hole in the checks"))
    #expect(page.contains("lives for 1 of 2 seeds"))
    #expect(page.contains("<tr class=\"survivor\">"))
    #expect(page.contains("taken for: another"))
  }

  @Test("a kill says where, and how many seeds saw it where not all did")
  func cells() throws {
    let page = try page()
    #expect(page.contains("<td class=\"killed\">dW</td>"))
    #expect(page.contains("<td class=\"lucky\">dV t 2 1/2</td>"))
    #expect(page.contains("<span class=\"hidden\">lived</span>"))
    #expect(page.contains("<span class=\"weak\"> weak</span>"))
  }

  @Test("nothing on the page runs or is fetched, and names are text")
  func inert() throws {
    let page = try page()
    #expect(page.contains("default-src &#39;none&#39;"))
    #expect(!page.contains("<script"))
    #expect(page.contains("h &lt; 0 &amp; &lt;b&gt;more&lt;/b&gt;"))
    #expect(!page.contains("<b>"))
  }

  @Test("a keyboard reaches the table, and each row and column has its header")
  func accessible() throws {
    let page = try page()
    #expect(page.contains("tabindex=\"0\" role=\"group\""))
    #expect(page.matches(of: /<th scope="row">/).count == 4)
    #expect(page.matches(of: /<th scope="col"/).count == 6)
  }
}
