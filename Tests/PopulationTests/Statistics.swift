func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }

func covariance(_ left: [Double], _ right: [Double]) -> Double {
    let (leftMean, rightMean) = (mean(left), mean(right))
    return mean(zip(left, right).map { ($0 - leftMean) * ($1 - rightMean) })
}

/// Pearson's, -1...1.
func correlation(_ left: [Double], _ right: [Double]) -> Double {
    covariance(left, right) / (covariance(left, left) * covariance(right, right)).squareRoot()
}
