import Characters
public import CityDatabase
import CityWork
import Foundation
public import Personnel
import Postgres
public import Reports
public import Texts

/// A person's appraisal: its parts as tables, on one terminal page and as a document.
public struct AppraisalView {
    private let record: AppraisalRecord
    private let cycle: CycleCode

    public init(_ record: AppraisalRecord, _ cycle: CycleCode) {
        self.record = record
        self.cycle = cycle
    }

    public func text(_ language: Language, width: Int?) -> String {
        func fitted(_ text: String) -> String {
            width.map { text.visibleLine.wrapped(to: $0).joined(separator: "\n") } ?? text
        }
        let head = ["\(record.name), \(record.nip)", post(language), state(language)]
        var parts = [head.map(fitted).joined(separator: "\n")]
        func add(_ title: Message, _ table: Table) {
            guard !table.rows.isEmpty else { return }
            parts.append("\(title()(language))\n\(table.rendered(as: .table, language, width: width))")
        }
        add(.appraisalQuarters, quarterTable)
        add(.appraisalSegments, segmentTable)
        add(.appraisalRatings, ratingTable)
        add(.appraisalVersions, versionTable)
        if let objection = record.objection { parts.append(fitted(words(for: objection)(language))) }
        return parts.joined(separator: "\n\n")
    }

    private var post: Wording {
        let rater = record.rater.map { Wording($0) } ?? Message.appraisalRaterOutside()
        var facts: [String: TextArgument] = [
            "post": .text(record.post), "level": .text(record.level), "rater": .wording(rater),
        ]
        guard let rank = record.rank else { return Message.appraisalRater(facts) }
        facts["rank"] = .text(rank)
        return Message.appraisalRaterRanked(facts)
    }

    private var state: Wording {
        var facts: [String: TextArgument] = [
            "cycle": .text(cycle.description),
            "state": .wording(TextCatalogue.words.wording("appraisal_state.\(record.state.rawValue)")),
        ]
        guard let day = record.receivedOn else { return Message.appraisalState(facts) }
        facts["day"] = .text(day.iso)
        return Message.appraisalStateReceived(facts)
    }

    private func words(for objection: AppraisalRecord.Objection) -> Wording {
        let decision =
            objection.decidedOn.map { day in
                (objection.isGranted == true ? Message.appraisalObjectionGranted : .appraisalObjectionRejected)(
                    ["day": .text(day.iso), "reason": .text(objection.reason ?? "")]
                )
            } ?? Message.appraisalObjectionPending()
        return Message.appraisalObjection([
            "filed": .text(objection.filedOn.iso), "deadline": .text(objection.deadline.iso),
            "decision": .wording(decision),
        ])
    }

    private var quarterTable: Table {
        Table(
            columns: Table.Column.list("cycle", "rating") + [Table.Column("box", alignment: .trailing)],
            rows: record.quarters.map {
                [.text($0.code.description), .optional($0.rating?.title), .optional($0.box)]
            }
        )
    }

    private var segmentTable: Table {
        Table(
            columns: Table.Column.list("segment", "first", "last", "post", "agency", "rater"),
            rows: record.segments.map {
                [
                    .integer($0.number), .text($0.first.iso), .text($0.last.iso), .text($0.title),
                    .optional($0.formerAgency?.description), .optional($0.rater),
                ]
            }
        )
    }

    private var ratingTable: Table {
        Table(
            columns: Table.Column.list("at", "result", "behaviour", "rater", "segment", "source"),
            rows: record.ratings.map {
                [
                    .text($0.on.iso), .integer($0.result.rawValue), .integer($0.behaviour.rawValue),
                    .optional($0.rater), .optional($0.segment), .text($0.source),
                ]
            }
        )
    }

    public var versionTable: Table {
        Table(
            columns: [Table.Column("version"), Table.Column("kind", codes: .words("appraisal"))]
                + Table.Column.list(
                    "result",
                    "behaviour",
                    "rating",
                    "performance",
                    "potential",
                    "box",
                    "rule_set",
                    "decided",
                    "by",
                    "reason"
                ),
            rows: record.versions.map {
                [
                    .integer($0.number), .text($0.kind.rawValue), .optional($0.workResult?.rawValue),
                    .optional($0.workBehaviour?.rawValue), .optional($0.rating?.code),
                    $0.performanceScore.map { .decimal($0.description) } ?? .missing,
                    $0.potentialScore.map { .decimal($0.description) } ?? .missing, .optional($0.box),
                    .optional($0.ruleSet), .optional($0.decidedOn?.iso), .optional($0.decidedBy),
                    .optional($0.reason),
                ]
            }
        )
    }

    public func document(in language: Language) -> JSONValue {
        .object([
            .init("cycle", .string(cycle.description)), .init("nip", .string(record.nip)),
            .init("name", .string(record.name)), .init("post", .string(record.post)),
            .init("position_level", .string(record.level)), .init("rank", .optional(record.rank)),
            .init("job_class", .optional(record.jobClass)),
            .init("rater", .optional(record.rater)), .init("state", .string(record.state.rawValue)),
            .init("reminded", .optional(record.remindedOn?.iso)),
            .init("received", .optional(record.receivedOn?.iso)),
            .init("quarters", quarterTable.json(in: language)), .init("segments", segmentTable.json(in: language)),
            .init("ratings", ratingTable.json(in: language)), .init("versions", versionTable.json(in: language)),
            .init("objection", objection),
        ])
    }

    private var objection: JSONValue {
        guard let objection = record.objection else { return .null }
        return .object([
            .init("filed", .string(objection.filedOn.iso)), .init("deadline", .string(objection.deadline.iso)),
            .init("for_the_person", .boolean(objection.isForThePerson)), .init("grounds", .string(objection.grounds)),
            .init("decided", .optional(objection.decidedOn?.iso)),
            .init("by", .optional(objection.decidedBy)),
            .init("granted", objection.isGranted.map { .boolean($0) } ?? .null),
            .init("reason", .optional(objection.reason)),
        ])
    }
}
