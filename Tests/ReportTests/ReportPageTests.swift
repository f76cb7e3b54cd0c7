import Lessons
import Testing
import Transcripts

@testable import Report

@Suite("ReportPage")
struct ReportPageTests {
  @Test("the same values give the same bytes, and nothing of this machine")
  func stable() throws {
    let pages = try (0..<3).map { _ in
      ReportPage(
        lesson: try Samples.bptt(), transcript: Samples.student, reference: Samples.reference
      ).html
    }
    #expect(Set(pages).count == 1)
    #expect(pages[0].utf8.count < 300_000)
    for word in ["/home/", "/tmp/", "file://"] { #expect(!pages[0].contains(word)) }
  }

  @Test("a page asks for nothing and runs nothing")
  func standsAlone() throws {
    let html = ReportPage(lesson: try Samples.bptt(), transcript: Samples.student).html
    for word in ["<script", "<link", "<iframe", "src=\"http", "@import", " onclick", " onload"] {
      #expect(!html.contains(word), "\(word)")
    }
    #expect(
      html.contains("default-src &#39;none&#39;; style-src &#39;unsafe-inline&#39;; img-src data:"))
  }

  @Test("every id is unique, and every link to a place has one")
  func anchors() throws {
    let html = ReportPage(lesson: try Samples.bptt(), transcript: Samples.student).html
    let ids = html.values(of: "id")
    #expect(Set(ids).count == ids.count)
    for target in html.values(of: "href") where target.hasPrefix("#") {
      #expect(ids.contains(String(target.dropFirst())), "\(target)")
    }
    for label in html.values(of: "aria-labelledby").flatMap({ $0.split(separator: " ") }) {
      #expect(ids.contains(String(label)), "\(label)")
    }
  }

  @Test("one h1, and no level is skipped on the way down")
  func headingOrder() throws {
    let lesson = try Samples.lesson(
      body: """
        ##### Deep at once

        # A title of its own

        #### Skips one

        ```swift
        //| exercise: 03.1
        /// # In a contract
        ///
        /// ###### Deeper
        func f() { throw NotImplemented("03.1") }
        ```

        #### Under the card

        ## Next
        """)
    let html = ReportPage(lesson: lesson, transcript: Samples.empty()).html
    let levels = html.headingLevels
    #expect(levels == [1, 2, 2, 2, 2, 3, 3, 4, 5, 4, 2])
    for html in [html, ReportPage(lesson: try Samples.bptt(), transcript: Samples.student).html] {
      let levels = html.headingLevels
      #expect(levels.count { $0 == 1 } == 1)
      #expect(zip(levels, levels.dropFirst()).allSatisfy { $1 <= $0 + 1 })
    }
  }

  @Test("headings of one name have anchors of their own; a heading cannot take the page's")
  func headingAnchors() throws {
    let html = try page("## Lesson\n\n## Summary\n\n## Summary\n\n## !!!\n")
    for id in ["lesson-2", "summary", "summary-2", "section"] {
      #expect(html.contains("<h2 id=\"\(id)\">"), "\(id)")
    }
  }

  @Test("Markdown of every kind")
  func markdown() throws {
    let html = try page(
      """
      One *em* **strong** `code` [link](https://x.y "t") [bad](javascript:x)\\
      next <!-- gone --> and <b>tags</b>.

      <!-- gone
      too -->

      <div>shown</div>

      - tight
      - list

      3. loose

      4. list

      > quote

      ---

      ```text
      a < b
      ```

      ![a picture](x.png)
      """)
    let body = try #require(html.split(separator: "<main id=\"lesson\">").last)
    let main = try #require(String(body).split(separator: "</main>").first)
    #expect(
      main == """
        <p>One <em>em</em> <strong>strong</strong> <code>code</code> <a href="https://x.y" title="t">link</a> <span>bad</span><br>
        next  and &lt;b&gt;tags&lt;/b&gt;.</p>
        <p>&lt;div&gt;shown&lt;/div&gt;
        </p>
        <ul><li>tight</li>
        <li>list</li>
        </ul>
        <ol start="3"><li><p>loose</p>
        </li>
        <li><p>list</p>
        </li>
        </ol>
        <blockquote><p>quote</p>
        </blockquote>
        <hr>
        <pre class="code"><code>a &lt; b</code></pre>
        <p><em class="image">[a picture]</em></p>

        """)
  }

  @Test("two formulas that share a dollar's text are both found")
  func neighbouringFormulas() throws {
    let html = try page("From $`a`$ to $`b`$$`c`$, $5 and `code`, $ `x` $.")
    #expect(html.ranges(of: "<math").count == 3)
    #expect(html.contains("$5 and <code>code</code>, $ <code>x</code> $."))
  }

  @Test("a formula and the comma behind it stay on one line")
  func formulaBeforeComma() throws {
    let html = try page("Take $`a`$, then ($`b`$). And $`c`$ or $`d`$")
    #expect(html.ranges(of: "</math>,</span> then").count == 1)
    #expect(html.ranges(of: "</math>).</span> And").count == 1)
    #expect(html.ranges(of: "class=\"unbroken\"").count == 2)
    #expect(html.ranges(of: "<math").count == 4)
  }
}

extension String {
  /// The values of an attribute, in order.
  fileprivate func values(of attribute: String) -> [String] {
    ranges(of: " \(attribute)=\"").map { String(self[$0.upperBound...].prefix { $0 != "\"" }) }
  }

  fileprivate var headingLevels: [Int] {
    matches(of: /<h([1-6])[ >]/).compactMap { Int($0.output.1) }
  }
}
