/// Where a link may lead: the web, a mailbox, a file beside the page, a place in it.
///
/// - Returns: `nil` for everything else, above all for `javascript:` and `data:`, whose targets run
///   or show what the page's author never saw.
func safeDestination(_ destination: String) -> String? {
  // A browser ignores white space and controls inside a scheme, so a check must not see them either.
  let visible = String(
    String.UnicodeScalarView(
      destination.unicodeScalars.filter { $0.value > 0x20 && $0.value != 0x7F }))
  guard let colon = visible.firstIndex(of: ":") else { return visible }
  let scheme = visible[..<colon]
  // "notes/a:b", "#a:b", "?q=a:b": a colon behind one of these is no scheme's.
  if scheme.contains(where: { "/?#".contains($0) }) { return visible }
  return ["http", "https", "mailto"].contains(scheme.lowercased()) ? visible : nil
}
