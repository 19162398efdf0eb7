import Personnel
import Testing

@Suite("A value of the older scale")
struct NumericRatingTests {
    private func value(_ hundredths: Int) throws -> NumericRating {
        try #require(NumericRating(hundredths: hundredths))
    }

    @Test(
        "is a rating by its bounds, and sangat baik only with a new idea",
        arguments: [
            (12_000, Rating.sangatBaik, Rating.baik), (11_000, .sangatBaik, .baik), (10_999, .baik, .baik),
            (9_000, .baik, .baik), (8_999, .butuhPerbaikan, .butuhPerbaikan),
            (7_000, .butuhPerbaikan, .butuhPerbaikan), (6_999, .kurang, .kurang), (5_000, .kurang, .kurang),
            (4_999, .sangatKurang, .sangatKurang), (0, .sangatKurang, .sangatKurang),
        ]
    )
    func bounds(hundredths: Int, withIdea: Rating, without: Rating) throws {
        let value = try value(hundredths)
        #expect(value.rating(createsIdea: true) == withIdea)
        #expect(value.rating(createsIdea: false) == without)
    }

    @Test("never gets a worse rating as it rises")
    func monotone() throws {
        for createsIdea in [true, false] {
            var last = Rating.sangatKurang
            for hundredths in 0...12_000 {
                let rating = try value(hundredths).rating(createsIdea: createsIdea)
                guard rating.rawValue <= last.rawValue else {
                    Issue.record("\(hundredths)")
                    return
                }
                last = rating
            }
            #expect(last == (createsIdea ? .sangatBaik : .baik))
        }
        #expect(NumericRating(hundredths: -1) == nil && NumericRating(hundredths: 12_001) == nil)
    }

    @Test("weighs plan and behaviour 70 to 30, or 60 to 40 where others were asked")
    func weights() throws {
        let (plan, behaviour) = (try value(11_000), try value(9_000))
        let plain = NumericRating(plan: plan, behaviour: behaviour, weighting: .withoutFeedback)
        let asked = NumericRating(plan: plan, behaviour: behaviour, weighting: .withFeedback)
        #expect(plain.description == "104.00" && asked.description == "102.00")
        #expect(asked < plain)
        // 69.995 rounds to 70.00, and is "Cukup".
        let edge = NumericRating(plan: try value(6_995), behaviour: try value(7_010), weighting: .withoutFeedback)
        #expect(edge.description == "70.00" && edge.rating(createsIdea: false) == .butuhPerbaikan)
        let top = NumericRating(plan: try value(12_000), behaviour: try value(12_000), weighting: .withFeedback)
        #expect(top.description == "120.00")
        #expect(try value(5).description == "0.05")
    }
}
