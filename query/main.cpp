#include "base/standard_streams.hpp"
#include "base/version.hpp"
#include "query/command.hpp"
#include "query/message.hpp"
#include "query/options.hpp"
#include "query/output.hpp"

#include <unistd.h>

#include <csignal>
#include <new>
#include <string>
#include <vector>

namespace sitrep {
namespace {

int run(const std::vector<std::string>& arguments) {
    const Result<QueryOptions> options = parse_options(arguments, load_config);
    if (!options) {
        print_error(options.error());
        return exit_code(options.error().code);
    }
    if (!options->config_warning.empty()) print_note(options->config_warning);
    Output out(STDOUT_FILENO);
    int status = 0;
    if (options->help) {
        out.write(help_text());
    } else if (!options->printed_config.empty()) {
        out.write(options->printed_config);
    } else if (!options->completion.empty()) {
        out.write(options->completion);
    } else if (options->help_fields) {
        out.write(fields_text());
    } else if (options->version) {
        out.write(std::string("sitrep-query ") + version() + "\n");
    } else {
        status = run_query(*options, out);
    }
    const bool was_open = out.works();
    const Result<void> written = out.finish();
    if (!written) {
        print_error(written.error());
        return exit_code(written.error().code);
    }
    return was_open && out.works() ? status : 0;  // the reader closed its end: it has seen enough
}

}  // namespace
}  // namespace sitrep

int main(int argc, char** argv) {
    sitrep::reserve_standard_streams();
    std::signal(SIGPIPE, SIG_IGN);  // a closed pipe shows as a failed write
    try {
        return sitrep::run({argv + 1, argv + argc});
    } catch (const std::bad_alloc&) {
        sitrep::print_note("out of memory");
        return sitrep::exit_code(sitrep::ErrorCode::Io);
    }
}
