// The one place where Xapian's exceptions become errors. Included by the sources of this folder
// only.
#pragma once

#include "base/result.hpp"
#include "store/last_words.hpp"

#include <xapian.h>

#include <new>
#include <string>
#include <type_traits>

namespace sitrep {

/// What `failure` means to us. `where` names the database.
Error error_from(const Xapian::Error& failure, const std::string& where);
Error out_of_memory(const std::string& where);

/// The glass database in folder `generation`, which is there. Its files must be files: on a FIFO
/// Xapian would wait for ever. Throw what Xapian throws.
Xapian::Database open_glass(const std::string& generation);
Xapian::WritableDatabase open_glass_for_writing(const std::string& generation);

/// The Result of what may be one already.
template <class T>
struct ResultOf {
    using type = Result<T>;
};
template <class T>
struct ResultOf<Result<T>> {
    using type = Result<T>;
};

/// Runs `work`, which may throw what Xapian throws, and returns its value, its Result, or the
/// Error.
template <class Work>
auto through_xapian(const std::string& where, Work&& work) ->
    typename ResultOf<std::invoke_result_t<Work>>::type {
    const InsideXapian here;
    try {
        if constexpr (std::is_void_v<std::invoke_result_t<Work>>) {
            work();
            return {};
        } else {
            return work();
        }
    } catch (const Xapian::Error& failure) {
        return error_from(failure, where);
    } catch (const std::bad_alloc&) {
        return out_of_memory(where);
    }
}

}  // namespace sitrep
