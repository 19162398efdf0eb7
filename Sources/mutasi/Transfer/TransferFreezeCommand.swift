import ArgumentParser
import CityDatabase
import CityViews
import Personnel
import Programs
import Texts

extension TransferCommand {
    struct Freezes: AsyncParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "freeze",
            abstract: "Keep the days on which posts may be filled only with the consent of Mendagri.",
            discussion: """
                election: from six months before candidates are determined to the end of the head's term (UU 10/2016 art \
                71(2)). new_head: six months from the inauguration of a head (art 162(3)). acting_head: under an acting head \
                (PP 49/2008 art 132A). While the city has entered none, these rules are not known and stop every transfer of a \
                managerial post.
                """,
            subcommands: [List.self, Add.self, End.self, Lift.self]
        )

        struct List: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "List these days, and the letters that lift them.",
                discussion: """
                    Example:
                      mutasi transfer freeze list
                    """
            )

            @OptionGroup var options: DatabaseOptions
            @OptionGroup var output: FormatOptions

            func run() async throws {
                output.print(TransferRulesView.table(try await Transfers(try options.cityDatabase()).freezes()))
            }
        }

        struct Add: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Enter the days of a freeze. Prints its number.",
                discussion: """
                    Without --to its end is not known. Check open transfers again afterwards.

                    Example:
                      mutasi transfer freeze add --kind new_head --from 2025-02-20 --to 2025-08-20 --basis "UU 10/2016 art \
                    162(3)" --by 196…
                    """
            )

            @OptionGroup var options: DatabaseOptions
            @Option(help: "Why posts are frozen.") var kind: FreezeWindow.Kind
            @Option(help: "The first day.") var from: CivilDate
            @Option(help: "The last day.") var to: CivilDate?
            @Option(help: "The regulation or decision from which the days follow.") var basis: TypedText
            @Option(help: "NIP or name of the person who enters it.") var by: TypedText

            func validate() throws {
                guard to.map({ $0 >= from }) ?? true else { throw ValidationError("--to is not before --from.") }
            }

            func run() async throws {
                let (basis, by) = (try basis.read("--basis"), try by.read("--by"))
                let transfers = Transfers(try options.cityDatabase())
                let id = try await transfers.addFreeze(kind, first: from, last: to, basis: basis, by: by)
                Terminal.print("\(id)")
                Terminal.say(Message.resultRecorded())
            }
        }

        struct End: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Give a freeze its last day, such as when an acting head leaves.",
                discussion: """
                    Example:
                      mutasi transfer freeze end 3 --to 2025-02-19
                    """
            )

            @OptionGroup var options: DatabaseOptions
            @Argument(help: "Its number, as in 'transfer freeze list'.") var id: Int32
            @Option(help: "The last day, not before the first.") var to: CivilDate

            func run() async throws {
                guard try await Transfers(try options.cityDatabase()).endFreeze(id, last: to) else {
                    throw Stop(.transferFreezeUnknown, ["freeze": "\(id)"])
                }
                Terminal.say(Message.resultChanged())
            }
        }

        struct Lift: AsyncParsableCommand {
            static let configuration = CommandConfiguration(
                abstract: "Lift a freeze by a letter of Mendagri, from the date of the letter on.",
                discussion: """
                    It lifts the freeze for all transfers; a consent to one transfer is put on file ('mutasi transfer file \
                    --kind minister_consent').

                    Example:
                      mutasi transfer freeze lift 3 --document 100.2.1.3/1575/SJ --dated 2024-03-29
                    """
            )

            @OptionGroup var options: DatabaseOptions
            @Argument(help: "Its number, as in 'transfer freeze list'.") var id: Int32
            @Option(help: "Number of the letter.") var document: TypedText
            @Option(help: "Date of the letter.") var dated: CivilDate

            func run() async throws {
                let letter = try document.read("--document")
                guard try await Transfers(try options.cityDatabase()).liftFreeze(id, letter: letter, dated: dated)
                else {
                    throw Stop(.transferFreezeUnknown, ["freeze": "\(id)"])
                }
                Terminal.say(Message.resultChanged())
            }
        }
    }
}
