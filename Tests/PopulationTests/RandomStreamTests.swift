import Testing

@testable import Population

@Suite("A random stream")
struct RandomStreamTests {
    @Test("is SplitMix64")
    func vector() {
        // The vector published for the seed 1234567 (Rosetta Code, Pseudo-random numbers/Splitmix64).
        var random = RandomStream(seed: 1_234_567)
        let expected: [UInt64] = [
            6_457_827_717_110_365_317, 3_203_168_211_198_807_973, 9_817_491_932_198_370_423,
            4_593_380_528_125_082_431, 16_408_922_859_458_223_821,
        ]
        #expect(expected.map { _ in random.next() } == expected)
    }

    @Test("differs by seed and by every word of its purpose")
    func purposes() {
        var streams = [
            RandomStream(seed: 1), RandomStream(seed: 2), RandomStream(seed: 1, "a"), RandomStream(seed: 1, "b"),
            RandomStream(seed: 1, "a", "b"), RandomStream(seed: 1, "b", "a"), RandomStream(seed: 1, "ab"),
        ]
        #expect(Set(streams.indices.map { streams[$0].next() }).count == streams.count)
    }

    @Test("shares out everything, each share its proportion rounded down or up, and on average right")
    func shares() {
        var random = RandomStream(seed: 5)
        let weights = [3.0, 0, 1, 0.5, 7, 0]
        var sums = [Int](repeating: 0, count: weights.count)
        let rounds = 4_000
        for _ in 0..<rounds {
            let shares = random.shares(of: 7, weights: weights)
            #expect(shares.reduce(0, +) == 7)
            for (index, share) in shares.enumerated() {
                let exact = 7 * weights[index] / 11.5
                #expect(abs(Double(share) - exact) < 1)
                sums[index] += share
            }
        }
        for (sum, weight) in zip(sums, weights) {
            #expect((Double(sum) / Double(rounds)).isNear(7 * weight / 11.5, within: 0.03))
        }
        #expect(random.shares(of: 5, weights: [0, 0]) == [0, 0])
        #expect(random.shares(of: 0, weights: [1, 2]) == [0, 0])
    }

    @Test("shuffles without loss, and every order comes up")
    func shuffle() {
        var random = RandomStream(seed: 6)
        var orders: [[Int]: Int] = [:]
        for _ in 0..<6_000 {
            var three = [1, 2, 3]
            random.shuffle(&three)
            orders[three, default: 0] += 1
        }
        #expect(orders.count == 6)
        #expect(orders.values.allSatisfy { (850...1_150).contains($0) })
    }

    @Test("draws a bell of mean 0 and deviation 1")
    func bell() {
        var random = RandomStream(seed: 7)
        let drawn = (0..<20_000).map { _ in random.bell() }
        #expect((drawn.reduce(0, +) / 20_000).isNear(0, within: 0.03))
        #expect((drawn.reduce(0) { $0 + $1 * $1 } / 20_000).isNear(1, within: 0.03))
    }

    @Test("writes ids of 32 hexadecimal digits")
    func ids() {
        var random = RandomStream(seed: 8)
        let ids = (0..<1_000).map { _ in random.id() }
        #expect(Set(ids).count == 1_000)
        #expect(ids.allSatisfy { $0.count == 32 && $0.allSatisfy { "0123456789ABCDEF".contains($0) } })
    }
}
