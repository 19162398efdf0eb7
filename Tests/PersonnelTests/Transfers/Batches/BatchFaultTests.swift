import Personnel
import Testing

@Suite("Faults of a batch")
struct BatchFaultTests {
    @Test("Two people into one seat are named, with those who compete for it")
    func tooMany() {
        var round = Round.row(3)
        round.move("B", 2, 2, 0)
        round.move("A", 1, 1, 0)
        #expect(
            round.batch.faults
                == [.init(kind: .tooManyArrivals(free: 1, staying: 0), seat: Round.seat(0), cases: ["A", "B"])]
        )
        #expect(round.batch.faultyCases == ["A", "B"])
    }

    @Test("A holder who is not on the list would be left without a seat by whoever comes")
    func displaced() {
        var round = Round.row(2)
        round.move("A", 1, 1, 2)
        #expect(
            round.batch.faults
                == [.init(kind: .tooManyArrivals(free: 0, staying: 1), seat: Round.seat(2), cases: ["A"])]
        )
        round.move("B", 2, 2, 1)
        #expect(round.batch.faults.isEmpty)
    }

    @Test("A post of several seats takes as many as are free after all have gone")
    func several() {
        var round = Round.row(4)
        round.post(7, seats: 3, 71, 72, 73)
        round.move("A", 71, 7, 0)
        round.move("B", 1, 1, 7)
        #expect(round.batch.faults.isEmpty)
        round.move("C", 2, 2, 7)
        #expect(
            round.batch.faults
                == [.init(kind: .tooManyArrivals(free: 1, staying: 2), seat: Round.seat(7), cases: ["B", "C"])]
        )
    }

    @Test("A person in two moves, and a case number of two moves, are named")
    func twice() {
        var round = Round.row(3)
        round.post(8)
        round.move("A", 1, 1, 0)
        round.move("B", 1, 1, 8)
        #expect(round.batch.faults == [.init(kind: .personTwice, cases: ["A", "B"])])
        var other = Round.row(3)
        other.post(8)
        other.move("A", 1, 1, 0)
        other.move("A", 2, 2, 8)
        #expect(other.batch.faults == [.init(kind: .caseTwice, cases: ["A"])])
    }

    @Test("A move names where it leads")
    func withoutSeat() {
        var round = Round.row(1)
        round.move("A", 1, 1, nil)
        #expect(round.batch.faults == [.init(kind: .withoutSeat, cases: ["A"])])
    }

    @Test("A move starts from the seat that the person holds, and from no other")
    func heldSeats() {
        var round = Round.row(3)
        round.move("A", 1, 2, 0)
        #expect(
            round.batch.faults == [
                .init(kind: .otherSeatHeld, seat: Round.seat(1), cases: ["A"]),
                .init(kind: .seatNotHeld, seat: Round.seat(2), cases: ["A"]),
            ]
        )
        var fromNone = Round.row(3)
        fromNone.move("A", 1, nil, 0)
        #expect(
            fromNone.batch.faults == [.init(kind: .otherSeatHeld, seat: Round.seat(1), cases: ["A"])]
        )
        var unknown = Round.row(1)
        unknown.move("A", 9, 8, 0)
        #expect(unknown.batch.faults == [.init(kind: .seatNotHeld, seat: Round.seat(8), cases: ["A"])])
    }

    @Test("A seat that the person does not hold is not freed by the move")
    func notFreed() {
        var round = Round.row(3)
        round.move("A", 9, 1, 0)
        round.move("B", 2, 2, 1)
        let faults = round.batch.faults
        #expect(faults.contains(.init(kind: .seatNotHeld, seat: Round.seat(1), cases: ["A"])))
        #expect(
            faults.contains(
                .init(kind: .tooManyArrivals(free: 0, staying: 1), seat: Round.seat(1), cases: ["B"])
            )
        )
    }

    @Test("A move into its own seat is one, and takes no other's")
    func ownSeat() {
        var round = Round.row(2)
        round.move("A", 1, 1, 1)
        #expect(round.batch.faults == [.init(kind: .intoOwnSeat, seat: Round.seat(1), cases: ["A"])])
    }

    @Test("An unknown or abolished receiving post is a fault; an abolished post may be left")
    func receivingPost() {
        var round = Round.row(3)
        round.post(8, 81, isAbolished: true)
        round.move("A", 1, 1, 9)
        round.move("B", 2, 2, 8)
        round.move("C", 81, 8, 0)
        #expect(
            round.batch.faults == [
                .init(kind: .unknownSeat, seat: Round.seat(9), cases: ["A"]),
                .init(kind: .abolishedSeat, seat: Round.seat(8), cases: ["B"]),
            ]
        )
    }

    @Test("Who comes before the holder goes would hold the seat with the other until then")
    func days() {
        var round = Round.row(3)
        round.move("A", 1, 1, 0, after: 5)
        round.move("B", 2, 2, 1)
        #expect(
            round.batch.faults == [
                .init(
                    kind: .heldTwice(from: Round.day, until: Round.day + 5),
                    seat: Round.seat(1),
                    cases: ["B", "A"]
                )
            ]
        )
        var later = Round.row(3)
        later.move("A", 1, 1, 0)
        later.move("B", 2, 2, 1, after: 5)
        #expect(later.batch.faults.isEmpty)
    }

    @Test("A seat that is vacant meanwhile takes the first who comes")
    func daysOfSeveral() {
        var round = Round.row(3)
        round.post(7, seats: 2, 71)
        round.move("A", 71, 7, 0, after: 5)
        round.move("B", 1, 1, 7)
        round.move("C", 2, 2, 7, after: 5)
        #expect(round.batch.faults.isEmpty)
        round.move("D", 3, 3, 7, after: 4)
        let kinds = round.batch.faults.map(\.kind)
        #expect(kinds.contains(.heldTwice(from: Round.day + 4, until: Round.day + 5)))
        #expect(kinds.contains(.tooManyArrivals(free: 2, staying: 0)))
    }

    @Test("A post that had too many people before is not a fault of the batch, until somebody comes")
    func overfullBefore() {
        var round = Round.row(3)
        round.post(7, seats: 1, 71, 72, 73)
        round.move("A", 71, 7, 0)
        #expect(round.batch.faults.isEmpty)
        round.move("B", 1, 1, 7)
        #expect(
            round.batch.faults
                == [.init(kind: .tooManyArrivals(free: 0, staying: 2), seat: Round.seat(7), cases: ["B"])]
        )
    }

    @Test("Each kind has a code of its own")
    func codes() {
        let kinds: [BatchFault.Kind] = [
            .caseTwice, .personTwice, .withoutSeat, .intoOwnSeat, .seatNotHeld, .otherSeatHeld, .unknownSeat,
            .abolishedSeat, .tooManyArrivals(free: 0, staying: 1), .heldTwice(from: Round.day, until: Round.day + 1),
        ]
        #expect(
            kinds.map(\.code) == [
                "case_twice", "person_twice", "without_seat", "into_own_seat", "seat_not_held", "other_seat_held",
                "unknown_seat", "abolished_seat", "too_many_arrivals", "held_twice",
            ]
        )
    }
}
