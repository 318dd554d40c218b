// An article that was asked for by its name.
#pragma once

#include "model/article.hpp"

#include <string>

namespace sitrep {

struct FoundArticle {
    std::string id;    ///< as a hit shows it
    std::string path;  ///< absolute path of the file, with `#record` where it holds several
    std::string file;  ///< absolute path of the file; empty where that is on another machine
    std::string unique_term;
    Article article;
};

}  // namespace sitrep
