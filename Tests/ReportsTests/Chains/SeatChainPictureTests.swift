import Characters
import Personnel
import Testing
import Texts

@testable import Reports

@Suite("Pictures of chains")
struct SeatChainPictureTests {
    private typealias Chain = SeatChainPicture.Chain
    private typealias Seat = SeatChainPicture.Seat
    private typealias Hop = SeatChainPicture.Hop

    private static let frame = PictureFrame(scope: "Kota Medan", asOf: .on(2025, 8, 21))

    /// Seats that each the next person leaves; nil for a person without a seat.
    private static func chain(
        _ form: SeatChain.Form,
        _ seats: [Seat?],
        hasSeat: Bool = true,
        component: Int = 1
    ) -> Chain {
        Chain(
            component: component,
            form: form,
            first: seats[0],
            hasSeat: hasSeat,
            hops: seats.dropFirst().enumerated()
                .map { Hop(caseNumber: "TRF-2025-00000\($0 + 1)", from: $1) }
        )
    }

    /// The round of 21 August 2025 in Medan: a chain of five whose last person came from a post that was not told.
    static let medan = SeatChainPicture(
        frame: frame,
        chains: [
            chain(
                .chain,
                [
                    Seat(title: "Staf Ahli Ekonomi Keuangan dan Pembangunan", agency: "setda"),
                    Seat(title: "Kepala Badan Riset dan Inovasi Daerah", agency: "brida"),
                    Seat(title: "Kepala Badan Perencanaan Pembangunan Daerah", agency: "bappeda"),
                    Seat(title: "Asisten Administrasi Umum", agency: "setda"),
                    Seat(title: "Asisten Ekonomi Pembangunan", agency: "setda"), nil,
                ]
            ),
            chain(
                .single,
                [
                    Seat(title: "Kepala Badan Pendapatan Daerah", agency: "bapenda"),
                    Seat(title: "Sekretaris Dinas Komunikasi dan Informatika", agency: "diskominfo"),
                ],
                component: 2
            ),
        ]
    )

    private static func heads(_ count: Int, _ form: SeatChain.Form) -> SeatChainPicture {
        let seats = (1...count).map { Seat(title: "Kepala Dinas \($0)", agency: "dinas-\($0)") }
        let closed = form == .swap || form == .rotation
        return SeatChainPicture(
            frame: frame,
            chains: [chain(form, closed ? seats + seats.prefix(1) : seats)]
        )
    }

    static let swap = heads(2, .swap)
    static let rotation = heads(4, .rotation)
    static let twelve = heads(13, .chain)
    static let single = heads(2, .single)

    private static let hostile = SeatChainPicture(
        frame: frame,
        chains: [
            chain(
                .chain,
                [
                    Seat(title: Sample.hostile, agency: "a"), Seat(title: Sample.long, agency: "b"),
                    Seat(title: String(repeating: "X", count: 300), agency: String(repeating: "y", count: 31)), nil,
                ],
                hasSeat: false
            ),
            Chain(component: 2, form: .single, first: nil, hops: [Hop(caseNumber: Sample.long, from: nil)]),
        ]
    )

    static let pictures = [
        medan, swap, rotation, twelve, single, hostile, SeatChainPicture(frame: frame, chains: []), heads(3, .rotation),
        heads(7, .rotation), heads(8, .rotation), heads(6, .chain),
    ]

    @Test("keep all they draw inside, write no text over another, and say no markup", arguments: Language.allCases)
    func drawn(language: Language) throws {
        for picture in Self.pictures {
            let svg = try Element.parse(picture.svg(language))
            let geometry = try Geometry(svg)
            #expect(geometry.outside.isEmpty && geometry.overlaps.isEmpty, "\(picture.chains.count)")
            let allowed: Set = ["svg", "title", "desc", "rect", "text", "path", "g"]
            #expect(svg.all.allSatisfy { allowed.contains($0.name) })
            let page = try Element.parse(picture.html(language))
            #expect(page.all("svg").count == 1 && page.all("b").isEmpty)
        }
    }

    /// The boxes as they lie, in the order of the chain.
    private func boxes(_ picture: SeatChainPicture) throws -> [(x: Int, y: Int, width: Int, isDashed: Bool)] {
        let svg = try Element.parse(picture.drawing(.english).element(title: "x").text)
        return svg.all("rect")
            .map { box in
                func number(_ key: String) -> Int { Int(box.attributes[key] ?? "") ?? -1 }
                return (number("x"), number("y"), number("width"), box.attributes["stroke-dasharray"] != nil)
            }
    }

    @Test("lay at most three boxes in a row, the next row in the other direction")
    func snake() throws {
        let boxes = try boxes(Self.heads(6, .chain))
        #expect(boxes.map(\.x) == [16, 238, 460, 460, 238, 16])
        #expect(Set(boxes.map(\.y)).count == 2 && boxes[2].y == boxes[0].y && boxes[3].y > boxes[2].y)
        #expect(try self.boxes(Self.twelve).count == 13)
    }

    @Test("dash the box of a vacant seat and of a person without one, and no other")
    func dashed() throws {
        #expect(
            try boxes(Self.medan).map(\.isDashed) == [true, false, false, false, false, true, true, false]
        )
        #expect(try boxes(Self.rotation).allSatisfy { !$0.isDashed })
        // Where there is no free seat, nothing is vacant.
        #expect(try boxes(Self.hostile).map(\.isDashed) == [false, false, false, true, false, true])
    }

    @Test("no text is wider than its box")
    func fits() throws {
        for picture in Self.pictures {
            for language in Language.allCases {
                let svg = try Element.parse(picture.drawing(language).element(title: "x").text)
                let columns = svg.all("text").filter { $0.attributes["x"] != "0" }
                for text in columns {
                    let size = Int(text.attributes["font-size"] ?? "") ?? 0
                    #expect(
                        text.content.width(size: size, bold: text.attributes["font-weight"] != nil) <= 164,
                        "\(text.content)"
                    )
                }
            }
        }
    }

    @Test("one arrow for each move: an open chain has as many as boxes less one, a closed one as many as boxes")
    func arrows() throws {
        func heads(_ picture: SeatChainPicture) throws -> Int {
            let svg = try Element.parse(picture.drawing(.english).element(title: "x").text)
            return svg.all("path").filter { $0.attributes["fill"] == "#1a1a1a" }.count
        }
        #expect(try heads(Self.medan) == 6)
        #expect(try heads(Self.swap) == 2)
        #expect(try heads(Self.rotation) == 4)
        #expect(try heads(Self.twelve) == 12)
    }

    @Test("on a terminal a chain is read from the vacancy backwards, in both languages")
    func terminal() {
        let lines = Self.medan.lines(.indonesian, width: 400).map { $0.rendered(width: 400, colour: false) }
        #expect(
            lines == [
                "Bagian 1: mutasi berantai, 5 perpindahan",
                "  Staf Ahli Ekonomi Keuangan dan Pembangunan, setda · lowong "
                    + "← Kepala Badan Riset dan Inovasi Daerah, brida (TRF-2025-000001) "
                    + "← Kepala Badan Perencanaan Pembangunan Daerah, bappeda (TRF-2025-000002) "
                    + "← Asisten Administrasi Umum, setda (TRF-2025-000003) "
                    + "← Asisten Ekonomi Pembangunan, setda (TRF-2025-000004) "
                    + "← tanpa jabatan definitif (TRF-2025-000005)", "", "Bagian 2: mutasi tunggal, 1 perpindahan",
                "  Kepala Badan Pendapatan Daerah, bapenda · lowong "
                    + "← Sekretaris Dinas Komunikasi dan Informatika, diskominfo (TRF-2025-000001)",
            ]
        )
        let swap = Self.swap.lines(.english, width: 60).map { $0.rendered(width: 60, colour: false) }
        #expect(
            swap == [
                "Part 1: exchange of posts, 2 moves", "  Kepala Dinas 1, dinas-1",
                "  ← Kepala Dinas 2, dinas-2 (TRF-2025-000001)", "  ← Kepala Dinas 1, dinas-1 (TRF-2025-000002)",
            ]
        )
        #expect(
            Self.hostile.lines(.english, width: 80).map { $0.rendered(width: 80, colour: false) }
                .contains { $0.contains("without a free seat") }
        )
    }

    @Test("keeps within the terminal", arguments: [1, 2, 34, 40, 80])
    func width(_ width: Int) {
        for picture in Self.pictures {
            let text = picture.terminal(.english, width: width, colour: false)
            #expect(text.split(separator: "\n").allSatisfy { String($0).displayWidth <= width })
        }
    }

    @Test("the table has a row for each move, under keys that stay")
    func table() {
        #expect(
            Self.rotation.table.rendered(as: .csv, width: nil) == """
                component,chain,form,place,number,from_agency,from_post,to_agency,to_post
                1,1,rotation,1,TRF-2025-000001,dinas-2,Kepala Dinas 2,dinas-1,Kepala Dinas 1
                1,1,rotation,2,TRF-2025-000002,dinas-3,Kepala Dinas 3,dinas-2,Kepala Dinas 2
                1,1,rotation,3,TRF-2025-000003,dinas-4,Kepala Dinas 4,dinas-3,Kepala Dinas 3
                1,1,rotation,4,TRF-2025-000004,dinas-1,Kepala Dinas 1,dinas-4,Kepala Dinas 4
                """
        )
    }

    @Test("of very many chains the first are drawn, and all are in the table")
    func many() throws {
        let chains = (1...130)
            .map { number in
                Self.chain(.single, [Seat(title: "Post \(number)", agency: "a"), nil], component: number)
            }
        let picture = SeatChainPicture(frame: Self.frame, chains: chains)
        #expect(try boxes(picture).count == 200 && picture.table.rows.count == 130)
        #expect(picture.sentences(.english).last == "Drawn: the first 100 of 130 chains.")
        #expect(picture.sentences(.english).first == "130 moves: single move 130.")
    }
}
