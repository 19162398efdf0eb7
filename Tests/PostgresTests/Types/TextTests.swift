import Foundation
import Postgres
import TestSupport
import Testing

@Suite("Text, bytes, documents and UUIDs")
struct TextTests {
    private let texts = [
        Specimen("", "", ""), Specimen("é'\"\\", "é'\"\\", "c3a9 27 22 5c"), Specimen("🏝️", "🏝️", "f09f8f9d efb88f"),
    ]
    private let bytes = [
        Specimen(Bytes([]), "\\x", ""), Specimen(Bytes([0, 255, 0x0A]), "\\x00ff0a", "00 ff 0a"),
    ]
    private let documents = [
        Specimen(JSONDocument(text: "[]"), "[]", "01 5b5d"),
        Specimen(JSONDocument(text: #"{"é": 1}"#), #"{"é": 1}"#, "01 7b22c3a9223a20317d"),
    ]
    private let identifiers = [
        Specimen(
            UUID(uuid: (0, 0x11, 0x22, 0x33, 0x44, 0x55, 0x66, 0x77, 0x88, 0x99, 0xAA, 0xBB, 0xCC, 0xDD, 0xEE, 0xFF)),
            "00112233-4455-6677-8899-aabbccddeeff",
            "00112233 44556677 8899aabb ccddeeff"
        )
    ]

    @Test("keep their golden bytes, which the server reads and sends")
    func golden() async throws {
        try await onServer { tx in
            try check(texts, as: "text", sentBy: "textsend", &tx)
            try check(bytes, as: "bytea", sentBy: "byteasend", &tx)
            try check(documents, as: "jsonb", sentBy: "jsonb_send", &tx)
            try check(identifiers, as: "uuid", sentBy: "uuid_send", &tx)
        }
        #expect(bytes.allSatisfy { $0.value.description == $0.text })
        #expect(documents.allSatisfy { $0.value.description == $0.text })
    }

    @Test("go to the server and back, five hundred random ones of each")
    func random() async throws {
        try await onServer { tx in
            let texts = try checkRandom(as: "text", seed: 11, &tx) { Self.text(&$0) }
            #expect(texts.allSatisfy { $0.text == $0.value })
            let bytes = try checkRandom(as: "bytea", seed: 12, &tx) { generator in
                Bytes(
                    (0..<Int.random(in: 0...40, using: &generator)).map { _ in .random(in: 0...255, using: &generator) }
                )
            }
            #expect(bytes.allSatisfy { $0.text == "\($0.value)" })
            try checkRandom(as: "jsonb", seed: 13, &tx) {
                JSONDocument(text: "{\"a\": [\($0.integer(Int.self)), null]}")
            }
            let identifiers = try checkRandom(as: "uuid", seed: 14, &tx) { generator in
                let bytes = (0..<16).map { _ in UInt8.random(in: 0...255, using: &generator) }
                return try UUID(binary: bytes.span, oid: .uuid)
            }
            #expect(identifiers.allSatisfy { $0.text == $0.value.uuidString.lowercased() })
        }
    }

    /// Any characters but U+0000.
    private static func text(_ generator: inout SeededGenerator) -> String {
        var text = ""
        for _ in 0..<Int.random(in: 0...30, using: &generator) {
            let scalar = Unicode.Scalar(UInt32.random(in: 1...0x10FFFF, using: &generator)) ?? "\u{FFFD}"
            text.unicodeScalars.append(scalar)
        }
        return text
    }

    @Test("a megabyte goes to the server and back")
    func long() async throws {
        let text = String(repeating: "ß", count: 1_000_000)
        let bytes = Bytes([UInt8](repeating: 7, count: 1_000_000))
        try await onServer { tx in
            let answer = try tx.one("select \(text), \(bytes), \([text])", as: (String, Bytes, [String]).self)
            #expect(answer == (text, bytes, [text]))
        }
    }

    @Test("every kind of text is read as a String, and json as a document, too")
    func kinds() async throws {
        try await onServer { tx in
            let kinds = try tx.one(
                "select 'a'::varchar, 'b'::name, 'c'::char(3), 'd', '[1]'::json, array['e'::varchar]",
                as: (String, String, String, String, String, [String]).self
            )
            #expect(kinds == ("a", "b", "c  ", "d", "[1]", ["e"]))
            let documents = try tx.one(
                "select '{\"b\":2}'::json, array['1'::json], array['2'::jsonb]",
                as: (JSONDocument, [JSONDocument], [JSONDocument]).self
            )
            #expect(documents.0.text == "{\"b\":2}")
            #expect(documents.1 == [JSONDocument(text: "1")] && documents.2 == [JSONDocument(text: "2")])
        }
    }

    @Test("a domain is read as the type under it")
    func domains() async throws {
        try await onServer { tx in
            try tx.execute("create domain pg_temp.code as text check (value <> '')")
            #expect(try tx.one("select 'x'::pg_temp.code", as: String.self) == "x")
        }
    }

    @Test("other lengths and random bytes are refused or read, and never trap")
    func hostile() throws {
        refuseOtherLengths(of: identifiers)
        for bytes in [[], [2, 0x31], [0]] as [[UInt8]] {
            #expect(throws: DecodingFailure.self) { try JSONDocument(binary: bytes.span, oid: .jsonb) }
        }
        // Not from a server that speaks UTF-8: repaired.
        let broken = hexadecimal("61ff")
        #expect(try String(binary: broken.span, oid: .text) == "a\u{FFFD}")
        try readRandomBytes(near: texts, seed: 11)
        try readRandomBytes(near: bytes, seed: 12)
        try readRandomBytes(near: documents, seed: 13)
        try readRandomBytes(near: identifiers, seed: 14)
    }
}
