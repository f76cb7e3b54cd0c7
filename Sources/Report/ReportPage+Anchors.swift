public import Lessons

extension ReportPage {
  /// The places of a lesson's page to which a link may lead: its headings, exercises and cells.
  public static func anchors(of lesson: Lesson) -> Set<String> {
    let reserved = reservedAnchors(of: lesson)
    var prose = ProseRenderer(anchors: Anchors(reserved: reserved))
    for case .prose(let block) in lesson.elements { _ = prose.html(block) }
    return reserved.union(prose.contents.map(\.anchor))
  }

  /// The ids that are no heading's.
  static func reservedAnchors(of lesson: Lesson) -> Set<String> {
    var anchors: Set<String> = ["lesson", "standing", "contents"]
    for slot in lesson.exercises {
      anchors.formUnion([exerciseAnchor(slot.id), "\(exerciseAnchor(slot.id))-title"])
    }
    for cell in lesson.cells { anchors.insert("cell-\(idPart(cell.label))") }
    return anchors
  }
}
