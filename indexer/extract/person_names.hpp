// The people in what pages and bylines say of an article's authors. Facts of the trade (roles,
// ranks, agencies), no names known.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// How sure it is that a text names people.
enum class NameSource {
    Printed,  ///< on the page: words with capitals only
    Field,    ///< in a field that people fill: the same, and offices by their whole name
    Given,    ///< in data that say "author": also "ada long" and user names
};

/// The people in a list of names ("Jane Doe, Army Times and Staff Sgt. John Roe"), one by one:
/// without "By", ranks before the name, roles, outlets and places behind it, handles and addresses.
/// News agencies are nobody. Names all in capitals are put in small letters; one that comes twice
/// stands once. At most 20; empty when it names nobody.
std::vector<std::string> parse_names(std::string_view text,
                                     NameSource source = NameSource::Printed);

/// "Long, Ada" as "Ada Long": how bibliographies give names. What has no comma, or two, stays.
std::string in_reading_order(std::string_view name);

/// Adds the names that `names` does not have yet, whatever their capitals.
void add_names(std::vector<std::string> more, std::vector<std::string>& names);

}  // namespace sitrep
