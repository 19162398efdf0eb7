infix operator ± : RangeFormationPrecedence

/// A number, and how far another may be from it to count as the same.
struct Tolerance {
    let number: Double
    let deviation: Double

    static func == (value: Double, tolerance: Tolerance) -> Bool {
        abs(value - tolerance.number) <= tolerance.deviation
    }
}

func ± (number: Double, deviation: Double) -> Tolerance { Tolerance(number: number, deviation: deviation) }

/// The part of the elements, 0...1, for which something holds.
func share<Element>(of elements: [Element], where holds: (Element) -> Bool) -> Double {
    Double(elements.count(where: holds)) / Double(elements.count)
}
