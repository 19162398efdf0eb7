import Postgres
import Testing

@testable import Jobs

@Suite("Size of a chunk")
struct ChunkSizesTests {
    private let score = Run(
        id: 1,
        kind: "cycle_phase",
        subject: "2026-Q3",
        step: "score",
        intendedAt: .init(microsecondsSince2000: 0)
    )
    private let place = Run(
        id: 2,
        kind: "cycle_phase",
        subject: "2026-Q3",
        step: "place",
        intendedAt: .init(microsecondsSince2000: 0)
    )

    @Test("goes to the size that fits into the time, fourfold at most, between the least and the most")
    func follows() {
        let sizes = ChunkSizes(target: .seconds(1), most: 20_000)
        #expect(sizes.size(for: score).keys == 1_000)
        // 10,000 keys a second.
        sizes.record(score, keys: 1_000, took: .milliseconds(100))
        #expect(sizes.size(for: score).keys == 4_000)
        sizes.record(score, keys: 4_000, took: .milliseconds(400))
        #expect(sizes.size(for: score).keys == 10_000)
        sizes.record(score, keys: 10_000, took: .milliseconds(10))
        #expect(sizes.size(for: score).keys == 20_000)
        sizes.record(score, keys: 20_000, took: .seconds(1000))
        #expect(sizes.size(for: score).keys == 100)
        #expect(sizes.size(for: place).keys == 1_000)
    }

    @Test("a fast tail of an agency says nothing, a slow one does")
    func tail() {
        let sizes = ChunkSizes(target: .seconds(1), most: 20_000)
        sizes.record(score, keys: 10, took: .microseconds(10))
        #expect(sizes.size(for: score).keys == 1_000)
        sizes.record(score, keys: 10, took: .milliseconds(50))
        #expect(sizes.size(for: score).keys == 200)
        sizes.record(score, keys: 0, took: .seconds(9))
        #expect(sizes.size(for: score).keys == 200)
    }

    @Test("before a step is measured its chunks grow up to the most, and afterwards they have its size")
    func growing() {
        let sizes = ChunkSizes(target: .seconds(1), most: 20_000)
        let parts = (0..<50).map { KeyRange(keys: $0 * 1_000 + 1...$0 * 1_000 + 1_000, count: 1_000) }
        let chunks = sizes.chunks(parts, of: sizes.size(for: score))
        #expect(chunks.map(\.count) == [1_000, 4_000, 16_000, 20_000, 9_000])
        #expect(chunks.first?.keys == 1...1_000 && chunks.last?.keys == 41_001...50_000)
        #expect(zip(chunks, chunks.dropFirst()).allSatisfy { $0.keys.upperBound + 1 == $1.keys.lowerBound })
        // The fastest that has been measured: still growing.
        sizes.record(score, keys: 1_000, took: .milliseconds(1))
        #expect(sizes.chunks(parts, of: sizes.size(for: score)).count == chunks.count)
        sizes.record(score, keys: 4_000, took: .seconds(1))
        #expect(sizes.chunks(parts, of: sizes.size(for: score)).map(\.count) == parts.map(\.count))
        #expect(sizes.chunks([], of: sizes.size(for: place)).isEmpty)
    }

    @Test("a chunk of twice the size is not cut, a larger one is")
    func cut() {
        let sizes = ChunkSizes(target: .seconds(1), most: 50)
        #expect(sizes.size(for: score).keys == 50)
        #expect(!sizes.isTooLarge(KeyRange(keys: 1...100, count: 100), for: score))
        #expect(sizes.isTooLarge(KeyRange(keys: 1...101, count: 101), for: score))
        sizes.record(score, keys: 50, took: .seconds(500))
        #expect(sizes.size(for: score).keys == 50)
    }
}
