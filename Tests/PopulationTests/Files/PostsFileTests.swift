import Personnel
import Population
import Testing

@Suite("The posts' file")
struct PostsFileTests {
    @Test("has the columns of rw_jabatan")
    func header() async throws {
        let columns =
            "id,idPns,nipBaru,jenisJabatan,instansiKerjaId,satuanKerjaId,unorId,unorIndukId,eselonId,"
            + "jabatanFungsionalId,jabatanFungsionalUmumId,tmtJabatan,nomorSk,tanggalSk,namaUnor,namaJabatan,"
            + "tmtPelantikan,jenisPenugasanId,jenisMutasiId,subJabatanId,tmtMutasi"
        for agency in try await City.medan.agencies {
            #expect(agency.posts.header.joined(separator: ",") == columns)
        }
    }

    @Test("has one row for each person, saying what the person's own row says")
    func holders() async throws {
        for agency in try await City.medan.agencies {
            let held = Dictionary(
                uniqueKeysWithValues: agency.posts.rows.compactMap { row in row["nipBaru"].map { ("'" + $0, row) } }
            )
            #expect(held.count == agency.agency.people)
            for person in agency.people.rows {
                let post = try #require(person["nip_baru"].flatMap { held[$0] })
                #expect(post["idPns"] == person["pns_id"])
                #expect(post["jenisJabatan"] == person["jenis_jabatan_id"])
                #expect(post["namaJabatan"] == person["jabatan_nama"])
                #expect(post["tmtJabatan"] == person["tmt_jabatan"])
                #expect(post["unorId"] == person["unor_id"] && post["namaUnor"] == person["unor_nama"])
                let signed = post["tanggalSk"].flatMap { CivilDate(siasn: $0) }
                let since = post["tmtJabatan"].flatMap { CivilDate(siasn: $0) }
                #expect(try #require(signed) <= #require(since))
                #expect(post["nomorSk"] != nil)
            }
        }
    }

    @Test("seats one holder in each structural post and one head in each unit")
    func oneHolder() async throws {
        for agency in try await City.medan.agencies {
            let structural = agency.posts.rows.filter { $0["jenisJabatan"] == "1" }
            #expect(Set(structural.map { [$0["unorId"], $0["namaJabatan"]] }).count == structural.count)
            let heads = structural.filter { !($0["namaJabatan"] ?? "").hasPrefix("Sekretaris Lurah") }
            #expect(Set(heads.map { $0["unorId"] }).count == heads.count)
            let leading = ["Kepala Sekolah", "Kepala Puskesmas", "Kepala Instalasi"]
            let places = agency.posts.rows.filter { leading.contains($0["namaJabatan"] ?? "") }
            #expect(Set(places.map { $0["unorId"] }).count == places.count)
        }
    }

    @Test("gives structural posts an echelon, whose ranks and level of schooling their holders have")
    func echelons() async throws {
        let city = try await City.medan
        for agency in city.agencies {
            let people = Dictionary(uniqueKeysWithValues: agency.people.rows.map { ($0["pns_id"], $0) })
            for post in agency.posts.rows {
                let echelon = post["eselonId"].flatMap { Int($0) }.flatMap { Echelon(id: $0) }
                #expect((echelon != nil) == (post["jenisJabatan"] == "1"))
                guard let echelon, post["idPns"] != nil else { continue }
                let holder = try #require(people[post["idPns"]])
                let rank = try #require(holder["gol_akhir_nama"].flatMap { GradeRank(code: $0) })
                #expect(echelon.ranks?.contains(rank) ?? false)
                let schooling = try #require(holder["tingkat_pendidikan_id"].flatMap { EducationLevel(siasn: $0) })
                #expect(schooling >= (echelon.level == .pengawas ? .diploma3 : .diploma4))
                let appointed = try #require(holder["tmt_cpns"].flatMap { CivilDate(siasn: $0) })
                let since = try #require(post["tmtJabatan"].flatMap { CivilDate(siasn: $0) })
                #expect(appointed.adding(months: 24) <= since)
            }
        }
    }

    @Test("has a head in every agency, and some structural posts that nobody holds")
    func vacancies() async throws {
        let city = try await City.medan
        for agency in city.agencies {
            let roots = agency.posts.rows.filter { $0["unorIndukId"] == nil && $0["jenisJabatan"] == "1" }
            #expect(roots.count == 1 && roots[0]["nipBaru"] != nil)
            let isDistrict = agency.agency.kind == "district"
            #expect(
                roots[0]["eselonId"] == (isDistrict ? "31" : agency.agency.code == AgencyCode("setda") ? "21" : "22")
            )
        }
        let structural = city.rows(\.posts).filter { $0["jenisJabatan"] == "1" }
        let vacant = structural.filter { $0["nipBaru"] == nil }
        #expect(share(of: structural, where: { $0["nipBaru"] == nil }).isNear(0.05, within: 0.03))
        #expect(vacant.allSatisfy { $0["tmtJabatan"] == nil && $0["idPns"] == nil && $0["eselonId"] != nil })
    }

    @Test("names each unit alike wherever it occurs, under a unit that occurs too, up to the agency")
    func units() async throws {
        for agency in try await City.medan.agencies {
            var units: [String: (name: String?, parent: String?)] = [:]
            for row in agency.posts.rows {
                let id = try #require(row["unorId"])
                let unit = (row["namaUnor"], row["unorIndukId"])
                if let known = units[id] { #expect(known == unit) }
                units[id] = unit
            }
            #expect(units.values.allSatisfy { $0.parent.map { units[$0] != nil } ?? true })
            #expect(units.values.filter { $0.parent == nil }.map(\.name) == [agency.agency.name])
        }
    }

    @Test("has every ward of a district, led by its lurah")
    func wards() async throws {
        let districts = try await City.medan.agencies.filter { $0.agency.kind == "district" }
        let lurah = districts.flatMap(\.posts.rows).filter { ($0["namaJabatan"] ?? "").hasPrefix("Lurah ") }
        #expect(lurah.count == 151)
        #expect(lurah.allSatisfy { $0["eselonId"] == "41" && $0["namaUnor"]?.hasPrefix("Kelurahan ") ?? false })
    }
}
