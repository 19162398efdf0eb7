import Personnel

/// Somebody leaves the service.
struct Departure: Sendable {
    /// Raw values are the legal standings (kedudukan hukum) that SIASN's lists name.
    enum Cause: String {
        case retirement = "Mencapai BUP"
        /// At the own request, with a pension: from 45 years of age with 20 years of service (PP 11/2017 art 305).
        case earlyPension = "Pemberhentian dengan hak pensiun"
        case resignation = "Mengundurkan Diri"
        case death = "Meninggal Dunia"

        /// The city's filing code of the decree.
        var filingCode: Int {
            switch self {
            case .retirement, .earlyPension: 882
            case .resignation: 881
            case .death: 883
            }
        }
    }

    /// A position among the workforce's servants.
    let servant: Int
    let cause: Cause
    /// The first day on which the person no longer serves.
    let day: CivilDate
    let signed: CivilDate
    let decree: String

    fileprivate init(_ servant: Int, _ cause: Cause, _ day: CivilDate, _ random: inout RandomStream) {
        let signed =
            switch cause {
            case .retirement: day + -random.integer(in: 60...180)
            case .earlyPension, .resignation: day + -random.integer(in: 5...40)
            case .death: day + random.integer(in: 2...latestDecree)
            }
        self.servant = servant
        self.cause = cause
        self.day = day
        self.signed = signed
        decree = DocumentNumber.make(cause.filingCode, signed, &random)
    }
}

/// Days until the decree about a death is signed, at most.
private let latestDecree = 12
/// Of all people, in a quarter of a year.
private let deathShare = 0.0008
private let resignationShare = 0.0008
/// Of structural posts' holders, in a quarter of a year.
private let earlyPensionShare = 0.02

extension Workforce {
    /// People who leave after `asOf` until `last`, that day included: all who reach the retirement age, and a few others. By
    /// position.
    ///
    /// - Parameter isLargest: of the city's agencies; in it somebody dies, somebody resigns, and a head of a unit leaves
    ///   where there is one, so that a small city shows it all.
    func departures(seed: UInt64, asOf: CivilDate, until last: CivilDate, isLargest: Bool) -> [Departure] {
        guard asOf < last else { return [] }
        var random = RandomStream(seed: seed, "departures", profile.code.description)
        var departures = servants.indices.compactMap { index -> Departure? in
            let servant = servants[index]
            let day = servant.career.birth.adding(months: 12 * servant.appointment.retirementAge).firstOfNextMonth
            return asOf < day && day <= last ? Departure(index, .retirement, day, &random) : nil
        }
        var staying = servants.indices.filter { index in !departures.contains { $0.servant == index } }
        random.shuffle(&staying)
        if headCourse == .leaves, let position = staying.firstIndex(of: 0) {
            var random = RandomStream(seed: seed, "succession", profile.code.description)
            let cause = servants[0].mayRetireEarly(asOf: asOf) ? Departure.Cause.earlyPension : .resignation
            let firsts = firsts(after: asOf, until: last)
            departures.append(Departure(0, cause, firsts.isEmpty ? last : random.pick(firsts), &random))
            staying.remove(at: position)
        }

        let needsAll = isLargest && servants.count >= 10
        func leave(
            _ cause: Departure.Cause,
            share: Double,
            atLeast least: Int,
            _ may: (Servant) -> Bool,
            on day: (inout RandomStream) -> CivilDate
        ) {
            // An agency keeps its own head until the age, or it might lose its only person.
            let fitting = staying.filter { ($0 != 0 || (needsAll && headCourse == .open)) && may(servants[$0]) }
            let drawn = random.shares(of: fitting.count, weights: [share, 1 - share])[0]
            let leaving = fitting.prefix(needsAll ? max(drawn, least) : drawn)
            departures += leaving.map { Departure($0, cause, day(&random), &random) }
            staying.removeAll { leaving.contains($0) }
        }

        let firsts = firsts(after: asOf, until: last)
        if !firsts.isEmpty {
            leave(.earlyPension, share: earlyPensionShare, atLeast: 2) { servant in
                servant.appointment.echelon != nil && servant.mayRetireEarly(asOf: asOf)
            } on: {
                $0.pick(firsts)
            }
        }
        let days = last - asOf
        leave(.resignation, share: resignationShare, atLeast: 1) { servant in
            servant.appointment.echelon == nil && servant.career.birth.completedYears(until: asOf) < 45
        } on: {
            asOf + 1 + $0.below(days)
        }
        if !departures.contains(where: { servants[$0.servant].appointment.echelon != nil }) {
            leave(.resignation, share: 0, atLeast: 1) {
                $0.appointment.echelon != nil
            } on: {
                asOf + 1 + $0.below(days)
            }
        }
        // The decree, too, is of the time that the files tell of.
        if days > latestDecree {
            leave(.death, share: deathShare, atLeast: 1) { _ in
                true
            } on: {
                asOf + 1 + $0.below(days - latestDecree)
            }
        }
        return departures.sorted { $0.servant < $1.servant }
    }

    /// First days of the next months.
    private func firsts(after asOf: CivilDate, until last: CivilDate) -> [CivilDate] {
        (0...12).map { asOf.firstOfNextMonth.adding(months: $0) }.filter { asOf < $0 && $0 <= last }
    }
}

extension Servant {
    /// PP 11/2017 art 305.
    fileprivate func mayRetireEarly(asOf: CivilDate) -> Bool {
        career.birth.completedYears(until: asOf) >= 45 && career.appointed.completedYears(until: asOf) >= 20
    }
}
