import Personnel

/// What files of a year say, beside the state at its end.
struct HistoricYear {
    /// Rows of the establishment: posts with the seats that they have from the day on.
    var formasi: [(agency: String, post: HistoricPost, day: CivilDate)] = []
    /// Rows of rw_pemberhentian: person and SIASN's name of the standing.
    var departures: [(person: Int, standing: String)] = []
    /// Rows of rw_cltn: person, begin, planned end, and the day of coming back.
    var leave: [(person: Int, begins: CivilDate, ends: CivilDate, active: CivilDate?)] = []
}

extension HistoricCity {
    /// Lives one year up to its November, in the order of the months; what the files bring happens here.
    mutating func live(_ year: Int) -> HistoricYear {
        var files = HistoricYear()
        if year == Self.years.lowerBound {
            settle(year, &files)
        } else {
            if year.isMultiple(of: 3) { reckonWorkload(year, &files) }
            comeBack(year, &files)
            depart(year, &files)
            goOnLeave(year, &files)
            move(year)
            appointHeads(year)
            promote(year)
            hireSome(year)
        }
        nameActing(year)
        return files
    }

    /// The people of the first year, appointed long ago.
    private mutating func settle(_ year: Int, _ files: inout HistoricYear) {
        for agency in Self.agencies {
            for post in posts[agency] ?? [] {
                files.formasi.append((agency, post, date(year, 1, 4)))
                let people = post.isHead ? 1 : post.seats - 1
                for _ in 0..<people {
                    // Old enough that somebody retires in most years.
                    let age = post.isHead ? 26 : 24
                    let appointed = date(year - Int.random(in: post.isHead ? 24...31 : 6...31, using: &random), 3, 1)
                    hire(into: agency, post, appointed: appointed, since: date(year, 1, 4), age: age)
                }
            }
        }
    }

    /// In each agency one post gets two seats more, and another one that has a free seat loses it.
    private mutating func reckonWorkload(_ year: Int, _ files: inout HistoricYear) {
        for agency in posts.keys.sorted() {
            func change(_ index: Int, by seats: Int) {
                posts[agency]?[index].seats += seats
                guard let post = posts[agency]?[index] else { return }
                files.formasi.append((agency, post, date(year, 1, 2)))
                events += 1
            }
            let all = posts[agency] ?? []
            guard let raised = all.indices.filter({ !all[$0].isHead }).randomElement(using: &random),
                let lowered = all.indices.filter({ !all[$0].isHead && $0 != raised && hasSeat(agency, all[$0]) })
                    .randomElement(using: &random)
            else { continue }
            change(raised, by: 2)
            change(lowered, by: -1)
        }
    }

    private mutating func comeBack(_ year: Int, _ files: inout HistoricYear) {
        for person in people.indices {
            guard case .leave(let since, let until) = people[person].place, until.year == year else { continue }
            let agency = people[person].agency
            guard let post = freePost(agency, { !$0.isHead }) else { continue }
            let back = until + 1
            files.leave.append((person, since, until, back))
            people[person].place = .post(unit: post.unit, title: post.title, since: back)
            people[person].decree = newDecree(back)
            events += 1
        }
    }

    private mutating func depart(_ year: Int, _ files: inout HistoricYear) {
        for person in people.indices where people[person].isServing {
            let age = year - people[person].birth.year
            let (standing, kind): (String, String)
            if age >= 58, !people[person].isContract {
                (standing, kind) = ("Mencapai BUP", "retirement")
            } else if chance(0.008) {
                (standing, kind) = ("Meninggal Dunia", "death")
            } else if chance(0.008) {
                (standing, kind) = ("Mengundurkan Diri", "resignation")
            } else {
                continue
            }
            // In the first half of the year, so that successors come after it.
            people[person].place = .left(kind: kind, day: day(year, 2...5))
            people[person].decree = newDecree(date(year, 1, 20))
            files.departures.append((person, standing))
            events += 1
        }
    }

    private mutating func goOnLeave(_ year: Int, _ files: inout HistoricYear) {
        for person in people.indices
        where people[person].isServing && !people[person].isContract && !isHead(person) && since(person).year < year {
            guard chance(0.02) else { continue }
            let begins = day(year, 4...6)
            let ends = date(year + 1, 2, 27)
            people[person].place = .leave(since: begins, until: ends)
            people[person].decree = newDecree(date(year, 3, 1))
            files.leave.append((person, begins, ends, nil))
            events += 1
        }
    }

    private mutating func move(_ year: Int) {
        // One after the other: a seat is taken after it was left.
        var day = date(year, 7, 1)
        for person in people.indices where canMove(person, year) && !isHead(person) && chance(0.06) {
            day = day + Int.random(in: 0...4, using: &random)
            take(person, on: day, { !$0.isHead })
        }
    }

    /// Vacant heads' posts go to somebody of the agency; some stay vacant for a year.
    private mutating func appointHeads(_ year: Int) {
        var day = date(year, 9, 1)
        for agency in Self.agencies {
            for post in posts[agency] ?? [] where post.isHead && hasSeat(agency, post) && chance(0.6) {
                let able = people.indices.filter {
                    people[$0].agency == agency && canMove($0, year) && !people[$0].isContract && !isHead($0)
                        && year - people[$0].birth.year < 56
                }
                guard let person = able.randomElement(using: &random) else { continue }
                day = day + Int.random(in: 0...4, using: &random)
                take(person, on: day, { $0 == post })
                acting.removeAll { $0.agency == agency && $0.post == post }
            }
        }
    }

    private mutating func promote(_ year: Int) {
        for person in people.indices where people[person].isServing && !people[person].isContract {
            guard year - people[person].rankSince.year >= 4, people[person].rank < 44, chance(0.7) else { continue }
            let next = people[person].rank == 34 ? 41 : people[person].rank + 1
            people[person].rank = next
            people[person].rankSince = date(year, 4, 1)
            events += 1
        }
    }

    private mutating func hireSome(_ year: Int) {
        for agency in posts.keys.sorted() {
            for _ in 0..<3 {
                let first = date(year, 11, 1)
                let isContract = year >= 2021 && chance(0.5)
                hire(into: agency, appointed: first, since: first, age: 25, isContract: isContract)
            }
        }
    }

    private mutating func nameActing(_ year: Int) {
        acting.removeAll { !people[$0.person].isServing || people[$0.person].agency != $0.agency }
        for agency in posts.keys.sorted() {
            for post in posts[agency] ?? [] where post.isHead && hasSeat(agency, post) {
                guard !acting.contains(where: { $0.agency == agency && $0.post == post }) else { continue }
                let able = people.indices.filter {
                    people[$0].agency == agency && people[$0].isServing && isHead($0) && !isActing($0)
                        && since($0) < date(year, 10, 1)
                }
                guard let person = able.randomElement(using: &random) else { continue }
                acting.append((agency, person, post, date(year, 11, 2)))
                events += 1
            }
        }
    }

    // MARK: - Steps

    private mutating func take(
        _ person: Int,
        on day: CivilDate,
        _ isWanted: (HistoricPost) -> Bool
    ) {
        let agency = people[person].agency
        let present = post(of: person)
        guard let post = freePost(agency, { isWanted($0) && $0 != present }) else { return }
        people[person].place = .post(unit: post.unit, title: post.title, since: day)
        people[person].decree = newDecree(day)
        events += 1
    }

    func post(of person: Int) -> HistoricPost? {
        posts[people[person].agency]?.first { $0.unit == people[person].unit && $0.title == people[person].title }
    }

    func isHead(_ person: Int) -> Bool { post(of: person)?.isHead ?? false }

    func isActing(_ person: Int) -> Bool { acting.contains { $0.person == person } }

    func since(_ person: Int) -> CivilDate {
        if case .post(_, _, let since) = people[person].place { since } else { people[person].appointed }
    }

    /// One change of post a year, and no head in two posts.
    private func canMove(_ person: Int, _ year: Int) -> Bool {
        people[person].isServing && since(person).year < year && !isActing(person)
    }
}
