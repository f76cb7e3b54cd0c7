import Checking
import Report

/// One exercise's matrix: a list of its checks, and the table.
struct MutantTable {
  var matrix: MutantMatrix

  var anchor: String { "exercise-\(matrix.exercise.replacing(".", with: "-"))" }

  var html: HTML {
    tag("section", ["aria-labelledby": anchor]) {
      tag("h2", ["id": anchor]) { "\(matrix.exercise) \(matrix.title)" }
      tag("p", ["class": "words"]) { matrix.words + "." }
      survivors
      tag("details") {
        tag("summary") { "The \(matrix.columns.count) checks" }
        tag("dl", ["class": "checks"]) {
          for (index, column) in matrix.columns.enumerated() {
            tag("dt") { matrix.label(ofColumn: index) }
            tag("dd") {
              column.name
              if matrix.kills(ofColumn: index) == 0 {
                tag("span", ["class": "idle"]) { " – kills nothing" }
              }
            }
          }
        }
      }
      if matrix.rows.isEmpty {
        tag("p", ["class": "note"]) { "The catalogue is empty." }
      } else {
        table
      }
    }
  }

  private var survivors: HTML? {
    guard !matrix.survivors.isEmpty else { return nil }
    return tag("div", ["class": "status failed"]) {
      tag("p", ["class": "word"]) { "A hole in the checks" }
      tag("ul") {
        for row in matrix.survivors {
          tag("li") {
            "\(row.name): lives for \(matrix.seeds.count - matrix.deaths(of: row)) of "
            "\(matrix.seeds.count) seeds"
          }
        }
      }
    }
  }

  private var table: HTML {
    tag(
      "div",
      [
        "class": "scroll matrix", "tabindex": "0", "role": "group",
        "aria-label": "\(matrix.exercise), misconceptions by checks",
      ]
    ) {
      tag("table") {
        tag("caption", ["class": "hidden"]) {
          "\(matrix.exercise) \(matrix.title): which check kills which misconception"
        }
        tag("thead") {
          tag("tr") {
            tag("th", ["scope": "col"]) { "Misconception" }
            for index in matrix.columns.indices {
              tag("th", ["scope": "col", "title": matrix.columns[index].name]) {
                matrix.label(ofColumn: index)
              }
            }
            tag("th", ["scope": "col", "class": "number"]) { "Killers" }
            tag("th", ["scope": "col"]) { "Diagnosis" }
          }
        }
        tag("tbody") { for row in matrix.rows { line(row) } }
        tag("tfoot") {
          sums("Kills in some seed") { matrix.kills(ofColumn: $0) }
          sums("Kills alone") { matrix.killsAlone(ofColumn: $0) }
        }
      }
    }
  }

  private func line(_ row: MutantMatrix.Row) -> HTML {
    let lives = matrix.deaths(of: row) < matrix.seeds.count
    return tag("tr", ["class": lives ? "survivor" : nil]) {
      tag("th", ["scope": "row"]) {
        tag("span", ["class": "name"]) { row.name }
        if !row.explanation.isEmpty {
          tag("span", ["class": "explanation"]) { row.explanation }
        }
      }
      for cell in row.cells { self.cell(cell) }
      tag("td", ["class": "number"]) {
        "\(matrix.killers(of: row))"
        if lives {
          tag("strong", ["class": "alarm"]) { " lives" }
        } else if matrix.isWeaklyKilled(row) {
          tag("span", ["class": "weak"]) { " weak" }
        }
      }
      tag("td", ["class": "naming"]) { naming(row.naming) }
    }
  }

  private func cell(_ cell: MutantMatrix.Cell) -> HTML {
    guard let place = cell.place else {
      return tag("td", ["class": "lived"]) {
        tag("span", ["aria-hidden": "true"]) { "–" }
        tag("span", ["class": "hidden"]) { "lived" }
      }
    }
    guard !cell.isReliable else { return tag("td", ["class": "killed"]) { place } }
    return tag("td", ["class": "lucky"]) { "\(place) \(cell.kills)/\(cell.places.count)" }
  }

  private func naming(_ naming: MutantMatrix.Naming) -> HTML {
    switch naming {
    case .named: .text("named")
    case .silent: tag("span", ["class": "weak"]) { "none" }
    case .takenFor(let other): tag("span", ["class": "weak"]) { "taken for: \(other)" }
    case .nothingFailed: .text("–")
    }
  }

  private func sums(_ title: String, _ number: (Int) -> Int) -> HTML {
    tag("tr") {
      tag("th", ["scope": "row"]) { title }
      for index in matrix.columns.indices { tag("td") { "\(number(index))" } }
      tag("td") { HTML.empty }
      tag("td") { HTML.empty }
    }
  }
}

extension Stylesheet {
  /// The matrices take the width there is; their first column stays while the others scroll by.
  static let mutants = """
    body.mutants { display: block; }
    .mutants .head, .mutants main, .mutants footer { width: min(84rem, 100% - 2.5rem); margin-left: auto; margin-right: auto; }
    .mutants .goal, .mutants .words, .mutants .status { max-width: 42rem; }
    .key, .exercises { list-style: none; padding: 0; font-size: 0.95rem; }
    .key { display: flex; flex-wrap: wrap; gap: 0.3rem 1.6rem; }
    .key span { display: inline-block; padding: 0 0.5em; border-radius: 3px; }
    .matrix { margin-top: 1rem; border: 1px solid var(--hair); border-radius: 6px;
      max-height: 90vh; overflow: auto; position: relative; }
    .matrix table { border-collapse: separate; border-spacing: 0; margin: 0; font-size: 0.84rem; min-width: 100%; }
    .matrix th, .matrix td { padding: 0.3rem 0.7rem; white-space: nowrap; border-bottom: 1px solid var(--hair); }
    .matrix thead th { position: sticky; top: 0; background: var(--panel); z-index: 1; }
    .matrix th:first-child { position: sticky; left: 0; background: var(--paper); white-space: normal;
      min-width: 19rem; max-width: 26rem; border-right: 1px solid var(--soft); font-weight: 400; }
    .matrix thead th:first-child { z-index: 2; background: var(--panel); font-weight: 600; }
    .matrix tfoot th, .matrix tfoot td { background: var(--panel); color: var(--soft); }
    .matrix .name { display: block; }
    .matrix .explanation { display: block; color: var(--soft); font-size: 0.94em; }
    .killed { background: var(--passed-ground); color: var(--passed); }
    .lucky { background: var(--mark); color: var(--ink); }
    .lived { color: var(--soft); }
    .matrix .lived { text-align: center; }
    .survivor th:first-child { box-shadow: inset 4px 0 var(--failed); }
    .alarm { color: var(--failed); } .weak, .idle { color: var(--soft); font-style: italic; }
    .matrix .naming { white-space: normal; min-width: 7rem; }
    .checks { display: grid; grid-template-columns: max-content 1fr; gap: 0.15rem 1rem; font-size: 0.92rem; margin: 0.3rem 0 0.8rem; }
    .checks dd { margin: 0; }
    @media (max-width: 34rem) {
      .mutants .head, .mutants main, .mutants footer { width: calc(100% - 1.6rem); }
      .matrix th:first-child { min-width: 9.5rem; max-width: 11rem; }
      .matrix .explanation { display: none; }
    }
    @media print { .matrix { max-height: none; overflow: visible; border: 0; } .matrix th { position: static !important; } }

    """
}
