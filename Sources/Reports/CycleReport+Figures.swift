extension CycleReport {
    /// Numbers of people.
    public struct Figures: Sendable, Hashable {
        /// In the cycle.
        public let people: Int
        /// With a rating.
        public let rated: Int
        /// Without one.
        public let missing: Int
        /// By rating, sangat baik first and sangat kurang last.
        public let ratings: [Int]
        /// By box of the talent map, box 1 first; with the rated whose potential is not known.
        public let nineBox: NineBox

        /// - Parameters:
        ///   - ratings: five numbers, sangat baik first.
        ///   - boxes: nine numbers, box 1 first.
        ///   - unplaced: the rated whose potential is not known.
        public init(people: Int, rated: Int, missing: Int, ratings: [Int], boxes: [Int], unplaced: Int) {
            precondition(ratings.count == 5, "there are five ratings")
            self.people = people
            self.rated = rated
            self.missing = missing
            self.ratings = ratings
            nineBox = NineBox(counts: boxes, unplaced: unplaced)
        }

        public var boxes: [Int] { nineBox.counts }
        public var unplaced: Int { nineBox.unplaced }

        public static let none = Figures(
            people: 0,
            rated: 0,
            missing: 0,
            ratings: Array(repeating: 0, count: 5),
            boxes: Array(repeating: 0, count: 9),
            unplaced: 0
        )

        public static func + (left: Figures, right: Figures) -> Figures {
            Figures(
                people: left.people + right.people,
                rated: left.rated + right.rated,
                missing: left.missing + right.missing,
                ratings: zip(left.ratings, right.ratings).map(+),
                boxes: zip(left.boxes, right.boxes).map(+),
                unplaced: left.unplaced + right.unplaced
            )
        }
    }
}
