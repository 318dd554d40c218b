// A folder of its own for one test, gone when the test ends.
#pragma once

#include <string>
#include <string_view>

namespace sitrep::test {

class TempFolder {
  public:
    TempFolder();
    ~TempFolder();
    TempFolder(const TempFolder&) = delete;
    TempFolder& operator=(const TempFolder&) = delete;

    const std::string& path() const { return path_; }
    /// The path of `name` inside.
    std::string operator/(std::string_view name) const { return path_ + "/" + std::string(name); }
    /// Writes a file, making the folders above it; returns its path.
    std::string write(std::string_view name, std::string_view content) const;

  private:
    std::string path_;
};

}  // namespace sitrep::test
