/// How many people a cycle has, and how far they are: in one agency, or added up.
public struct CycleFigures: Sendable, Hashable {
    /// With an appraisal in the cycle.
    public var people: Int
    public var rated: Int
    /// Closed without a rating.
    public var missing: Int
    /// People by rating, in the order of `Rating`: sangat baik first.
    public var ratings: [Int]
    /// People by box of the talent map, box 1 first.
    public var boxes: [Int]
    /// Rated, but too little is known of the potential for a box.
    public var unplaced: Int

    /// - Parameters:
    ///   - ratings: five numbers, sangat baik first.
    ///   - boxes: nine numbers, box 1 first.
    public init(
        people: Int = 0,
        rated: Int = 0,
        missing: Int = 0,
        ratings: [Int] = [Int](repeating: 0, count: 5),
        boxes: [Int] = [Int](repeating: 0, count: 9),
        unplaced: Int = 0
    ) {
        precondition(ratings.count == 5, "there are five ratings")
        precondition(boxes.count == 9, "there are nine boxes")
        self.people = people
        self.rated = rated
        self.missing = missing
        self.ratings = ratings
        self.boxes = boxes
        self.unplaced = unplaced
    }

    public static func + (left: CycleFigures, right: CycleFigures) -> CycleFigures {
        CycleFigures(
            people: left.people + right.people,
            rated: left.rated + right.rated,
            missing: left.missing + right.missing,
            ratings: zip(left.ratings, right.ratings).map(+),
            boxes: zip(left.boxes, right.boxes).map(+),
            unplaced: left.unplaced + right.unplaced
        )
    }
}
