import CSV
import Characters
import Personnel
import Texts

/// A CSV file of agencies: columns code, name, short_name, kind.
public enum AgencyFile {
    /// - Throws: `CSVError` or `CityError` naming the line; a file is read whole or refused.
    public static func read(_ path: String) throws -> [AgencyDefinition] {
        var reader = Reader()
        try CSVFile.forEachRecord(path: path) { record in try reader.read(record) }
        return try reader.finish()
    }

    /// Reads the same from a text that the program carries.
    public static func parse(_ text: String) throws -> [AgencyDefinition] {
        var reader = Reader()
        var parser = CSVParser()
        try parser.parse(Array(text.utf8).span) { record in try reader.read(record) }
        try parser.finish { record in try reader.read(record) }
        return try reader.finish()
    }

    private struct Reader {
        private static let columns: [ImportColumn] = [
            .required("code"), .required("name"), .optional("short_name"), .required("kind"),
        ]

        private var header: ImportHeader?
        private var definitions: [AgencyDefinition] = []

        mutating func read(_ record: borrowing CSVRecord) throws {
            guard let header else {
                header = try ImportHeader(record, columns: Self.columns)
                return
            }
            guard !ImportHeader.isBlank(record) else { return }
            let line = record.line
            guard record.count == header.count else {
                throw CityError(
                    .agencyFileRowLength,
                    ["line": "\(line)", "columns": .number(header.count), "cells": .number(record.count)]
                )
            }
            let cells = header.cells(of: record)
            if let control = cells.lazy.compactMap({ $0?.firstControl }).first {
                throw CityError(.agencyFileControl, ["line": "\(line)", "character": "\(control)"])
            }
            guard let code = cells[0].flatMap({ AgencyCode($0) }) else {
                throw CityError(.agencyFileCode, ["line": "\(line)"])
            }
            guard let name = cells[1] else { throw CityError(.agencyFileName, ["line": "\(line)"]) }
            guard let kind = cells[3], AgencyDefinition.kinds.contains(kind) else {
                throw CityError(
                    .agencyFileKind,
                    ["line": "\(line)", "kinds": .text(AgencyDefinition.kinds.joined(separator: ", "))]
                )
            }
            guard !definitions.contains(where: { $0.code == code }) else {
                throw CityError(.agencyFileCodeTwice, ["line": "\(line)", "agency": "\(code)"])
            }
            definitions.append(AgencyDefinition(code: code, name: name, shortName: cells[2] ?? name, kind: kind))
        }

        func finish() throws -> [AgencyDefinition] {
            guard !definitions.isEmpty else { throw CityError(.fileRowsMissing) }
            return definitions
        }
    }
}
