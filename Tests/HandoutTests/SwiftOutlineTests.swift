import Testing

@testable import Handout

@Suite("SwiftOutline")
struct SwiftOutlineTests {
  @Test("functions and types are cut out with their comments; imports and constants are not")
  func pieces() {
    let outline = SwiftOutline(
      """
      public import Recurrent

      // 01 Words.

      let limit = 3

      /// 01.1 – counts.
      ///
      /// It does.
      public func count<P: Words>(
        _ words: [String], of p: P
      ) throws -> Int
      where P: Sized {
        // A brace in a comment: }
        let text = "a brace in a string: }"
        return words.count
      }

      /// Keeps.
      final class Keeper {
        public let size: Int
        init() { size = 1 }
      }
      """, file: "Sources/Answers/Words.swift")
    #expect(outline.declarations.map(\.name) == ["count(_:of:)", "Keeper"])
    #expect(outline.declarations.map(\.line) == [10, 20])
    #expect(
      outline.declarations[0].text == """
        /// 01.1 – counts.
        ///
        /// It does.
        func count<P: Words>(
          _ words: [String], of p: P
        ) throws -> Int
        where P: Sized {
          // A brace in a comment: }
          let text = "a brace in a string: }"
          return words.count
        }
        """)
    #expect(
      outline.declarations[0].body == [
        "// A brace in a comment: }", "let text = \"a brace in a string: }\"", "return words.count",
      ])
    #expect(outline.declarations[1].text.contains("\n  let size: Int\n"))
  }

  @Test("overloads differ by their types; names for the body alone do not count")
  func signatures() {
    func signature(_ text: String) -> Signature? {
      SwiftOutline(text + " {}", file: "").declarations.first?.signature
    }
    let starter = signature("func train(_ parameters: inout RNNParameters, log: inout Log)")
    #expect(
      starter
        == signature("public func train(_ p: inout RNNParameters,\n  log record: inout Log) throws")
    )
    #expect(starter != signature("func train(_ parameters: inout LSTMParameters, log: inout Log)"))
    #expect(starter != signature("func train(_ parameters: inout RNNParameters)"))
    #expect(
      signature("func f(of loss: (P) throws -> Double, at x: [P: Int] = [:], g: G<A, B>)")?
        .parameters
        == ["of:(P)throws->Double", "at:[P:Int]", "g:G<A,B>"])
  }
}
