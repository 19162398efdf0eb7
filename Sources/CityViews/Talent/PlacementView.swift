public import CityDatabase
import CityWork
import Foundation
public import Personnel
public import Reports
public import Texts

/// One person's placement: the sheet, the table of its components and the document.
public struct PlacementView {
    private let placement: TalentPlacement
    private let evidence: [Evidence]
    private let rules: RuleSet
    private let agency: Agency
    private let day: CivilDate
    private let cycle: CycleCode?
    private let versions: [AppraisalVersion]
    private let imprint: Imprint
    /// Of each piece of evidence.
    private let counts: [Bool]

    public init(
        _ placement: TalentPlacement,
        _ evidence: [Evidence],
        _ rules: RuleSet,
        _ agency: Agency,
        _ day: CivilDate,
        _ cycle: CycleCode?,
        _ versions: [AppraisalVersion],
        imprint: Imprint = Imprint()
    ) {
        self.placement = placement
        self.evidence = evidence
        self.rules = rules
        self.agency = agency
        self.day = day
        self.cycle = cycle
        self.versions = versions
        self.imprint = imprint
        let facts = evidence.map {
            EvidenceFact(
                kind: $0.kind,
                level: $0.level,
                isStated: $0.score != nil,
                first: $0.occurredOn,
                last: $0.endedOn
            )
        }
        counts = EvidenceFact.counted(facts, rules: rules, on: day)
    }

    private var chances: [Double]? {
        placement.probability(rules).map { chance in (1...9).map { chance.probability(of: $0) } }
    }

    public var sheet: PersonSheet {
        PersonSheet(
            name: placement.name,
            nip: placement.nip,
            post: placement.post,
            agency: agency.name,
            asOf: day,
            cycle: cycle?.description ?? "–",
            ruleSet: placement.ruleSet,
            performance: axis(.performance, placement.performance, placement.performanceLevel),
            potential: axis(.potential, placement.potential, placement.potentialLevel),
            box: placement.box,
            boxes: rules.boxes,
            probabilities: chances,
            versions: versions.map { version in
                PersonSheet.Version(
                    number: version.number,
                    kind: TextCatalogue.words.wording("appraisal.\(version.kind.rawValue)"),
                    day: version.decidedOn ?? day,
                    by: version.decidedBy ?? "–",
                    why: version.reason ?? "–"
                )
            },
            imprint: imprint
        )
    }

    private func axis(_ axis: TalentAxis, _ score: AxisScore?, _ level: TalentLevel?) -> PersonSheet.Axis {
        PersonSheet.Axis(
            components: axis.components.map { component in
                PersonSheet.Component(
                    title: Wording(indonesian: component.title, english: component.englishTitle),
                    weight: Double(rules.weights[component, default: 0]),
                    score: placement.components[component].map { Double($0.hundredths) / 100 },
                    evidence: evidence(for: component, counted: true).map(EvidenceWords.line),
                    notCounted: evidence(for: component, counted: false).map(EvidenceWords.line)
                )
            },
            knownWeight: Double(score?.knownWeight ?? 0),
            score: score.map { Double($0.value.hundredths) / 100 },
            level: level
        )
    }

    private func evidence(for component: TalentComponent, counted: Bool) -> [Evidence] {
        let kinds: [String] =
            switch component {
            case .development: ["certificate", "leadership", "development"]
            case .experience: ["posting", "experience"]
            default: [component.rawValue]
            }
        return zip(evidence, counts).filter { kinds.contains($0.kind) && $1 == counted }.map(\.0)
    }

    private static func words(_ evidence: Evidence) -> String {
        [evidence.title, evidence.documentNumber, evidence.level ?? evidence.score?.description]
            .compactMap { $0 }.joined(separator: " · ")
    }

    public var componentTable: Table {
        Table(
            columns: [Table.Column("axis", codes: .words("axis"))]
                + Table.Column.list("component", "weight", "score", "evidence"),
            rows: TalentComponent.allCases.map { component in
                let documents = evidence(for: component, counted: true)
                    .map { [$0.occurredOn?.iso, Self.words($0)].compactMap(\.self).joined(separator: " ") }
                return [
                    .text(component.axis.rawValue), .text(component.rawValue),
                    .integer(rules.weights[component, default: 0]),
                    placement.components[component].map { .decimal($0.description) } ?? .missing,
                    .optional(documents.isEmpty ? nil : documents.joined(separator: "; ")),
                ]
            }
        )
    }

    public func document(in language: Language) -> JSONValue {
        func axis(_ score: AxisScore?, _ level: TalentLevel?) -> JSONValue {
            .object([
                .init("score", score.map { .decimal($0.value.description) } ?? .null),
                .init("known_percent", .integer(score?.knownWeight ?? 0)),
                .init("level", level.map { .string($0.code) } ?? .null),
            ])
        }
        return .object([
            .init("nip", .string(placement.nip)), .init("name", .string(placement.name)),
            .init("agency", .string(agency.code.description)), .init("post", .string(placement.post)),
            .init("as_of", .string(day.iso)), .init("cycle", .optional(cycle?.description)),
            .init("rule_set", .string(placement.ruleSet)),
            .init("performance", axis(placement.performance, placement.performanceLevel)),
            .init("potential", axis(placement.potential, placement.potentialLevel)),
            .init("box", .optional(placement.box)),
            .init("box_chances_percent", chances.map { .array($0.map { .decimal(($0 * 100).fixed(1)) }) } ?? .null),
            .init(
                "missing",
                .array(TalentComponent.allCases.filter { placement.components[$0] == nil }.map { .string($0.rawValue) })
            ),
            .init("components", componentTable.json(in: language)),
            .init(
                "evidence",
                .array(
                    zip(evidence, counts)
                        .map { evidence, counts in
                            .object([
                                .init("kind", .string(evidence.kind)), .init("level", .optional(evidence.level)),
                                .init("score", evidence.score.map { .decimal($0.description) } ?? .null),
                                .init("title", .optional(evidence.title)),
                                .init("occurred", .optional(evidence.occurredOn?.iso)),
                                .init("ended", .optional(evidence.endedOn?.iso)),
                                .init("document", .optional(evidence.documentNumber)),
                                .init("document_date", .optional(evidence.documentDate?.iso)),
                                .init("counts", .boolean(counts)),
                            ])
                        }
                )
            ),
        ])
    }
}
