#include "query/option_words.hpp"

#include "settings/completion.hpp"

namespace sitrep {

Choices<OutputFormat> format_names() {
    Choices<OutputFormat> names;
    names.reserve(kRenderers.size());
    for (const RendererRow& row : kRenderers) names.emplace_back(row.name, row.format);
    return names;
}

Choices<Facet> facet_names() {
    Choices<Facet> names;
    for (const FacetRow& row : kFacets) names.emplace_back(row.name, row.facet);
    return names;
}

Choices<Period> period_names() {
    Choices<Period> names;
    for (const Period period : {Period::Day, Period::Week, Period::Month, Period::Year})
        names.emplace_back(period_name(period), period);
    return names;
}

Choices<SortOrder> order_names() {
    return {{"relevance", SortOrder::Relevance},
            {"date", SortOrder::Newest},
            {"oldest", SortOrder::Oldest}};
}

Choices<Colour> colour_names() {
    return {{"auto", Colour::Auto}, {"always", Colour::Always}, {"never", Colour::Never}};
}

Choices<ExportForm> export_names() {
    return {{"jsonl", ExportForm::Jsonl}, {"opensearch", ExportForm::OpenSearch}};
}

std::vector<std::string> option_words(std::string_view option) {
    if (option == "format") return words_of(format_names());
    if (option == "facet") return words_of(facet_names());
    if (option == "timeline") return words_of(period_names());
    if (option == "sort") return words_of(order_names());
    if (option == "colour") return words_of(colour_names());
    if (option == "export") return words_of(export_names());
    if (option == "completion") return words_of(shell_names());
    return {};
}

}  // namespace sitrep
