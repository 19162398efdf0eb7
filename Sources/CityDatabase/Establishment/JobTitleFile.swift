import CSV
import Characters
import Personnel
import Texts

/// A CSV file of titles, in the columns of the list of titles.
public enum JobTitleFile {
    /// - Throws: `CSVError` or `CityError` naming the line; a file is read whole or refused.
    public static func read(_ path: String) throws -> [JobTitle] {
        var header: ImportHeader?
        var titles: [JobTitle] = []
        try CSVFile.forEachRecord(path: path) { record in
            guard let known = header else {
                header = try ImportHeader(record, columns: columns)
                return
            }
            guard !ImportHeader.isBlank(record) else { return }
            guard record.count == known.count else {
                throw CityError(
                    .titleFileRowLength,
                    ["line": "\(record.line)", "columns": .number(known.count), "cells": .number(record.count)]
                )
            }
            let title = try title(known.cells(of: record), line: record.line)
            guard !titles.contains(where: { $0.title.lowercased() == title.title.lowercased() }) else {
                throw CityError(.titleFileTwice, ["line": "\(record.line)"])
            }
            titles.append(title)
        }
        guard !titles.isEmpty else { throw CityError(.fileRowsMissing) }
        return titles
    }

    private static let columns: [ImportColumn] = [
        .required("title"), .optional("family"), .optional("level"), .optional("retirement_age"),
        .optional("education"),
        .optional("fields"), .optional("trainings"), .optional("places"), .optional("source"),
    ]
    /// As the table accepts them.
    private static let ages = 50...75
    private static let longest = 500

    private static func title(_ cells: [String?], line: Int) throws -> JobTitle {
        func refused(_ place: Int) -> CityError {
            CityError(.titleFileCell, ["line": "\(line)", "column": .text(columns[place].name)])
        }
        func text(_ place: Int) throws -> String? {
            guard let text = cells[place] else { return nil }
            guard text.firstControl == nil, text.utf8.count <= longest else { throw refused(place) }
            return text
        }
        /// A cell that is empty, or that `read` understands.
        func value<Value>(_ place: Int, _ read: (String) -> Value?) throws -> Value? {
            guard let text = try text(place) else { return nil }
            guard let value = read(text) else { throw refused(place) }
            return value
        }
        guard let title = try text(0) else { throw refused(0) }
        return JobTitle(
            title: title,
            family: try text(1),
            level: try value(2) { PositionLevel(code: $0) },
            retirementAge: try value(3) { Int($0).flatMap { ages.contains($0) ? $0 : nil } },
            education: try value(4) { text in
                EducationLevel(siasn: text) ?? EducationLevel.allCases.first { $0.title == text }
            },
            fields: try text(5).map(TitleRequirement.list),
            trainings: try text(6).map(TitleRequirement.list),
            hasPlaces: try value(7) { ["true": true, "false": false][$0.lowercased()] } ?? false,
            source: try text(8)
        )
    }
}
