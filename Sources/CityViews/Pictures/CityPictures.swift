public import CityDatabase
import CityWork
import Foundation
public import Personnel
public import Reports
import Texts

/// Reads from the database what the pictures show.
public struct CityPictures {
    private let city: CityDatabase
    private let reach: Reach
    private let day: CivilDate
    private let leavesOut: @Sendable (LeftOut) -> Void
    /// The city's or the agency's name, and the day.
    public let frame: PictureFrame

    /// - Parameter leavesOut: called with what a picture leaves out since it cannot be read.
    public init(
        _ city: CityDatabase,
        in reach: Reach,
        day: CivilDate,
        title: String? = nil,
        imprint: Imprint = Imprint(),
        leavesOut: @escaping @Sendable (LeftOut) -> Void
    ) {
        self.city = city
        self.reach = reach
        self.day = day
        self.leavesOut = leavesOut
        frame = PictureFrame(
            scope: reach.agency?.name ?? title ?? "Kota \(city.name.capitalized)",
            asOf: day,
            imprint: imprint
        )
    }

    /// Of a picture of a cycle: its results are those of the day on which it places people, or of today until then.
    public func frame(of cycle: Cycle) async throws -> PictureFrame {
        let placed = try await Cycles(city).days(cycle)[.place] ?? cycle.code.last
        return PictureFrame(
            scope: frame.scope,
            asOf: min(placed, day),
            cycle: cycle.code.description,
            imprint: frame.imprint
        )
    }

    /// Of a cycle, or from what was true on the day.
    public func nineBox(_ code: CycleCode?) async throws -> NineBoxPicture {
        let map = TalentMap(city)
        let sets = RuleSets(city)
        let source: TalentSource
        let rules: RuleSet
        var frame = frame
        if let code {
            let cycle = try await Cycles(city).find(code)
            source = .cycle(cycle)
            frame = try await self.frame(of: cycle)
            rules = try await sets.find(cycle.ruleSet)
        } else {
            source = try await map.source(on: day)
            rules = try await sets.find(on: day)
        }
        let (counts, unplaced) = try await map.counts(source, in: reach)
        return NineBoxPicture(
            frame: frame,
            nineBox: NineBox(counts: counts, unplaced: unplaced, boxes: rules.boxes)
        )
    }

    /// Of a cycle, or of the newest one that was scored by the day.
    public func distribution(_ code: CycleCode?) async throws -> RatingDistributionPicture {
        let cycle = try await cycle(code)
        let distributions = try await RatingQuality(city, cycle).distributions(in: reach)
        let whole = distributions.filter { $0.unit == nil }
        let ratings = Rating.allCases.map { rating in whole.reduce(0) { $0 + $1.ratings[rating, default: 0] } }
        let own = reach == .city ? nil : whole.first?.organisation
        let pattern = own.map { organisation in
            let expected = DistributionPattern.expected(for: organisation)
            return Rating.allCases.map { rating -> RatingDistributionPicture.ShareRange in
                guard let range = expected[rating] else { return .free }
                return RatingDistributionPicture.ShareRange(
                    minimum: range.lowerBound > 0 ? range.lowerBound : nil,
                    maximum: range.upperBound < 100 ? range.upperBound : nil
                )
            }
        }
        return RatingDistributionPicture(
            frame: try await frame(of: cycle),
            ratings: ratings,
            pattern: pattern,
            organisationRating: own?.title,
            findings: reach == .city ? [] : (whole.first?.findings ?? []).map(Self.finding)
        )
    }

    private static func finding(_ finding: DistributionFinding) -> RatingDistributionPicture.Finding {
        let ratings = finding.rule.ratings.map(\.title)
        let (indonesian, english) =
            switch finding.rule.bound {
            case .moreThan: ("lebih dari", "more than")
            case .atLeast: ("paling sedikit", "at least")
            case .atMost: ("paling banyak", "at most")
            }
        let (small, share) = (finding.isSmall, finding.share.description)
        return RatingDistributionPicture.Finding(
            Wording(
                indonesian:
                    "\(ratings.joined(separator: " dan ")) \(share.replacing(".", with: ","))\u{A0}%, semestinya \(indonesian) "
                    + "\(finding.limit)\u{A0}%\(small ? "; unit kecil" : "")",
                english: "\(ratings.joined(separator: " and ")) \(share)%, expected \(english) "
                    + "\(finding.limit)%\(small ? "; small unit" : "")"
            ),
            isAdvisory: finding.isAdvisory
        )
    }

    public func coverage() async throws -> CoveragePicture {
        CoveragePicture(frame: frame, cycles: try await history())
    }

    /// The quarters that were scored by the day, in the order of time; of a cycle, those that ended no later.
    public func history(through last: Cycle? = nil) async throws -> [CoveragePicture.Cycle] {
        let cycles = Cycles(city)
        var history: [CoveragePicture.Cycle] = []
        let chosen =
            if let last { try await cycles.list().filter { $0.code.last <= last.code.last } } else {
                try await scored()
            }
        for cycle in chosen where cycle.code.kind != .year {
            let figures = try await cycles.figures(cycle, in: reach).reduce(CycleFigures()) { $0 + $1.figures }
            history.append(
                CoveragePicture.Cycle(
                    code: cycle.code.description,
                    people: figures.people,
                    rated: figures.rated,
                    placed: figures.boxes.reduce(0, +),
                    ratings: figures.ratings
                )
            )
        }
        return history
    }

    public func ages() async throws -> AgePyramidPicture {
        let figures = try await workforce()
        let groups = AgeGroup.allCases
        let bands = groups.enumerated()
            .map { index, group in
                AgePyramidPicture.Band(
                    firstAge: index == 0 ? nil : group.rawValue,
                    lastAge: index + 1 < groups.count ? groups[index + 1].rawValue - 1 : nil,
                    men: figures.men[group, default: 0],
                    women: figures.women[group, default: 0]
                )
            }
        let retirements = (day.year...day.year + 9)
            .map { AgePyramidPicture.Retirement(year: $0, people: figures.retirements[$0, default: 0]) }
        return AgePyramidPicture(frame: frame, bands: bands, retirements: retirements)
    }

    public func tenure() async throws -> TenurePicture {
        let figures = try await workforce()
        let rules = try await RuleSets(city).find(on: day)
        let last = 12
        var years = [Int](repeating: 0, count: last + 1)
        for (year, count) in figures.tenure { years[min(last, max(0, year))] += count }
        return TenurePicture(
            frame: frame,
            years: years,
            unknown: max(0, figures.people - figures.held),
            minimumMonths: rules[.minimumMonthsInPost],
            maximumMonths: rules[.maximumMonthsInPost]
        )
    }

    private func workforce() async throws -> Workforce.Figures {
        let figures = try await Workforce(city, asOf: day).figures(in: reach)
        if figures.unreadable > 0 { leavesOut(.people(figures.unreadable)) }
        return figures
    }

    private func cycle(_ code: CycleCode?) async throws -> Cycle {
        if let code { return try await Cycles(city).find(code) }
        guard let newest = try await scored().last else {
            throw CityError(.cycleNoneScored, ["day": "\(day)"])
        }
        return newest
    }

    private func scored() async throws -> [Cycle] {
        let cycles = Cycles(city)
        var scored: [Cycle] = []
        for cycle in try await cycles.list() {
            guard let due = try await cycles.days(cycle)[.score], due <= day else { continue }
            scored.append(cycle)
        }
        return scored
    }
}
