/// The part of the elements, 0...1, for which something holds.
func share<Element>(of elements: [Element], where holds: (Element) -> Bool) -> Double {
    Double(elements.count(where: holds)) / Double(elements.count)
}

extension Double {
    func isNear(_ other: Double, within deviation: Double) -> Bool { abs(self - other) <= deviation }
}
