#include "store/table_check.hpp"

#include "base/file.hpp"

#include <unistd.h>
#include <xapian.h>

#include <array>
#include <optional>

namespace sitrep {
namespace {

constexpr std::array<const char*, 4> kTables = {"postlist", "docdata", "termlist", "position"};

std::string table_file(const std::string& generation, const std::string& name) {
    return generation + "/" + name + ".glass";
}

/// What Xapian says of a table or a whole database; none when it is well.
std::optional<std::string> complaint_about(const std::string& path) {
    try {
        if (Xapian::Database::check(path, 0, nullptr) == 0) return std::nullopt;
        return std::string();
    } catch (const Xapian::DatabaseModifiedError&) {
        throw;
    } catch (const Xapian::Error& failure) {
        return failure.get_msg();
    }
}

}  // namespace

bool table_is_there(const std::string& generation, const std::string& name) {
    return ::access(table_file(generation, name).c_str(), F_OK) == 0;
}

std::vector<std::pair<std::string, std::uint64_t>> table_sizes(const std::string& generation) {
    std::vector<std::pair<std::string, std::uint64_t>> sizes;
    for (const char* table : kTables) {
        const Result<FileInfo> info = file_info(table_file(generation, table));
        if (info && info->kind == FileKind::Regular)
            sizes.emplace_back(table, info->signature.size);
    }
    return sizes;
}

bool check_tables_are_there(const std::string& generation, Findings& findings) {
    bool all = true;
    for (const char* table : {"docdata", "termlist"}) {  // every article is in both
        if (table_is_there(generation, table)) continue;
        findings.add(table_file(generation, table), "this table is missing");
        all = false;
    }
    return all;
}

bool may_check_form(const std::string& generation) {
    return ::access(generation.c_str(), W_OK) == 0;
}

void check_form(const std::string& generation, Findings& findings) {
    const std::optional<std::string> all = complaint_about(generation);
    if (!all) return;
    bool named = false;
    for (const char* table : kTables) {
        if (!table_is_there(generation, table)) continue;
        const std::optional<std::string> one = complaint_about(generation + "/" + table);
        if (one) findings.add(table_file(generation, table), "this table is damaged", *one);
        named = named || one;
    }
    if (!named) findings.add(generation, "its tables do not fit one another", *all);
}

}  // namespace sitrep
