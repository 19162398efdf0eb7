extension Double {
    /// With so many decimals, rounded half away from zero, and always a point.
    public func fixed(_ decimals: Int) -> String {
        // What a database's clock or a planted row gives may be no length of time at all.
        guard magnitude < 1e12 else { return "\(self)" }
        let scale = (0..<decimals).reduce(1) { scale, _ in scale * 10 }
        let units = Int((self * Double(scale)).rounded())
        guard decimals > 0 else { return String(units) }
        let fraction = String(abs(units) % scale)
        let sign = units < 0 ? "-" : ""
        return "\(sign)\(abs(units) / scale).\(String(repeating: "0", count: decimals - fraction.count))\(fraction)"
    }
}
