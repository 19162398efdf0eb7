import Testing
import Texts

@testable import Reports

@Suite("ProgressLine")
struct ProgressLineTests {
    private func line(_ done: Int, _ total: Int, _ seconds: Double, width: Int) -> String {
        ProgressLine.progress(
            done: done,
            total: total,
            elapsedSeconds: seconds,
            label: "score",
            width: width,
            language: .english
        )
    }

    @Test("shows bar, percent, count, rate and time left")
    func underWay() {
        #expect(
            line(12_500, 50_000, 10, width: 66)
                == "score  [████░░░░░░░░░░░░░░░]  25.0%  12500/50000  1250/s  ETA 0:30"
        )
    }

    @Test("says how long it took at the end")
    func done() {
        #expect(line(90, 90, 60, width: 200).hasSuffix("█]  100.0%  90/90  1.5/s  in 1:00"))
        #expect(line(7_450, 7_450, 3_725, width: 200).hasSuffix("█]  100.0%  7450/7450  2.0/s  in 1:02:05"))
    }

    @Test("never says done before it is")
    func almost() {
        let text = line(99_999, 100_000, 10, width: 200)
        #expect(text.contains("░]  99.9%  "))
        #expect(text.hasSuffix("ETA 0:01"))
    }

    @Test("promises nothing before the first is done")
    func start() {
        #expect(line(0, 10, 0, width: 40) == "score  [░░░░░░░░░░░░░░░░░░░]  0.0%  0/10")
        #expect(line(0, 0, 1, width: 30).hasSuffix("█]  100.0%  0/0"))
    }

    @Test("gives up the bar first, then the time, the rate and the count")
    func narrow() {
        #expect(line(12_500, 50_000, 10, width: 50) == "score  25.0%  12500/50000  1250/s  ETA 0:30")
        #expect(line(12_500, 50_000, 10, width: 40) == "score  25.0%  12500/50000  1250/s")
        #expect(line(12_500, 50_000, 10, width: 30) == "score  25.0%  12500/50000")
        #expect(line(12_500, 50_000, 10, width: 15) == "score  25.0%")
        #expect(line(12_500, 50_000, 10, width: 8) == "score…")
    }

    @Test("stays within every width", arguments: 0...120)
    func width(width: Int) {
        for done in [0, 1, 777, 1000] {
            let text = ProgressLine.progress(
                done: done,
                total: 1000,
                elapsedSeconds: 3,
                label: "Pemetaan 人事\n",
                width: width,
                language: .indonesian
            )
            #expect(text.displayWidth <= width)
            #expect(!text.contains("\n"))
        }
    }

    @Test("speaks Indonesian")
    func indonesian() {
        let line = { done, width in
            ProgressLine.progress(
                done: done,
                total: 90,
                elapsedSeconds: 60,
                label: "skor",
                width: width,
                language: .indonesian
            )
        }
        #expect(line(45, 40) == "skor  50,0\u{A0}%  45/90  0,8/dtk  sisa 1:00")
        #expect(line(90, 44) == "skor  100,0\u{A0}%  90/90  1,5/dtk  dalam 1:00")
    }

    @Test("does without a label")
    func unlabelled() {
        #expect(
            ProgressLine.progress(done: 1, total: 2, elapsedSeconds: 1, label: "", width: 20, language: .english)
                == "50.0%  1/2  1.0/s"
        )
    }
}
