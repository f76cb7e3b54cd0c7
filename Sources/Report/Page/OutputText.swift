/// What a program printed, as it came, within reason.
///
/// The runner caps what it keeps; this cap is the page's own, so that no output makes a page that a
/// browser cannot open.
func outputText(_ text: String) -> HTML {
  let limit = 40_000
  let shown = text.utf8.count > limit ? String(text.prefix(limit)) : text
  let rest = text.count - shown.count
  let stop = ScrollStop("Output", lines: shown)
  return tag(
    "pre",
    ["class": "printed", "tabindex": stop.tabIndex, "role": stop.role, "aria-label": stop.label]
  ) { tag("samp") { shown } }
    + (rest > 0
      ? tag("p", ["class": "note"]) { "\(rest) more characters are not shown." } : .empty)
}

/// "03.1 and 03.3", each a link to its exercise on the page.
func exerciseLinks(_ ids: [String], on page: Set<String>) -> HTML {
  var html = HTML.empty
  for (index, id) in ids.enumerated() {
    if index > 0 { html += .text(index == ids.count - 1 ? " and " : ", ") }
    html += page.contains(id) ? tag("a", ["href": "#\(exerciseAnchor(id))"]) { id } : .text(id)
  }
  return html
}

/// "1 point", "3 points".
package func counted(_ count: Int, _ noun: String) -> String {
  "\(count) \(noun)\(count == 1 ? "" : "s")"
}
