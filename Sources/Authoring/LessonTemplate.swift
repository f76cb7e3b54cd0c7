/// The first text of a new lesson: short, in the rhythm of the others, and without a fault.
public struct LessonTemplate: Sendable {
  /// Two digits.
  public var number: String
  /// `attention`, as in `lessons/10-attention.md`.
  public var slug: String
  public var title: String

  public init(number: String, slug: String, title: String? = nil) {
    self.number = number
    self.slug = slug
    let words = slug.split(separator: "-").joined(separator: " ")
    self.title = title ?? words.prefix(1).uppercased() + words.dropFirst()
  }

  public var file: String { "lessons/\(number)-\(slug).md" }

  public var text: String {
    """
    ---
    title: "\(title.replacing("\\", with: "\\\\").replacing("\"", with: "\\\""))"
    goal: You can say in one sentence what a reader can do afterwards.
    ---

    ## Before you begin

    **Goal.** What the reader holds at the end.

    **What you need.** The lessons and the knowledge that this one builds on.

    **What is left out.** What a reader might look for here and finds elsewhere.

    ## A question

    *Which question does a reader have at this point?*

    Say what is needed to answer it. A symbol arrives with its shape: a vector
    $`x \\in \\mathbb{R}^{n}`$ has $`n`$ elements, and its mean is

    ```math
    \\bar{x} = \\frac{1}{n} \\sum_{i=1}^{n} x_i
    ```

    ```swift
    //| label: first-figure
    //| fig-cap: "Squares of the first integers. Say here what to see: how the steps grow."
    let squares = (0...10).map { Double($0 * $0) }
    show(
      LinePlot(
        title: "Squares", description: "A curve that rises ever faster, from zero.",
        x: .init("integer"), y: .init("square"), series: [.init("squares", squares)]))
    print("mean:", squares.reduce(0, +) / Double(squares.count))
    ```

    Then say what you see. A number in the prose is one that a cell computes: the mean is 35.

    ## Summary

    - One line for each thing that stays.

    ## Three exercises

    1. *Easy.* Something to change in a cell.
    2. *Medium.* Something to derive.
    3. *Hard.* Something to build.

    ## What to read

    - Author, "Title", year: what for.

    """
  }
}
