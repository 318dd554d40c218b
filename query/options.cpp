#include "query/options.hpp"

#include "base/environment.hpp"
#include "base/number.hpp"
#include "base/strings.hpp"
#include "query/foreign_options.hpp"
#include "query/option_groups.hpp"
#include "query/option_rules.hpp"
#include "query/option_words.hpp"
#include "query/ranking_options.hpp"
#include "settings/completion.hpp"
#include "settings/config_text.hpp"
#include "settings/nearest_name.hpp"
#include "settings/option_reader.hpp"
#include "settings/settings.hpp"
#include "store/database_folder.hpp"
#include "store/database_name.hpp"

#include <boost/program_options.hpp>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <sstream>
#include <utility>

namespace sitrep {
namespace {

namespace po = boost::program_options;
using Strings = std::vector<std::string>;

/// The name under which the library gathers the words; not an option of ours.
constexpr const char* kWord = "word";
const std::string kHiddenWord = "--word";

constexpr std::uint64_t kNone = 0;

/// Settings of the file that give way to what the command line asks for.
constexpr std::array<const char*, 12> kYielding = {
    "tag",   "syntax",   "explain", "sort",   "recency", "feedback",
    "facet", "timeline", "terms",   "format", "limit",   "allow-partial"};

constexpr const char* kTool = "sitrep-query";

/// `-n5` and `-5`, as grep and head have them: the hint, or nothing. What has four digits is
/// more likely a year to leave out.
std::string number_hint(std::string_view argument) {
    constexpr std::size_t kMostDigits = 3;
    argument.remove_prefix(1);
    if (argument.starts_with('n') || argument.starts_with('m')) argument.remove_prefix(1);
    if (argument.size() > kMostDigits || !number_in<unsigned>(argument)) return {};
    return fmt::format("did you mean --limit={}?", argument);
}

/// What to say of `-word`, which a person means as a word to leave out, or has from another tool.
std::string dash_hint(const std::string& argument, const po::options_description& all) {
    std::string hint = number_hint(argument);
    const bool is_letter = argument.size() == 2;
    if (hint.empty() && is_letter) hint = foreign_hint(argument.substr(1), foreign_options());
    if (!hint.empty()) return hint;
    if (is_letter) hint = option_suggestion(argument, all);
    if (!hint.empty()) hint += " ";
    return fmt::format(
        "{}to exclude a word, put it inside the quoted question or after "
        "--: sitrep-query 'WORDS {}'",
        hint, argument);
}

/// The arguments with every `--name value` written `--name=value`, so that a value may begin with a
/// minus and say itself what is wrong with it; with `--` before what follows it; or the complaint
/// about an argument such as `-word`, which a person means as a question.
Result<Strings> unambiguous(const Strings& arguments, const po::options_description& all) {
    Strings out;
    for (std::size_t i = 0; i < arguments.size(); ++i) {
        std::string argument = arguments[i];
        if (argument == "--") {
            out.insert(out.end(), arguments.begin() + static_cast<std::ptrdiff_t>(i),
                       arguments.end());
            break;
        }
        if (argument.starts_with("--")) {
            if (argument == "--color" || argument.starts_with("--color="))
                argument.replace(0, 7, "--colour");
            if (argument == kHiddenWord || argument.starts_with(kHiddenWord + "=")) {
                return usage_error(kTool, "there is no option " + kHiddenWord);
            }
            const auto* option = all.find_nothrow(argument.substr(2), false);
            const bool takes_value = option != nullptr && option->semantic()->min_tokens() > 0;
            if (takes_value && i + 1 < arguments.size()) argument += "=" + arguments[++i];
            // The library would take the next word for the value.
            const std::string_view meant = implicit_value(std::string_view(argument).substr(2));
            if (!meant.empty()) argument += "=" + std::string(meant);
        } else if (argument.size() > 1 && argument[0] == '-' && argument != "-h" &&
                   argument != "-V") {
            return usage_error(kTool, "there is no option " + argument, dash_hint(argument, all));
        }
        out.push_back(std::move(argument));
    }
    return out;
}

/// What all hits are to be counted by.
void read_counts(OptionReader& reader, QueryOptions& options) {
    reader.list("facet", options.facets, facet_names());
    Period period = Period::Month;
    reader.choice("timeline", period, period_names());
    if (reader.has("timeline")) options.timeline = period;
}

/// What is exported is all there is, unless the command line limits it.
void read_export(OptionReader& reader, QueryOptions& options) {
    ExportForm form = ExportForm::Jsonl;
    reader.choice("export", form, export_names());
    if (!reader.has("export")) return;
    options.exported = form;
    if (!reader.has("limit")) options.limit = std::numeric_limits<std::uint64_t>::max();
}

void read_flags(const OptionReader& reader, QueryOptions& options) {
    options.syntax = reader.flag("syntax");
    options.strict = reader.flag("strict");
    options.count = reader.flag("count");
    options.explain = reader.flag("explain");
    options.expand = !reader.flag("no-expand");
    options.acronyms = reader.flag("acronyms");
    options.collapse = !reader.flag("no-collapse");
    options.terms = reader.flag("terms");
    options.watch = reader.flag("watch");
    options.watch_list = reader.flag("watch-list");
    options.acknowledge = !reader.flag("no-ack");
    options.original = reader.flag("original");
    options.pager = !reader.flag("no-pager");
    options.help = reader.flag("help");
    options.help_fields = reader.flag("help-fields");
    options.version = reader.flag("version");
}

/// What says how hits are ranked.
void read_ranking(OptionReader& reader, QueryOptions& options) {
    reader.choice("sort", options.sort, order_names());
    reader.number("feedback", options.feedback, kNone, kMaxFeedback);
    if (reader.has("weights")) reader.take(parse_boosts(reader.text("weights")), options.boosts);
    if (reader.has("recency"))
        reader.take(parse_half_life(reader.text("recency")), options.half_life);
}

/// `NAME=WORDS` each.
void read_saved(OptionReader& reader, SavedQuestions& saved) {
    for (const std::string& one : reader.texts("define")) {
        const std::size_t equals = std::min(one.find('='), one.size());
        const std::string name(trimmed(std::string_view(one).substr(0, equals)));
        const std::string_view words =
            std::string_view(one).substr(std::min(equals + 1, one.size()));
        if (!is_saved_name(name) || trimmed(words).empty())
            return reader.refuse("--define=" + one + " is not NAME=WORDS",
                                 "a name has letters, digits, - and _, and begins with a letter");
        if (!saved.emplace(name, trimmed(words)).second)
            return reader.refuse(fmt::format("--define={} defines @{} twice", one, name));
    }
}

/// What is searched, and how servers are waited for.
void read_databases(OptionReader& reader, QueryOptions& options) {
    if (reader.has("db")) options.databases = reader.texts("db");
    for (const std::string& database : options.databases) {
        if (database.empty()) return reader.refuse("--db needs the name of a folder");
        if (database.starts_with('@')) continue;
        if (const Result<DatabaseName> name = parse_database_name(database); !name)
            return reader.refuse("--db=" + name.error().message, name.error().hint);
    }
    if (reader.has("define-db"))
        reader.take(read_database_sets(reader.texts("define-db")), options.database_sets);
    reader.number("timeout", options.access.timeout_s, 1, ServerAccess::kMostSeconds,
                  " of seconds");
    options.access.allow_partial = reader.flag("allow-partial");
    options.access.may_be_partial = !options.asks_of_watches();
}

/// What names an article, a watch or a file.
void read_names(OptionReader& reader, QueryOptions& options) {
    const std::string article = "the id or path of an article";
    struct Named {
        const char* option;
        std::string& value;
        std::string what;
    };
    for (const Named& named :
         {Named{"like", options.like, article}, Named{"show", options.show, article},
          Named{"explain-hit", options.explain_hit, article},
          Named{"watch-add", options.watch_add, "a name"},
          Named{"watch-remove", options.watch_remove, "the name of a watch"},
          Named{"vocabulary", options.vocabulary, "the name of a file"}}) {
        named.value = reader.text(named.option);
        if (reader.has(named.option) && named.value.empty())
            reader.refuse("--" + std::string(named.option) + " needs " + named.what);
    }
}

/// The values alone, whatever they mean together.
QueryOptions read_values(OptionReader& reader) {
    QueryOptions options;
    read_flags(reader, options);
    if (reader.has("batch")) {
        options.batch = reader.text("batch");
        options.format = OutputFormat::Trec;
    }
    if (reader.has("duplicates")) options.duplicates = reader.text("duplicates");
    read_saved(reader, options.saved);
    if (reader.has("tag")) options.tag = reader.text("tag");
    options.question = join(reader.texts(kWord), " ");
    if (options.watch) options.watched = reader.texts(kWord);
    reader.choice("format", options.format, format_names());
    reader.number("limit", options.limit, kNone, kMaxHits);
    options.default_limit = !reader.has("limit");
    reader.number("offset", options.offset, kNone, kMaxHits);
    reader.number("sample", options.sample, std::uint64_t{1}, kLargestSample);
    if (reader.has("seed")) reader.number("seed", options.seed.emplace(), kNone, kMaxSeed);
    read_ranking(reader, options);
    reader.choice("colour", options.colour, colour_names());
    read_export(reader, options);
    read_counts(reader, options);
    reader.number("open", options.open, std::uint64_t{1}, kMaxHits);
    read_names(reader, options);
    read_databases(reader, options);
    return options;
}

/// The options, and the first contradiction among them.
Result<QueryOptions> checked(const po::variables_map& given, std::string& contradiction) {
    OptionReader reader(given, kTool, foreign_options());
    QueryOptions options = read_values(reader);
    if (reader.trouble()) return *reader.trouble();
    contradiction =
        find_contradiction(options, {reader.has("format"), reader.has("tag"), reader.has(kWord),
                                     reader.has("limit") || reader.has("offset")});
    return options;
}

/// What a setting of the file asks in vain, since the command line asks for something else, is not
/// asked: as few give way as must, those first that kYielding has first.
Result<QueryOptions> agreed(const Settings& settings) {
    std::string contradiction;
    Result<QueryOptions> options = checked(settings.values, contradiction);
    if (!options) return settings.placed(options.error());
    if (contradiction.empty()) return options;
    std::vector<const char*> yielding;
    for (const char* name : kYielding) {
        if (settings.is_from_file(name)) yielding.push_back(name);
    }
    const auto checked_without = [&](const std::vector<const char*>& names) {
        Settings without = settings;
        for (const char* name : names) without.drop(name);
        std::string other;
        Result<QueryOptions> agreeing = checked(without.values, other);
        return other.empty() ? agreeing : usage_error(kTool, other);
    };
    options = checked_without(yielding);
    for (std::size_t at = yielding.size(); at-- != 0 && options;) {
        std::vector<const char*> fewer = yielding;
        fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
        Result<QueryOptions> agreeing = checked_without(fewer);
        if (!agreeing) continue;
        options = std::move(agreeing);
        yielding = std::move(fewer);
    }
    return options;
}

/// The answer to --completion, which looks at nothing else.
Result<QueryOptions> completion(const Tool& tool, const po::variables_map& given) {
    OptionReader reader(given, kTool);
    Shell shell = Shell::Bash;
    reader.choice("completion", shell, shell_names());
    if (reader.trouble()) return *reader.trouble();
    QueryOptions options;
    options.completion = completion_script(shell, {tool, option_words});
    return options;
}

}  // namespace

Result<QueryOptions> parse_options(const std::vector<std::string>& arguments,
                                   const ConfigLoader& load) {
    const po::options_description all = all_options();
    const Result<Strings> clear = unambiguous(arguments, all);
    if (!clear) return clear.error();
    const Tool tool{kTool, "query", all, is_settable, stands_once, foreign_options()};
    Result<Settings> settings = read_settings(tool, *clear, kWord, load);
    if (!settings) return settings.error();
    if (settings->values.count("completion") != 0) return completion(tool, settings->values);
    const bool has_place = !environment("SITREP_DB").empty();
    if (has_place) settings->drop("db");
    if (settings->values.count("export") != 0) {
        for (const char* name : kYielding) settings->drop(name);
    }
    const bool prints_config = settings->values["print-config"].as<bool>();
    std::string unasked;  // there is no question then that settings could contradict
    Result<QueryOptions> options =
        prints_config ? checked(settings->values, unasked) : agreed(*settings);
    if (!options) return prints_config ? settings->placed(options.error()) : options.error();
    options->config_warning = settings->file.warning;
    if (prints_config) {
        const Fallback place{default_database(), has_place ? "environment: SITREP_DB" : "default"};
        options->printed_config = config_text(tool, *settings, {{"db", place}});
    }
    return options;
}

std::string help_text() {
    std::ostringstream out;
    out << "usage: sitrep-query [options] WORDS...\n"
           "Search the articles that sitrep-index has indexed. Put the question in single "
           "quotes.\n\n"
           "  sitrep-query f35 deliveries\n"
           "  sitrep-query '\"information sharing\" section:cyber date:2015..2016 -china'\n\n";
    for (const po::options_description& group : option_groups()) out << group << '\n';
    out << "Exit: 0 hits were found, 1 none, 2 bad command line or question, 3 database, 4 the "
           "answer\n"
           "could not be written, 6 it is partial, 75 another tells the news of watches.\n"
           "Further options, and more on these: man sitrep-query\n";
    return out.str();
}

}  // namespace sitrep
