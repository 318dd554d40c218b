// Lines that name the writer without "By", and names of outlets: what pasted text has between its
// headline and its story.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace sitrep {

/// Two to four words, each with a capital, and no figure: a person, when it stands behind a date.
bool is_bare_name(std::string_view part);

/// Whether a name ends as those of outlets do: "Harbor News", "harbor.com".
bool is_outlet_name(std::string_view text);

/// Whether a text is such words only as sections have: "Naval Warfare", "Breaking Defense".
bool is_section_name(std::string_view text);

struct NameLine {
    std::vector<std::string> names;
    std::string_view behind;  ///< the outlet or role behind a comma; may be empty
};

/// A line that is the names of people, and perhaps an outlet or a role behind a comma ("Ada Long
/// and Jo Marsh, Harbor News"); nothing for any other, for places ("Fort Drum", "Oslo, Norway"),
/// ships and beats ("Naval Warfare"). A headline of a few capitalized words may read so: what
/// stands around has to tell.
std::optional<NameLine> read_name_line(std::string_view line);

}  // namespace sitrep
