import CityDatabase
import Personnel
import TestSupport
import Testing

/// What is decided in December, through the programs and not by files.
extension HistoryStage {
    func december(_ year: Int) async throws {
        try await renewContracts(year)
        try await moveAcross(year)
        if year > HistoricCity.years.lowerBound { try await correct(year) }
        switch year {
        case 2018: try await splitUnit(year)
        case 2020: try await renameUnit(year)
        case 2022: try await mergeUnits(year)
        case 2024: try await mergeAgencies(year)
        default: break
        }
    }

    /// Contracts run for two years: half are renewed, the others end.
    private func renewContracts(_ year: Int) async throws {
        for person in history.people.indices {
            let contract = history.people[person]
            guard contract.isContract, contract.isServing, year > contract.appointed.year,
                (year - contract.appointed.year).isMultiple(of: 2)
            else { continue }
            let day = history.date(year, 12, 1)
            let service = ServiceEvents(city.database, try await agency(contract.agency))
            func record(_ kind: ServiceEventKind) async throws {
                _ = try await service.record(
                    ServiceEvent(
                        nip: contract.nip,
                        kind: kind,
                        day: day,
                        documentNumber: history.newDecree(day),
                        documentDate: day + -20,
                        recordedBy: "BKPSDM"
                    )
                )
                history.events += 1
            }
            try await record(.contractEnd)
            if history.chance(0.5) {
                try await record(.contractRenewal)
            } else {
                history.people[person].place = .left(kind: "contract_end", day: day)
            }
        }
    }

    /// One person from each agency takes a free seat of the next.
    private func moveAcross(_ year: Int) async throws {
        let codes = history.posts.keys.sorted()
        for (index, code) in codes.enumerated() {
            let other = codes[(index + 1) % codes.count]
            let able = history.people.indices.filter {
                history.people[$0].agency == code && history.people[$0].isServing && !history.people[$0].isContract
                    && !history.isHead($0) && !history.isActing($0) && history.since($0).year < year
            }
            guard let person = able.randomElement(using: &history.random),
                let post = history.freePost(other, { !$0.isHead })
            else { continue }
            let day = history.date(year, 12, 5)
            let decree = history.newDecree(day)
            try await Moves(city.database)
                .carryOut(
                    Move(
                        nip: history.people[person].nip,
                        from: try #require(AgencyCode(code)),
                        to: try #require(AgencyCode(other)),
                        postID: try await number(post, other),
                        day: day,
                        decreeNumber: decree,
                        decreeDate: day + -10
                    )
                )
            history.people[person].agency = other
            history.people[person].place = .post(unit: post.unit, title: post.title, since: day)
            history.people[person].decree = decree
            history.events += 1
        }
    }

    /// Puts a name and a first day right that the files of the register go on to bring wrongly.
    private func correct(_ year: Int) async throws {
        let ground = CorrectionGround(
            reason: "typing error in the register",
            documentNumber: nil,
            correctedBy: "BKPSDM"
        )
        for code in history.posts.keys.sorted() {
            let corrections = Corrections(city.database, try await agency(code))
            let able = history.people.indices.filter {
                history.people[$0].agency == code && history.people[$0].isServing && history.mistakes[$0] == nil
                    && history.since($0).year == year && history.since($0) < history.date(year, 11, 1)
                    && history.since($0) > history.people[$0].appointed
            }
            guard let person = able.randomElement(using: &history.random),
                let post = history.post(of: person)
            else { continue }
            let (known, wrong) = (history.people[person], history.since(person))
            var mistake = HistoricMistake()
            (mistake.name, mistake.since, mistake.rightSince) = (known.name, wrong, wrong + 3)
            var day = AssignmentCorrection()
            day.since = wrong + 3
            do {
                _ = try await corrections.correct(RecordedAssignment(), of: known.nip, day, ground)
            } catch let error as CityError where error.code == .postOverfull {
                // Somebody took the seat that the person would have left later.
                continue
            }
            var name = PersonCorrection()
            name.name = known.name + " Saragih"
            _ = try await corrections.correct(known.nip, name, ground)
            history.mistakes[person] = mistake
            history.people[person].name += " Saragih"
            history.people[person].place = .post(unit: post.unit, title: post.title, since: wrong + 3)
            history.events += 2
        }
    }

    // MARK: - Reorganisation

    private func decide(_ change: Reorganisation.Change, _ year: Int, in code: String) async throws {
        let day = history.date(year, 12, 10)
        let decision = Reorganisation(
            change,
            on: day,
            decreeNumber: history.newDecree(day),
            recordedBy: "BKPSDM"
        )
        _ = try await Units(city.database).apply(decision, to: agency(code))
        history.events += 1
    }

    /// Unit B of dinkes gives its executors to a new unit E.
    private func splitUnit(_ year: Int) async throws {
        let moving = (history.posts["dinkes"] ?? []).filter { $0.unit == "dinkes-B" && $0.kind == .executor }
        var numbers: [Int64] = []
        for post in moving { numbers.append(try await number(post, "dinkes")) }
        try await decide(
            .split("dinkes-B", into: "dinkes-E", name: "Bidang E DINKES", parent: nil, posts: numbers),
            year,
            in: "dinkes"
        )
        history.units["dinkes"]?.append(HistoricUnit(id: "dinkes-E", name: "Bidang E DINKES", parent: "dinkes-A"))
        for post in moving { history.replace(post, in: "dinkes", unit: "dinkes-E") }
    }

    private func renameUnit(_ year: Int) async throws {
        try await decide(.rename("dlh-C", to: "Bidang Persampahan"), year, in: "dlh")
        history.units["dlh"] = history.units["dlh"]?
            .map { $0.id == "dlh-C" ? HistoricUnit(id: $0.id, name: "Bidang Persampahan", parent: $0.parent) : $0 }
    }

    /// Unit D of disdag goes on in unit C: where both have one title, the seats are added.
    private func mergeUnits(_ year: Int) async throws {
        try await decide(.merge("disdag-D", into: "disdag-C"), year, in: "disdag")
        history.units["disdag"]?.removeAll { $0.id == "disdag-D" }
        for post in (history.posts["disdag"] ?? []).filter({ $0.unit == "disdag-D" }) {
            history.replace(post, in: "disdag", unit: "disdag-C")
        }
    }

    private func mergeAgencies(_ year: Int) async throws {
        let day = history.date(year, 12, 20)
        _ = try await Agencies(city.database)
            .merge(try #require(AgencyCode("diskop")), into: try #require(AgencyCode("disdag")), on: day)
        history.units["disdag", default: []] += history.units.removeValue(forKey: "diskop") ?? []
        history.posts["disdag", default: []] += history.posts.removeValue(forKey: "diskop") ?? []
        for person in history.people.indices where history.people[person].agency == "diskop" {
            if case .left = history.people[person].place { continue }
            history.people[person].agency = "disdag"
        }
        for index in history.acting.indices where history.acting[index].agency == "diskop" {
            history.acting[index].agency = "disdag"
        }
        history.events += 1
    }

    private func number(_ post: HistoricPost, _ code: String) async throws -> Int64 {
        let text = try await city.psql(
            """
            select t.post_id from post t join org_unit u using (agency_id, org_unit_id) join agency g using (agency_id)
            where g.code = '\(code)' and u.siasn_id = '\(post.unit)' and t.title = '\(post.title)'
            """
        )
        return try #require(Int64(text.filter { $0 != "\n" }))
    }
}

extension HistoricCity {
    /// A post goes on in another unit, or in the post of its title there.
    mutating func replace(_ post: HistoricPost, in agency: String, unit: String) {
        let known = posts[agency]?.first { $0.unit == unit && $0.title == post.title }
        let next = HistoricPost(unit: unit, title: post.title, kind: post.kind, seats: post.seats + (known?.seats ?? 0))
        for person in people.indices where people[person].agency == agency {
            guard case .post(post.unit, post.title, let since) = people[person].place else { continue }
            people[person].place = .post(unit: unit, title: post.title, since: since)
        }
        for index in acting.indices where acting[index].agency == agency && acting[index].post == post {
            acting[index].post = next
        }
        posts[agency]?.removeAll { $0 == post || $0 == known }
        posts[agency]?.append(next)
        // The other post of the title has more seats as well.
        for index in acting.indices where acting[index].agency == agency && acting[index].post == known {
            acting[index].post = next
        }
    }
}
